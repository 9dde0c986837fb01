/** Lines in which whose the paper is decides: an owner makes a paper of a plain word, an owner abroad none. */
import type { PaperId } from '../../../utils/reuse/databases';
import type { Case } from './cases';

const ROWS: [reason: string, text: string, papers: PaperId[]][] = [
  ['a company’s', 'Đăng ký kinh doanh của công ty cổ phần', ['enterprise-registration']],
  [
    'a company’s, in a list',
    '- CCCD;\n- Đăng ký doanh nghiệp của công ty TNHH;',
    ['identity-card', 'enterprise-registration'],
  ],
  ['asked for', 'Bổ sung đăng ký kinh doanh của công ty', ['enterprise-registration']],
  ['a household’s', 'Đăng ký kinh doanh của hộ kinh doanh', ['household-business-registration']],
  ['a cooperative’s', 'Đăng ký kinh doanh của hợp tác xã', ['cooperative-registration']],
  ['of a company that is founded', 'Giấy chứng nhận đăng ký thành lập công ty', ['enterprise-registration']],
  ['a child’s', 'Khai sinh của con', ['birth-certificate']],
  ['an owner’s', '+ Đăng ký xe của chủ xe.', ['vehicle-registration']],
  ['parents’', 'Đăng ký kết hôn của cha mẹ', ['marriage-certificate']],
  ['a pupil’s', 'Bảo hiểm y tế của học sinh', ['health-insurance-card']],
  ['an owner, and that it is a copy', 'Khai sinh của con (bản sao)', ['birth-certificate']],
  [
    'a long name beside a form',
    'Bản thông tin theo Mẫu số 1, Mẫu số 2 và Lý lịch tư pháp của người điều hành',
    ['judicial-record'],
  ],
  [
    'issued here or abroad: the one of here counts',
    'Phiếu lý lịch tư pháp do cơ quan có thẩm quyền của nước ngoài hoặc của Việt Nam cấp',
    ['judicial-record'],
  ],
  [
    'the same, this country first',
    'Giấy khám sức khỏe do cơ sở y tế của Việt Nam hoặc nước ngoài cấp',
    ['health-check-certificate'],
  ],
  [
    'a company of this country with money from abroad',
    'Giấy chứng nhận đăng ký doanh nghiệp đối với công ty có vốn đầu tư của nước ngoài',
    ['enterprise-registration'],
  ],
  ['issued abroad alone', 'Phiếu lý lịch tư pháp do cơ quan có thẩm quyền của nước ngoài cấp', []],
  ['nobody’s: a heading', 'Đăng ký kinh doanh', []],
  ['a heading of a list', 'Đăng ký kinh doanh của công ty:', []],
  ['a procedure', 'Đăng ký kết hôn của công dân Việt Nam với người nước ngoài', []],
  ['where it is done', 'Đăng ký kinh doanh của hộ gia đình (tại Ủy ban nhân dân xã)', []],
  ['what is changed', 'Thay đổi đăng ký kinh doanh của công ty', []],
  ['who registers', 'Cơ quan đăng ký kinh doanh của tỉnh', []],
  ['a branch’s', 'Đăng ký kinh doanh của chi nhánh', []],
  ['insured persons of a list', 'Danh sách người tham gia BHXH, BHYT của đơn vị', []],
  ['abroad', 'Đăng ký kinh doanh của doanh nghiệp nước ngoài', []],
  ['abroad, with its whole name', 'Giấy đăng ký kinh doanh của doanh nghiệp nước ngoài', []],
  [
    'below a heading that says it',
    '+ Tài liệu về doanh nghiệp nước ngoài: ++ Bản sao giấy chứng nhận đăng ký kinh doanh; ++ Thẻ căn cước của người đại diện',
    ['identity-card'],
  ],
  [
    'until the next heading',
    '- Tổ chức nước ngoài: giấy chứng nhận đăng ký kinh doanh. - Tổ chức trong nước: giấy chứng nhận đăng ký kinh doanh',
    ['enterprise-registration'],
  ],
  [
    'a paper of another name in a bracket, in a list that is not asked for',
    'Thông tin trên giấy phép đầu tư, giấy chứng nhận đầu tư (đồng thời là giấy chứng nhận đăng ký kinh doanh)',
    [],
  ],
  [
    'the same where it is asked for',
    'Bản sao giấy chứng nhận đầu tư (đồng thời là giấy chứng nhận đăng ký kinh doanh)',
    ['enterprise-registration'],
  ],
];

export const OWNER_CASES: Case[] = ROWS.map(([reason, text, papers]) => ({ reason, text, papers }));
