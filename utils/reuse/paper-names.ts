/**
 * How component lines call each paper. A name counts wherever a paper can stand; a `loose` name is also a plain word
 * (hộ khẩu, đăng ký kinh doanh), so it counts only after "bản sao" and the like, alone, or in a list of papers.
 * `never` are names that begin like a paper's but are another thing: they win by being longer.
 */
import type { PaperId } from './databases';

export interface PaperNames {
  paper: PaperId;
  names: readonly string[];
  loose?: readonly string[];
  /** As loose, but not alone either: đăng ký kinh doanh as a line is a heading. Alone only before "(bản sao)". */
  copied?: readonly string[];
  /** The rest of a name whose beginning stands before "hoặc": giấy chứng nhận đăng ký doanh nghiệp / hợp tác xã. */
  tails?: readonly string[];
  /** Only the procedure tells that this paper is meant: giấy chứng nhận đã cấp, of a land procedure. */
  byProcedure?: readonly string[];
}

const GIAY_CN = '(giấy chứng nhận|giấy|chứng nhận|gcn|giấy cn)';
/** With the verb: giấy chứng nhận đăng ký, in every shorthand of it. */
const GIAY_CN_DK = `(${GIAY_CN} (đăng ký|đk)|(giấy)? (cnđk|gcnđk))`;

export const PAPER_NAMES: readonly PaperNames[] = [
  {
    paper: 'identity-card',
    names: [
      '(giấy|thẻ)? chứng minh (nhân dân|thư|thư nhân dân)',
      '(thẻ|giấy)? căn cước công dân',
      '(thẻ|giấy|giấy chứng nhận|giấy xác nhận|chứng nhận) căn cước',
      '(giấy|thẻ)? (cccd|cmnd|cmtnd|cmt|ccd|cmndd|cmtnn)',
      'thẻ cc',
    ],
    loose: ['căn cước', 'căn cước điện tử', 'giấy chứng minh'],
  },
  {
    paper: 'residence',
    names: [
      '(giấy tờ|tài liệu)? (có giá trị)? chứng minh (thông tin)? (về)? (nơi)? (cư trú|thường trú|tạm trú)',
      '(giấy|văn bản)? xác nhận (thông tin)? (về)? (nơi|đăng ký)? (cư trú|thường trú|tạm trú)',
      '(gxn|giấy xn) (thông tin)? (về)? (nơi)? (cư trú|thường trú|tạm trú)',
      'giấy tờ (về)? đăng ký (cư trú|thường trú|tạm trú)',
      'sổ (hộ khẩu|tạm trú|thường trú|hk|shk)',
      'hộ khẩu (gia đình|thường trú)',
      'giấy (đăng ký)? (hộ khẩu|tạm trú|thường trú)',
    ],
    loose: ['hộ khẩu', 'kt3', 'shk'],
  },
  {
    paper: 'birth-certificate',
    names: [
      'giấy (đăng ký)? khai (sinh|sanh)',
      'giấy tờ khai sinh',
      'trích lục (đăng ký)? khai sinh',
      'trích lục giấy khai sinh',
      'giấy ks',
      'gks',
    ],
    copied: ['khai sinh'],
  },
  {
    paper: 'marriage-certificate',
    names: [
      'giấy (chứng nhận)? (đăng ký)? kết hôn',
      'chứng nhận (đăng ký)? kết hôn',
      'trích lục (đăng ký)? kết hôn',
      'giấy hôn thú',
      '(giấy|gcn) (đkkh|cnkh)',
      'gcn kết hôn',
      'gcnkh',
      'đkkh',
    ],
    loose: ['hôn thú'],
    copied: ['đăng ký kết hôn'],
  },
  {
    paper: 'marital-status-certificate',
    names: [
      '(giấy|văn bản|bản|phiếu)? (chứng nhận|xác nhận|gxn|xn) (về)? tình trạng hôn nhân',
      '(giấy|văn bản)? (xác nhận|chứng nhận|gxn|xn) (tình trạng)? độc thân',
      '(giấy|văn bản)? (xác nhận|chứng nhận) chưa (đăng ký)? kết hôn',
      '(giấy|gxn|giấy xn) tthn',
      'giấy (độc thân|tình trạng hôn nhân)',
      '(giấy)? (gxntthn|xntthn)',
    ],
  },
  {
    paper: 'death-certificate',
    names: [
      'giấy (chứng tử|khai tử)',
      'giấy (chứng nhận|đăng ký) khai tử',
      'trích lục (đăng ký)? khai tử',
      'trích lục giấy (chứng tử|khai tử)',
      'gct',
    ],
    copied: ['khai tử'],
  },
  {
    paper: 'health-insurance-card',
    names: ['(thẻ|giấy|sổ) (bảo hiểm y tế|bhyt)'],
    loose: ['bhyt'],
    copied: ['bảo hiểm y tế'],
  },
  {
    paper: 'social-insurance-book',
    names: ['sổ (bảo hiểm xã hội|bhxh)', '(sổ hoặc)? (các)? tờ rời (về tham gia|sổ)? (bảo hiểm xã hội|bhxh)'],
  },
  {
    paper: 'driving-licence',
    names: ['(giấy phép|bằng|giấy|gp) (lái xe|lái xe ô tô|lái xe mô tô|lái xe máy)', 'bằng lái', 'gplx'],
  },
  {
    paper: 'enterprise-registration',
    names: [
      `${GIAY_CN_DK} (doanh nghiệp|dn|thành lập doanh nghiệp|thành lập công ty)`,
      `${GIAY_CN_DK} (kinh doanh|kd) (của (doanh nghiệp|công ty|dn))?`,
      'giấy phép (đăng ký kinh doanh|đkkd|đăng ký doanh nghiệp)',
      '(giấy chứng nhận|giấy|gcn|gp|giấy phép)? (đkkd|đkdn|gcnđkdn|gcnđkkd|cnđkdn|cnđkkd)',
    ],
    copied: ['đăng ký (kinh doanh|doanh nghiệp)'],
    tails: ['doanh nghiệp'],
  },
  {
    paper: 'household-business-registration',
    names: [
      `(${GIAY_CN}|${GIAY_CN_DK}) (kinh doanh|kd)? (của|đối với)? (hộ kinh doanh|hộ kd|hkd)`,
      `${GIAY_CN_DK} (kinh doanh)? (của)? hộ (kinh doanh)? cá thể`,
      'giấy phép (đăng ký)? (kinh doanh)? (của)? hộ (kinh doanh|cá thể|kinh doanh cá thể)',
      '(giấy|gcn|giấy cn|giấy chứng nhận)? đkkd (của)? hộ (kinh doanh|kd)? (cá thể)?',
      '(giấy|gcn|giấy chứng nhận)? (đkhkd|đk hkd)',
    ],
    copied: ['đăng ký (kinh doanh)? (của)? hộ (kinh doanh)? (cá thể)?'],
    tails: ['(của|đăng ký)? (hộ kinh doanh|hkd)'],
  },
  {
    paper: 'cooperative-registration',
    names: [
      `${GIAY_CN_DK} (kinh doanh|hoạt động|thành lập)? (của)? (liên hiệp)? (hợp tác xã|htx)`,
      '(giấy|gcn|giấy chứng nhận)? đkhtx',
    ],
    copied: ['đăng ký (kinh doanh)? (của)? (liên hiệp)? (hợp tác xã|htx)'],
    tails: ['(của|đăng ký)? (hợp tác xã|htx)'],
  },
  {
    paper: 'vehicle-registration',
    names: [
      `${GIAY_CN_DK} (xe|ô tô|mô tô|xe ô tô|xe mô tô|xe máy|xe cơ giới|xe máy chuyên dùng)`,
      `${GIAY_CN_DK} phương tiện (giao thông)? (cơ giới)? đường bộ`,
      '(giấy)? (cà vẹt|cavet|ca vet)',
      'giấy tờ (về)? đăng ký xe',
    ],
    copied: ['(đăng ký|đk) (xe|xe ô tô|xe mô tô|xe máy|ô tô)'],
    byProcedure: [`${GIAY_CN} đăng ký phương tiện`],
  },
  {
    paper: 'land-use-right-certificate',
    names: [
      '(giấy|giấy chứng nhận|chứng nhận|gcn|giấy cn) (về)? quyền (sử dụng|sd) (đất|nhà đất)',
      '(giấy chứng nhận|gcn) (đối với)? quyền sử dụng đất',
      '(giấy chứng nhận|gcn) quyền sở hữu nhà (ở|đất)?',
      '(giấy chứng nhận|giấy|gcn|giấy cn) qsdđ',
      '(giấy)? (gcnqsdđ|cnqsdđ|gcnqsd đất|cnqsd đất|gcn qsd đất|cn qsd đất)',
      // Without accents "so do nha" may be a plan, too: its whole name is the longer.
      'sổ (đỏ|hồng) (nhà|nhà đất)?',
      'bìa đỏ',
    ],
    byProcedure: ['(giấy chứng nhận|gcn) (đã cấp|đã được cấp)', '(giấy chứng nhận|gcn)'],
  },
  {
    paper: 'judicial-record',
    names: ['(phiếu|bản|giấy) (lý lịch tư pháp|lltp)', 'plltp'],
    loose: ['lý lịch tư pháp', 'lltp'],
  },
  {
    paper: 'health-check-certificate',
    names: [
      '(giấy|phiếu) khám (sức)? (sức khỏe|khỏe|sk)',
      '(giấy chứng nhận|giấy|gcn) (đủ|về)? (điều kiện|tiêu chuẩn)? sức khỏe',
      'giấy xác nhận (đủ)? (điều kiện)? sức khỏe',
      '(giấy)? (gksk|ksk)',
    ],
    copied: ['khám sức khỏe'],
  },
];

/** Beginnings of other papers and of things that are no paper; longer than the names above, so they win. */
export const OTHER_PAPERS: readonly string[] = [
  'giấy (chứng sinh|báo tử)',
  'chứng minh thư (ngoại giao|công vụ|do bộ ngoại giao)',
  'giấy chứng minh (thư)? (ngoại giao|công vụ|do bộ ngoại giao|sĩ quan|quân nhân|quân đội|công an)',
  'giấy phép lái xe (quân sự|trong công an|trong quân đội|quốc tế|nước ngoài|của nước ngoài)',
  'bằng lái xe (quốc tế|nước ngoài|của nước ngoài)',
  '(giấy|giấy phép|giấy chứng nhận|bản)? đăng ký kinh doanh (vận tải|xăng dầu|dịch vụ|chi nhánh|của chi nhánh|tổ chức khoa học|bảo hiểm|xổ số|vàng|rượu|thuốc)',
  '(giấy chứng nhận|giấy)? đăng ký (hoạt động|đầu tư|thuế|mã số thuế|nhãn hiệu|tàu biển|tàu cá|tàu bay|phương tiện thủy nội địa|xe máy chuyên dùng của)',
  'giấy chứng nhận đăng ký (doanh nghiệp|kinh doanh) (của)? chi nhánh',
  `(${GIAY_CN})? đăng ký (kinh doanh|doanh nghiệp) (của)? (doanh nghiệp|công ty|tổ chức|thương nhân) (ở)? nước ngoài`,
  'giấy chứng nhận (đăng ký)? doanh nghiệp (khoa học|kh) (và)? (công nghệ|cn)',
  'thông báo (về)? số định danh (cá nhân)? (và thông tin công dân)?',
  '(giấy)? xác nhận (đăng ký|khai báo)? tạm trú (của|cho|đối với) người nước ngoài',
  'giấy chứng nhận cư trú',
  'giấy xác nhận cư trú của (việt nam|nước)',
  'giấy tờ (về|chứng minh) quyền sử dụng đất',
  'cơ quan (đăng ký kinh doanh|bảo hiểm xã hội|đăng ký hộ tịch|đăng ký cư trú|đăng ký xe)',
  'phòng đăng ký kinh doanh',
  '(kiểu|ảnh|ảnh thẻ) (chụp)? (ảnh)? (thẻ)? căn cước (công dân)?',
  'hồ sơ (hưởng chế độ)? (bảo hiểm xã hội|bảo hiểm y tế|đăng ký kinh doanh|đăng ký doanh nghiệp|đăng ký hộ kinh doanh|đăng ký hợp tác xã)',
  'giấy chứng nhận sức khỏe (theo quy định của)? công ước',
];
