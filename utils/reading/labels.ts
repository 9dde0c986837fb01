/**
 * What a label means. Portals word the same label in countless ways ("Mã HS", "Ngày TN", "Hẹn trả KQ"), so a label is
 * matched by its words: a rule names words that must stand in it and, where a mistake would be a wrong value, the only
 * words that may stand beside them ("Trạng thái thanh toán" has a word that a status label never has).
 */
import type { ReadingProfile } from '../systems/profile';
import { bare } from './bare-label';
import { isState } from './wording';

export type LabelKind =
  | 'code'
  | 'otherCode'
  | 'mention'
  | 'transaction'
  | 'statusText'
  | 'statusAt'
  | 'receivedAt'
  | 'submitted'
  | 'dueAt'
  | 'stepDue'
  | 'resolvedAt'
  | 'procedureName'
  | 'procedureCode'
  | 'agency'
  | 'channel'
  | 'payment'
  | 'component'
  | 'info'
  | 'when'
  | 'what'
  | 'other';

export interface Label {
  kind: LabelKind;
  /** Smaller is the better name for the same thing ("Trạng thái hồ sơ" before "Tình trạng"). */
  rank: number;
  /** The label folded. */
  text: string;
  /** As it stands on the page, for the explanation. */
  shown?: string;
}

interface Rule {
  kind: LabelKind;
  /** Must be found in the folded label. */
  need: RegExp;
  /** When given, no other word may stand in the label. */
  only?: Set<string>;
  rank?: number | ((label: string) => number);
  /** A label only with a colon: without one the same words are a step or a state. */
  colon?: boolean;
}

/** From this rank on a label of a state is one only over what is surely a state. */
export const UNSURE = 5;

const words = (list: string): Set<string> => new Set(list.split(' '));
const WHEN = 'ngay thang nam gio thoi gian diem luc vao';
const OF_DOSSIER = 'ho so hs tthc thu tuc cua';
const HAS = (pattern: RegExp, yes: number, no: number) => (label: string) => (pattern.test(label) ? yes : no);

/** Labels beside which a citizen's own words stand as often as a procedure's name, the worst first. */
const WORST_NAMES = [/^ve viec|^noi dung/, /truong hop/, /ten ho so/, /loai/, /^(?!.*(?:thu tuc|tthc))/, /^/];

// The first rule that fits decides, so the exceptions stand before what they except.
const RULES: Rule[] = [
  {
    kind: 'component',
    need: /^(?:(?:ten|ma ten|danh muc|danh sach|cac) )?(?:giay to|thanh phan|ho so goc(?= (?:bao )?gom)|(?:ho so|tai lieu)(?= (?:kem|dinh|bao|gom|can|phai|nop)))(?: (?:thanh phan|ho so|can|phai|da|nop|kem|theo|dinh|dien tu|bao|gom|co))*$/,
  },
  {
    kind: 'mention',
    need: /\b(?:ho so|hs|bien nhan)\b.{0,60}\b(?:lien quan|truoc do|cu|goc|tham chieu|trung|thay the|kem theo|luu tru)\b/,
  },
  {
    kind: 'otherCode',
    need: /^(?:ma|so)(?: so)? (?:(?:ho so|hs|tiep nhan|bien nhan)\b.*\b(?:tai(?! lieu)|lien thong|lt|quoc gia|qg|c?dvcqg|cong (?:dvc|dich vu cong)|khac|dia phuong|bo(?! sung| phan)|nganh|he thong|phan mem|mot cua|ho tich|thue|btp)\b|(?:(?:tren|tai|dong bo|gui|cong|tra cuu) )*(?:dia phuong|lien thong|lt|quoc gia|qg|c?dvcqg|dvc quoc gia|cong (?:dvc|dich vu cong))(?: quoc gia)?$|tra cuu(?: ho so)?$)/,
    // What else may stand under the others is no code: that sets no border.
    rank: HAS(/ho so|hs|nhan/, 0, 3),
  },
  {
    kind: 'code',
    need: /\b(?:ma|so)(?: so| dinh danh)? (?:giay )?(?:ho so|hs|bien nhan|tiep nhan|bn)\b|\bho so so\b|\bbien nhan so\b/,
    only: words(
      'ma so dinh danh ho hs bien nhan tiep bn giay da nop tthc dvc thu tuc hanh chinh dien tu cua ban toi',
    ),
    rank: (label) => (/ho so|hs/.test(label) ? (label.startsWith('ma') ? 0 : 1) : 2),
  },
  {
    kind: 'code',
    need: /^(?:chi tiet |thong tin )?(?:ho so|hs)(?: tthc| thu tuc hanh chinh)?(?: so)?$/,
    rank: 3,
    colon: true,
  },
  { kind: 'transaction', need: /^ma giao dich$/, rank: 3 },
  { kind: 'payment', need: /(?:trang thai|tinh trang).*(?:thanh toan|phi\b|nop tien)|^thanh toan$/ },
  {
    kind: 'statusAt',
    need: /^(?:(?:ngay|thoi gian|thoi diem|luc)(?: gio)? (?:(?:cap nhat|chuyen) (?:trang thai|tinh trang)|cap nhat(?: lan cuoi| cuoi| gan nhat)?)|cap nhat (?:luc|ngay))$/,
    // Without its name of the state only where it stands right after it.
    rank: HAS(/trang/, 0, 1),
  },
  {
    kind: 'statusText',
    need: /trang thai|tinh trang|hien trang (?:ho so|hs|xu ly|giai quyet)|^hien trang$/,
    only: words(
      `ten trang thai tinh hien tai thoi nay chung xu ly giai quyet hanh chinh chi tiet ${OF_DOSSIER}`,
    ),
    rank: (label) =>
      (/ho so|hs|chung/.test(label)
        ? 0
        : /^hien/.test(label)
          ? UNSURE
          : /xu ly|giai quyet|chi/.test(label)
            ? 2
            : 1) + (/tinh/.test(label) ? 1 : 0),
  },
  { kind: 'statusText', need: /^tinh hinh (?:xu ly|giai quyet)(?: ho so| hs)?$/, rank: UNSURE, colon: true },
  {
    kind: 'dueAt',
    need: /\bhen\b|\b(?<!gia )han (?:tra|giai quyet)\b|\bngay phai tra\b|\btra\b.*\bdu kien\b|\bdu kien\b.*\b(?:tra|co ket qua|hoan thanh)\b|\bnhan (?:ket qua|kq) du kien\b|^thoi gian tra (?:ket qua|kq) giai quyet\b/,
    only: words(
      `han hen tra nhan ket qua kq du kien giai quyet lay den phai moi dieu chinh sau khi gia cuoi cung hoan thanh co theo phieu giay cho cong dan ${WHEN} ${OF_DOSSIER}`,
    ),
    rank: (label) => (/moi|dieu chinh|gia han|cuoi/.test(label) ? -1 : /hen|tra/.test(label) ? 0 : 1),
  },
  { kind: 'stepDue', need: /^(?:ngay |thoi )?(?:het )?han (?:xu ly|hoan thanh|thuc hien|buoc)\b/ },
  {
    kind: 'receivedAt',
    need: /\b(?:ngay|gio|thoi gian|thoi diem|luc)\b.*\b(?:nhan|tn)\b|\b(?:nhan|tn)\b.*\b(?:ngay|luc)\b/,
    only: words(`da mot tiep nhan tn duoc truc tuyen chinh thuc dvc ${WHEN} ${OF_DOSSIER}`),
    rank: (label) => (/truc tuyen/.test(label) ? 2 : /tiep nhan|\btn\b/.test(label) ? 0 : 1),
  },
  { kind: 'receivedAt', need: /^(?:(?:tiep )?nhan(?: truc tuyen| ho so)?|tn)$/, rank: 2, colon: true },
  {
    kind: 'resolvedAt',
    need: /^(?:ngay|thoi gian|thoi diem|luc)\b.*\b(?:ket thuc|hoan thanh|tra|xong|co ket qua)\b|^(?:da )?(?:hoan thanh|ket thuc|tra(?: ket qua| kq)?) (?:luc|ngay)$|^(?:ngay )?thuc tra$/,
    only: words(
      `da ket thuc hoan thanh tra kq qua xu ly giai quyet xong co te thuc cho cong dan ${WHEN} ${OF_DOSSIER}`,
    ),
    rank: HAS(/ket thuc|hoan thanh|xong/, 0, 1),
  },
  { kind: 'resolvedAt', need: /^(?:ket thuc|hoan thanh) (?:xu ly|giai quyet)$/, rank: 1, colon: true },
  {
    kind: 'submitted',
    need: /^(?:ngay|thoi gian|thoi diem|tu ngay|nop tu|gio)\b.*\b(?:nop|gui|dang ky|tao|khai|lap)\b|^nop (?:tu )?ngay$/,
  },
  {
    kind: 'procedureCode',
    need: /^(?:ma|so hieu) (?:so )?(?:thu tuc|tthc|dich vu cong|dvc)\b|^(?:tthc|thu tuc) so$/,
  },
  // Without a colon it is the name of that site.
  { kind: 'procedureName', need: /^lien thong (?:thu tuc hanh chinh|tthc)$/, rank: 3, colon: true },
  {
    kind: 'procedureName',
    need: /\bthu tuc\b|\btthc\b|\bten ho so\b|\bloai ho so\b|^ve viec$|^noi dung yeu cau giai quyet$|\btruong hop\b|\bdich vu cong\b|\bten (?:dvc|dich vu)\b/,
    only: words(
      'ten loai viec de nghi thuc hien dang ky thu tuc hanh chinh tthc ho so hs dich vu cong dvc ve viec truong hop truc tuyen noi dung yeu cau giai quyet trich yeu',
    ),
    rank: (label) => 5 - WORST_NAMES.findIndex((name) => name.test(label)),
  },
  {
    kind: 'agency',
    need: /^(?:ten )?(?:don vi|co quan|phong ban|bo phan)\b/,
    only: words(
      'ten don vi co quan phong ban bo phan xu ly chu tri giai quyet thuc hien thu tuc hanh chinh tthc hs co tham quyen tiep nhan dang ho so bhxh',
    ),
    rank: (label) => (/giai quyet|thuc hien/.test(label) ? 0 : /tiep nhan|chu quan/.test(label) ? 2 : 1),
  },
  {
    kind: 'agency',
    need: /^noi (?:nhan va )?(?:giai quyet|xu ly|thuc hien|tiep nhan|nhan(?= ho so| hs))(?: ho so| hs)?$|^noi (?:dang ky )?co quan giai quyet$|^to chuc giai quyet$/,
    rank: 1,
  },
  {
    kind: 'other',
    need: /^\S+ thuc .*\b(?:tra|giao|thanh toan|phi|kq|ket qua)\b|^(?:nhan|giao|tra) (?:ket qua|kq)$/,
  },
  {
    kind: 'channel',
    need: /^(?:hinh thuc|kenh|loai|nguon|cach thuc) (?:nop|gui|tiep nhan|nhan (?:ho so|hs)|thuc hien)\b|^(?:hinh thuc|kenh|nop qua)$/,
  },
  { kind: 'info', need: /^(?:thong tin (?:ho so|thu tuc)|ho so|hs)$/ },
  { kind: 'when', need: /^(?:ngay|thoi gian|thoi diem|luc|bat dau|ket thuc)\b/ },
  {
    kind: 'what',
    need: /^(?:cong viec|noi dung(?: xu ly| cong viec)?|buoc(?: xu ly)?|ten buoc|hanh dong|hoat dong|ket qua(?: xu ly)?|xu ly|nhiem vu|tinh hinh)$/,
  },
  {
    kind: 'other',
    need: /^(?:ho|ten|chu|nguoi|cong dan|ca nhan|to chuc|doanh nghiep|so|dien|sdt|email|thu|dia|cccd|cmnd|can|gioi|quoc|dan|linh|ma|phi|le|thanh|tong|can bo|chuyen vien|con|thoi|tep|file|dinh|muc|hinh|doi|ghi|ly|y|trich|mo|bieu|loai|trang|tinh|hoa|ngan|bien|vai|buoc|noi|ket)\b/,
    only: words(
      'ho ten va chu so nguoi nop gui dai dien uy quyen duoc cong dan ca nhan to chuc doanh nghiep don vi xu ly thu giai quyet tiep thuc hien thoai sdt di dong email tu dia chi thuong tru thua dat cccd cmnd can cuoc dinh danh giay phieu luong ban bo tien ngay ky hieu tai khoan chung bien lai gioi tinh quoc tich toc linh vuc ma nganh thue tra cuu phi le thanh tong chuyen vien con qua han thoi tep tin file kem muc do hinh doi tuong ghi y kien trich yeu mo ta bieu mau loai trang thai hoa ngan hang vai tro buoc theo noi dung ket hon hoat nho suc khoe khac cua goc chinh sao cap mst hs sinh quy lam viec du vnd nhiem vu khai',
    ),
  },
];

/** Words that labels are made of: any other word in one may be somebody's name. */
export const isLabelWord = (folded: string): boolean => RULES.some((rule) => rule.only?.has(folded));

/** "Trạng thái / Status": what follows words with Vietnamese marks and has none says the same again. */
const ENGLISH = /[/|–-] ?(?:[A-Za-z ]*[a-z]{3}|[A-Z ]{6,})(?=:?$)/;
const MAX_LABEL = 60;
const MAX_WORDS = 10;

/** Reads labels with a platform's corrections; remembers what it has seen, since a page repeats its labels. */
export class Labels {
  readonly #seen = new Map<string, Label | null>();
  readonly #extra = new Map<string, LabelKind>();

  constructor(profile?: ReadingProfile | null) {
    for (const source of [profile?.labels, profile?.settled]) {
      for (const [field, list] of Object.entries(source ?? {})) {
        for (const label of list) this.#extra.set(bare(label), field as LabelKind);
      }
    }
  }

  /** The meaning of a whole text as a label, or null when it is none. */
  of(text: string): Label | null {
    // A colon in the middle, or many digits: the value stands in the same text.
    if (text.length > MAX_LABEL || text.length < 2 || /[:：]\s*(?:[^\s:：*(]|\([^*])|\d\D?\d\D?\d/.test(text))
      return null;
    let label = this.#seen.get(text);
    if (label === undefined) {
      label = this.#classify(text);
      if (label) label.shown = text;
      this.#seen.set(text, label);
    }
    return label;
  }

  #classify(given: string): Label | null {
    const text = /[\u0100-\uffff]/.test(given) ? given.replace(ENGLISH, '') : given;
    const folded = bare(text);
    const extra = this.#extra.get(folded);
    if (extra) return { kind: extra, rank: 0, text: folded };
    const list = folded.split(' ');
    const colon = /[:：]\s*$/.test(text);
    // "Hồ sơ trả lại" has only words of labels, and is a status; "Sở Nội vụ" has too, and is an office.
    if (list.length <= MAX_WORDS && (colon || !(/^sở /i.test(text) || isState(text)))) {
      for (const rule of RULES) {
        if (
          (rule.colon && !colon) ||
          !rule.need.test(folded) ||
          (rule.only && !list.every((word) => rule.only?.has(word)))
        )
          continue;
        const rank = typeof rule.rank === 'function' ? rule.rank(folded) : (rule.rank ?? 0);
        return { kind: rule.kind, rank, text: folded };
      }
    }
    // A colon at the end makes a label of anything; what it means is not known.
    // "Liên thông: Đăng ký khai sinh, …" is the name of a procedure.
    return colon && folded !== 'lien thong' ? { kind: 'other', rank: 9, text: folded } : null;
  }
}
