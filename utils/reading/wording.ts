/**
 * What words beside a code are about: a state of the dossier, a hint of lateness, its fee. The page only has to tell them
 * apart; which canonical status a wording is, the background knows by its table (dossier/status.ts, too big for a page).
 */
import { fold } from '../dossier/fold';
import type { Payment } from '../dossier/sighting';

/** Words that say where a dossier stands: "Tiếp nhận" without one of them may be a button or a step. */
export const STATE_WORD =
  /^(?:ho so )?(?:da|dang|cho|moi|yeu cau|duoc|khong|bi|tu choi|tam dung|dung|hoan thanh|can bo sung|cong dan yeu cau|chua)\b/;
/** States named without such a word. */
const STATE_NAME =
  /^(?:ho so )?(?:tra lai|xin rut|rut|chuyen|thu ly|bo sung|tra ket qua|kinh trinh|lien thong|thong bao|thu hoi|so hoa|mcdt|bpmc|vbdlis|btp)\b/;
/** The words of the table of statuses that make states, not names. */
const WORDS = new Set(
  'ho so hs da dang cho moi duoc bi khong chua can yeu cau tu choi tam dung hoan thanh cong dan tiep nhan xu ly thu giai quyet bo sung giay to tra lai ket qua ky duyet xong toan phi le rut xin huy xoa lien thong chuyen phong mon tham dinh trinh lanh dao phan thuc hien nghia vu tai chinh nop tien tao gui dong y truc tuyen vneid nguoi mot cua xac dieu kien du phep cap kinh de xuat xem xet doi chieu buoc truoc nha sua bao dien hoa trong hop vbdlis btp bpmc mcdt'.split(
    ' ',
  ),
);
const LATE =
  /^\(?(?:da |dang )?(?:giai quyet |xu ly |hoan thanh )?(?:(qua han|tre)|con|(?:dung|trong|truoc|sap den|sap qua) han|som|hom nay)\b(?! bo sung)/;
const PAID =
  /^(?:bao )?da (?:thanh toan|nop (?:phi|le phi|tien)|hoan thanh thu|thu phi|xac nhan (?:phi|le phi))/;
const UNPAID = /^(?:chua|cho) (?:thanh toan|nop|thu)\b/;
const REFUNDED = /\bhoan (?:phi|tien|tra phi)/;
/** A step's number before, a bracket or a date after the words of a state. */
const AROUND = /^(?:buoc )?\d{1,2}[.)] ?|\([^()]*\)|\b(?:ngay |luc )?\d{1,4}[/:-]\d.*$/g;

/** Folded words of a status without numbers, brackets and dates around them. */
export const stateWords = (text: string): string =>
  fold(text)
    .replace(AROUND, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Surely a state: nothing but words of states, and one that says where the dossier stands or names a state. */
export function isState(text: string): boolean {
  const state = stateWords(text);
  if (text.length > 120 || LATE.test(state) || paymentOf(text)) return UNPAID.test(state);
  return (
    (STATE_WORD.test(state) || STATE_NAME.test(state)) && state.split(' ').every((word) => WORDS.has(word))
  );
}

/** Whether the words call the dossier late (true) or in time (false); undefined when they say neither. */
export function overdueOf(text: string): boolean | undefined {
  if (text.length > 60 || !/h[ạa]n|c[òo]n|tr[ễe]|h[ôo]m|s[ớo]m/i.test(text)) return undefined;
  const found = fold(text).match(LATE);
  return found ? found[1] !== undefined : undefined;
}

export function paymentOf(text: string): Payment | undefined {
  const folded = fold(text);
  if (REFUNDED.test(folded)) return 'refunded';
  if (PAID.test(folded)) return 'paid';
  return UNPAID.test(folded) ? 'unpaid' : undefined;
}
