/** The words of a label alone. A file of its own: many ask for it who need none of the rules. */
import { fold } from '../dossier/fold';

/** "(dd/mm/yyyy)", "(nếu có)", "(tự sinh)" help to fill in; "Trạng thái (ký số)" is not the dossier's. */
const HELP = /\((?:[ -'*-~]*|[^()]*(?:có|buộc|đồng|ngày|tự (?:sinh|động|tính|cấp))[^()]*)\)/gi;

/** Folded, without numbering, colon, star, bracketed help and punctuation. */
export function bare(text: string): string {
  return fold(text.replace(/^\s*\(([^()]+)\)\s*$/, '$1').replace(HELP, ' '))
    .replace(/^[\s\-•*+·]*(?:\d{1,2}[.)]\s+|[a-h][.)]\s+)?/, '')
    .replace(/[^a-z0-9#]+/g, ' ')
    .trim()
    .replace(/^ng? (?=nhan|hen|tra)/, 'ngay ')
    .replace(/^tg (?=nhan|tiep|tn|hen|tra|ket)/, 'thoi gian ')
    .replace(/^t (?=trang)/, 'tinh ');
}
