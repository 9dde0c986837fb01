/** The words of a label alone. A file of its own: many ask for it who need none of the rules. */
import { fold } from '../dossier/fold';

/** Folded, without numbering, colon, star, bracketed hints ("(dd/mm/yyyy)") and punctuation. */
export function bare(text: string): string {
  return fold(text)
    .replace(/\([^()]*\)/g, ' ')
    .replace(/^[\s\-•*+·]*(?:\d{1,2}[.)]\s+|[a-z][.)]\s+)?/, '')
    .replace(/[^a-z0-9#]+/g, ' ')
    .trim()
    .replace(/^ng? (?=nhan|hen|tra)/, 'ngay ')
    .replace(/^tg (?=nhan|tiep|tn|hen|tra|ket)/, 'thoi gian ')
    .replace(/^t (?=trang)/, 'tinh ');
}
