/** How each system words a state, in labels really used on that platform, and which state those words then show. */
import { vnDate } from '../times';
import type { SandboxSystem, State } from './types';

interface Wording {
  text: string;
  /** Where the platform has no word of its own for a state, the state its words show instead. */
  shows?: State;
}

const NATIONAL: Record<State, Wording> = {
  submitted: { text: 'Mới đăng ký' },
  accepted: { text: 'Được tiếp nhận' },
  rejected: { text: 'Không được tiếp nhận' },
  processing: { text: 'Đang xử lý' },
  'supplement-required': { text: 'Yêu cầu bổ sung giấy tờ' },
  'payment-required': { text: 'Yêu cầu thực hiện nghĩa vụ tài chính' },
  'withdrawal-requested': { text: 'Công dân yêu cầu rút hồ sơ' },
  stopped: { text: 'Dừng xử lý' },
  resolved: { text: 'Đã xử lý xong' },
  returned: { text: 'Đã trả kết quả' },
  supplemented: { text: 'Đang xử lý', shows: 'processing' },
  'awaiting-signature': { text: 'Đang xử lý', shows: 'processing' },
};

const WORDINGS: Record<SandboxSystem, Record<State, Wording>> = {
  'national-portal': NATIONAL,
  coordination: NATIONAL,
  'province-h26': {
    submitted: { text: 'Hồ sơ chờ tiếp nhận' },
    accepted: { text: 'Hồ sơ đã tiếp nhận' },
    processing: { text: 'Đang xử lý' },
    'supplement-required': { text: 'Yêu cầu công dân bổ sung hồ sơ' },
    supplemented: { text: 'Đã bổ sung - chờ tiếp nhận' },
    'payment-required': { text: 'Chờ thực hiện nghĩa vụ tài chính' },
    'awaiting-signature': { text: 'Chờ ký duyệt' },
    'withdrawal-requested': { text: 'Công dân yêu cầu rút hồ sơ' },
    rejected: { text: 'Không tiếp nhận' },
    stopped: { text: 'Hồ sơ không xử lý được' },
    resolved: { text: 'Chờ trả kết quả' },
    returned: { text: 'Đã trả kết quả' },
  },
  'ministry-g18': {
    ...NATIONAL,
    submitted: { text: 'Hồ sơ đang chờ tiếp nhận' },
    'payment-required': { text: 'Yêu cầu thanh toán' },
  },
  'ministry-g11': {
    submitted: { text: 'Chờ tiếp nhận' },
    accepted: { text: 'Đã tiếp nhận' },
    processing: { text: 'Hồ sơ đang giải quyết' },
    'supplement-required': { text: 'Chờ bổ sung' },
    supplemented: { text: 'Đã bổ sung' },
    'payment-required': { text: 'Yêu cầu nộp tiền tạm ứng' },
    'awaiting-signature': { text: 'Đang chờ ký số' },
    'withdrawal-requested': { text: 'Xin rút hồ sơ' },
    rejected: { text: 'Từ chối tiếp nhận hồ sơ' },
    stopped: { text: 'Hồ sơ trả lại' },
    resolved: { text: 'Hồ sơ đã giải quyết xong' },
    returned: { text: 'Đã trả kết quả' },
  },
  land: {
    submitted: { text: '1. Tiếp nhận hồ sơ', shows: 'accepted' },
    accepted: { text: '1. Tiếp nhận hồ sơ' },
    processing: { text: '3. Thẩm tra hồ sơ' },
    'supplement-required': { text: 'Chờ bổ sung hồ sơ' },
    supplemented: { text: '3. Thẩm tra hồ sơ', shows: 'processing' },
    'payment-required': { text: 'Chờ thực hiện nghĩa vụ tài chính' },
    'awaiting-signature': { text: '4. Trình ký giấy chứng nhận' },
    'withdrawal-requested': { text: 'Xin rút hồ sơ' },
    rejected: { text: 'Không tiếp nhận' },
    stopped: { text: 'Dừng xử lý' },
    resolved: { text: '5. Trả kết quả hồ sơ' },
    returned: { text: 'Đã trả kết quả ngày' },
  },
};

/** The words a system shows for a state that began at `at`, and the state those words mean. */
export function wordState(system: SandboxSystem, state: State, at: number): { text: string; state: State } {
  const wording = WORDINGS[system][state];
  // The land system composes its sentence with the day.
  const text = system === 'land' && state === 'returned' ? `${wording.text} ${vnDate(at)}` : wording.text;
  return { text, state: wording.shows ?? state };
}

/** All words of a system, for the drop-downs of its filter forms. */
export function allWords(system: SandboxSystem): string[] {
  return [...new Set(Object.values(WORDINGS[system]).map((wording) => wording.text))];
}
