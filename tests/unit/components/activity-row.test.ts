/** A line of the diary in words: every outcome, every reason, and requests that have no outcome of their own. */
import { expect, it } from 'vitest';
import { activityRow, HEADS } from '../../../components/activity/activity-row';
import type { Outcome } from '../../../utils/dossier/sighting';
import type { Activity } from '../../../utils/ledger/database';
import { WHYS } from '../../../utils/lookup/reasons';
import { translator } from '../../../utils/platform/i18n';
import { CATALOGUE } from '../../../utils/systems';
import { CODE } from './made-up';

const sent: Activity = {
  at: '2026-11-22T03:00:00.000Z',
  host: 'dichvucong.gov.vn',
  system: 'national-portal',
  code: CODE,
  why: 'card',
};
const OUTCOMES: Record<Outcome, string> = {
  found: 'có hồ sơ',
  'not-found': 'không có hồ sơ',
  'not-signed-in': 'chưa đăng nhập',
  'no-permission': 'không có quyền',
  captcha: 'đòi mã xác nhận',
  unreachable: 'không kết nối được',
  unreadable: 'chưa đọc được',
  'rate-limited': 'bị hạn chế',
};
const cells = (more: Partial<Activity>, language: 'vi' | 'en' = 'vi') =>
  activityRow({ ...sent, ...more }, { systems: CATALOGUE }, translator(language)).cells;
const outcomeCell = HEADS.indexOf('activity_outcome');

it.each([
  ...Object.entries(OUTCOMES).map(([outcome, words]) => [{ outcome }, words]),
  [{ sentOn: true }, 'chuyển sang trang khác'],
  [{}, 'chưa có trả lời'],
] as [Partial<Activity>, string][])('%o: %s', (more, words) => {
  expect(cells(more)[outcomeCell]).toBe(words);
  expect(cells(more, 'en')[outcomeCell]).toMatch(/^[a-z -]+$/i);
});

it('says who wanted to know, for every reason', () => {
  const why = HEADS.indexOf('activity_why');
  const words = WHYS.map((one) => cells({ why: one })[why]);
  expect(new Set(words).size).toBe(WHYS.length);
  expect(words.some((one) => one?.startsWith('activity_'))).toBe(false);
});
