/** The few words beside a code on the page: the other system, what it says, how long ago that was seen. */
import type { Finding, Judgement } from '../dossier/finding';
import type { SystemId } from '../dossier/sighting';
import { toInstant } from '../dossier/time';
import type { SystemLine } from './dossier-view';
import { ago, type Wording } from './sentence';

/** A chip stands in free space beside a code: longer would cover the page. */
const LONGEST = 40;

/** The system that is behind; on its own page the one that is ahead. */
function namedSystem({ systems }: Finding, here: SystemId | undefined): SystemId | undefined {
  const behind = systems.at(-1);
  return behind === here ? systems[0] : behind;
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
  const missing = finding.rule === 'missing-on-system' && system === finding.systems.at(-1);
  const wordings = missing ? [t('view_chip_missing')] : [line?.statusText, line?.statusLabel];
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
