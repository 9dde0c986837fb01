/**
 * What of a page's text may leave the page in an explanation: codes, dates, words of states and of money, procedure
 * codes, offices of the catalogue and the words that labels are made of. Every other word may be a citizen's.
 */
import { findCodes, parseLocalCode } from '../dossier/code';
import { fold } from '../dossier/fold';
import type { Reading } from '../dossier/sighting';
import { maskUnknown } from '../dossier/status';
import { CATALOGUE } from '../systems';
import { procedureCodesIn, timesIn } from './field-values';
import { isLabelWord } from './labels';

const MASK = '•••';
const TOKEN = /[\p{L}\p{M}\p{N}]+/gu;
const LONGEST = 200;

/** Words of offices without a name of their own. */
const OFFICE = new Set(
  'so bo cuc chi nhanh phong ban ubnd hdnd uy nhan dan tinh thanh pho quan huyen thi xa phuong dac khu trung tam phuc vu hanh chinh cong phan tiep mot cua van va tra ket qua don vi'.split(
    ' ',
  ),
);

/** Words of labels that the label rules name by pattern alone. */
const MORE_LABEL_WORDS = new Set(
  'quoc gia lien thong dvcqg cdvcqg cong dia phuong noi bo kenh cach'.split(' '),
);

/** Words of the ways in. */
const CHANNEL = new Set(
  'ho so nop truc tuyen truc tiep qua buu chinh dien online mang cong dich vu bcci vnpost dvc tai quay mot cua bo phan nhan hinh thuc vneid'.split(
    ' ',
  ),
);

/** Words that say how late a dossier is. */
const LATENESS = new Set(
  'con lai qua han tre hen trong truoc som dung sap den hom nay ngay gio phut thang lam viec da giai quyet xu ly'.split(
    ' ',
  ),
);

interface Stretch {
  start: number;
  end: number;
}

/** A text read for a field, with everything masked that this field does not need. */
export function maskField(field: keyof Reading | 'code', text: string): string {
  const short = text.normalize('NFC').slice(0, LONGEST);
  switch (field) {
    case 'code':
    case 'otherCode':
      return parseLocalCode(short) === null ? keeping(findCodes(short), short) : short;
    case 'receivedAt':
    case 'dueAt':
    case 'resolvedAt':
    case 'statusAt':
      return keeping(timesIn(short), short);
    case 'procedureCode':
    case 'procedureName':
      return keeping(procedureCodesIn(short), short, () => MASK);
    case 'agency':
      return maskOffice(short);
    case 'overdueShown':
      return maskTokens(short, (words) => words.map((word) => LATENESS.has(word) || /^\d{1,3}$/.test(word)));
    case 'channel':
      return maskTokens(short, (words) => words.map((word) => CHANNEL.has(word)));
    default:
      return maskUnknown(short);
  }
}

/** A label: its words are those of labels, or masked. */
export function maskLabel(label: string): string {
  const bare = label.normalize('NFC').replace(/(?<![\s:：*])[\s:：*]+$/u, '');
  return maskTokens(bare, (words) => words.map((word) => isLabelWord(word) || MORE_LABEL_WORDS.has(word)));
}

/** The stretches as they are, what stands between them masked. */
function keeping(
  stretches: Stretch[],
  text: string,
  mask: (between: string) => string = maskUnknown,
): string {
  let shown = '';
  let last = 0;
  const between = (end?: number) => {
    const part = text.slice(last, end);
    shown += /[\p{L}\p{N}]/u.test(part) ? mask(part) : part;
  };
  for (const { start, end } of stretches) {
    between(start);
    shown += text.slice(start, end);
    last = end;
  }
  between();
  return shown;
}

let offices: string[][] | null = null;

/** Names of ministries and provinces as words, the longest first; without the office's kind before them too. */
function officeNames(): string[][] {
  offices ??= [
    ...new Set(
      CATALOGUE.flatMap(({ name, shortName }) => [name, shortName]).flatMap((name) => {
        const folded = fold(name);
        return [folded, folded.replace(/^(?:bo|he thong giai quyet tthc) /, '')];
      }),
    ),
  ]
    .map((name) => name.split(/[^a-z0-9]+/).filter(Boolean))
    .sort((a, b) => b.length - a.length);
  return offices;
}

function maskOffice(text: string): string {
  return maskTokens(text, (words) => {
    const keep = words.map((word) => OFFICE.has(word));
    words.forEach((_, at) => {
      const name = officeNames().find((one) => one.every((word, i) => words[at + i] === word));
      if (name && (name.length > 1 || name[0] === 'hue')) keep.fill(true, at, at + name.length);
    });
    return keep;
  });
}

/** Masks the words that are not kept; a run of capitalised words is kept or masked as a whole. */
function maskTokens(text: string, decide: (folded: string[]) => boolean[]): string {
  const tokens = [...text.matchAll(TOKEN)];
  const keep = decide(tokens.map(([word]) => fold(word)));
  for (let from = 0; from < tokens.length; from++) {
    let to = from;
    while (/^\p{Lu}/u.test(tokens[to]?.[0] ?? '')) to++;
    if (to - from > 1 && keep.slice(from, to).includes(false)) keep.fill(false, from, to);
    from = Math.max(from, to - 1);
  }
  let at = 0;
  const masked = text.replace(TOKEN, (word) => (keep[at++] ? word : MASK));
  return masked.replace(/•••(?:[^\p{L}\p{N}]{1,3}•••)+/gu, MASK);
}
