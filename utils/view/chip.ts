/** The few words beside a code on the page: the other system, what it says, how long ago that was seen. */
import type { Finding, Judgement, RuleId } from '../dossier/finding';
import type { SystemId } from '../dossier/sighting';
import { toInstant } from '../dossier/time';
import type { SystemLine } from './dossier-view';
import { ago, termsText, type Wording } from './sentence';

/** A chip stands in free space beside a code: longer would cover the page. */
const LONGEST = 40;

/** The system that is behind; on its own page the one that is ahead. */
function namedSystem({ systems }: Finding, here: SystemId | undefined): SystemId | undefined {
  const behind = systems.at(-1);
  return behind === here ? systems[0] : behind;
}

/** What a chip says of a finding that is not about the status; null: the status says it. */
const CHIP_WORDS: Partial<Record<RuleId, string>> = {
  'false-overdue': 'view_chip_false_overdue',
  'receipt-missing': 'view_chip_no_receipt',
  'result-missing': 'view_chip_no_result',
  'procedure-disagrees': 'view_chip_procedure',
};

/** The words for a system's part in a finding, the better ones first. */
function wordingsOf(
  { rule, systems, reason }: Finding,
  system: SystemId,
  line: SystemLine | undefined,
  t: Wording['t'],
): (string | undefined)[] {
  const behind = system === systems.at(-1);
  if (rule === 'missing-on-system' && behind) return [t('view_chip_missing')];
  if (rule === 'due-date-disagrees' && line?.dueText) return [t('view_chip_due', [line.dueText])];
  if (rule === 'payment-disagrees') {
    const payments = reason.params.flatMap((word) =>
      typeof word === 'object' && 'payment' in word ? [word.payment] : [],
    );
    const payment = behind ? payments.at(-1) : payments[0];
    return payment ? [t(`payment_${payment}`)] : [];
  }
  const shown = reason.params.flatMap((word) =>
    typeof word === 'object' && 'terms' in word ? [word.terms] : [],
  );
  const terms = behind ? shown.at(-1) : shown[0];
  if (terms && rule === 'procedure-disagrees') {
    const { fee, ...rest } = terms;
    return [termsText(terms, t), termsText(fee === undefined ? rest : { fee }, t)];
  }
  const words = CHIP_WORDS[rule];
  return words && behind ? [t(words)] : [line?.statusText, line?.statusLabel];
}

/** @returns "DVCQG: Đang xử lý · 2 giờ trước", at most 40 characters; undefined when nothing is out of sync */
export function chipOf(
  judgement: Judgement,
  lines: SystemLine[],
  { here, now, t, shortName }: Wording & { here?: SystemId; now: number },
): string | undefined {
  if (judgement.verdict !== 'out-of-sync') return undefined;
  const finding = judgement.findings.find(({ severity }) => severity === 'error');
  const system = finding && namedSystem(finding, here);
  if (!finding || !system) return undefined;
  const line = lines.find((one) => one.system === system);
  const wordings = wordingsOf(finding, system, line, t);
  const when = line?.seenAt ? ` · ${ago(toInstant(line.seenAt), now, t)}` : '';
  const chips = wordings.flatMap((words) => (words ? [`${shortName(system)}: ${words}${when}`] : []));
  const fits = chips.find((chip) => chip.length <= LONGEST);
  return fits ?? shorten(shortName(system), chips[0] ? (wordings.filter(Boolean).at(-1) ?? '') : '', when);
}

function shorten(name: string, words: string, when: string): string {
  const room = LONGEST - name.length - 2 - when.length - 1;
  if (room >= 6) return `${name}: ${words.slice(0, room).trimEnd()}…${when}`;
  return words
    ? `${name}: ${words}`
        .slice(0, LONGEST - 1)
        .trimEnd()
        .concat('…')
    : name.slice(0, LONGEST);
}
