/** The board's entries from the ledger: one for each dossier, judged in slices so that the page stays awake. */
import type { DossierCode } from '../../utils/dossier/code';
import type { Judgement } from '../../utils/dossier/finding';
import { toInstant } from '../../utils/dossier/time';
import { codesOf, type Ledger } from '../../utils/ledger/database';
import { dismissalsByCode } from '../../utils/ledger/dismissals';
import { find, type LedgerFile } from '../../utils/ledger/find';
import { historyOf } from '../../utils/ledger/history';
import type { Settings } from '../../utils/policy/settings';
import { judge } from '../../utils/view/judgements-of';
import { mutedRules } from '../../utils/view/muted-rules';
import { isQuiet } from '../../utils/view/set-aside';
import type { BoardEntry } from './sources';
import type { Turn } from './unhurried';

/** Dossiers read and judged at a time: some milliseconds, for which every question to the ledger waits. */
const SLICE = 50;

/** @returns one entry for each dossier that any system was seen to speak of; `now` in ms */
export async function boardEntries(
  db: Ledger,
  settings: Settings,
  now: number,
  turn: Turn = () => Promise.resolve(),
): Promise<BoardEntry[]> {
  const codes = await codesOf(db);
  // Few rows, and the same for every slice.
  const aside = { dismissals: await dismissalsByCode(db), muted: await mutedRules(db, settings) };
  const names = new Map(settings.systems.map(({ id, shortName }) => [id, shortName]));
  const done = new Set<DossierCode>();
  const entries: BoardEntry[] = [];
  for (let at = 0; at < codes.length; at += SLICE) {
    await turn();
    const slice = codes.slice(at, at + SLICE).filter((code) => !done.has(code));
    const files = await find(db, slice);
    const histories = await historyOf(
      db,
      files.map(({ codes: all }) => all),
    );
    const judgements = judge(files, { histories, ...aside }, { settings, now });
    files.forEach((file, index) => {
      for (const code of file.codes) done.add(code);
      const judgement = judgements[index];
      const entry = judgement && entryOf(file, judgement, names);
      if (entry) entries.push(entry);
    });
  }
  return entries;
}

/** @returns null for a dossier that no system in use was seen to hold */
export function entryOf(
  file: LedgerFile,
  judgement: Pick<Judgement, 'verdict' | 'findings'>,
  names: ReadonlyMap<string, string>,
): BoardEntry | null {
  const [code] = file.codes;
  const said = file.sightings
    .filter(({ outcome, system }) => outcome === 'found' && names.has(system))
    .sort((a, b) => Date.parse(b.seenAt) - Date.parse(a.seenAt));
  const [latest] = said;
  if (!code || !latest) return null;
  const [due] = said
    .flatMap(({ dueAt, system }) => (dueAt ? [{ at: dueAt, shortName: names.get(system) ?? system }] : []))
    .sort((a, b) => toInstant(a.at, 'end') - toInstant(b.at, 'end'));
  return {
    code,
    verdict: judgement.verdict,
    ...(isQuiet(judgement) && { quiet: true as const }),
    said: said.map(({ system, statusText, via, seenAt }) => ({
      system,
      shortName: names.get(system) ?? system,
      statusText,
      via,
      seenAt,
    })),
    due,
    seenAt: latest.seenAt,
  };
}
