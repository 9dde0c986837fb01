/**
 * Papers as the ledger knows them: which of them a procedure's components name, and which were not asked for in which
 * dossier. Ids alone, never a page's words. Rows of `meta`: `papers:1.004884`, `number:<catalogue's name>` and
 * `spared:H26… birth-certificate`.
 */
import type { DossierCode } from '../dossier/code';
import { fold } from '../dossier/fold';
import { PAPER_IDS, type PaperId } from '../dossier/paper';
import type { IsoInstant } from '../dossier/time';
import type { Ledger, MetaRow } from './database';

const PAPERS = 'papers:';
const NUMBER = 'number:';
const SPARED = 'spared:';
/** Counts by paper of what was forgotten with its dossier: a sum names nobody. */
const SPARED_BEFORE = 'spared-before';

export type PaperCounts = Partial<Record<PaperId, number>>;

const isPaper = (value: unknown): value is PaperId => (PAPER_IDS as readonly unknown[]).includes(value);

/** Keeps what a procedure's components name; the latest page holds. @param procedure its number without a tail. */
export async function rememberPapers(
  db: Ledger,
  procedure: string,
  papers: readonly PaperId[],
): Promise<void> {
  await db.meta.put({ key: PAPERS + procedure, value: [...new Set(papers)] });
}

/** @returns papers by procedure, for those of these procedures whose components were read */
export async function papersOf(db: Ledger, procedures: readonly string[]): Promise<Map<string, PaperId[]>> {
  const asked = [...new Set(procedures)];
  if (asked.length === 0) return new Map();
  const rows = await db.meta.bulkGet(asked.map((procedure) => PAPERS + procedure));
  return new Map(
    asked.flatMap((procedure, at): [string, PaperId[]][] => {
      const value = rows[at]?.value;
      return Array.isArray(value) ? [[procedure, value.filter(isPaper)]] : [];
    }),
  );
}

/** Notes the numbers of procedures that pages name without it. @param pairs the catalogue's name and number of each */
export async function noteNumbers(db: Ledger, pairs: ReadonlyMap<string, string>): Promise<void> {
  await db.meta.bulkPut([...pairs].map(([name, value]): MetaRow => ({ key: NUMBER + fold(name), value })));
}

/** @returns the number of each of these names, where it was noted */
export async function numbersOf(db: Ledger, names: readonly string[]): Promise<Map<string, string>> {
  const asked = [...new Set(names)];
  if (asked.length === 0) return new Map();
  const rows = await db.meta.bulkGet(asked.map((name) => NUMBER + fold(name)));
  return new Map(
    asked.flatMap((name, at): [string, string][] => {
      const value = rows[at]?.value;
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

/** Counts papers of a dossier that need not be asked for. Each counts once, however often the page is opened. */
export async function countSpared(
  db: Ledger,
  code: DossierCode,
  papers: readonly PaperId[],
  at: IsoInstant,
): Promise<void> {
  await db.meta.bulkPut(papers.map((paper): MetaRow => ({ key: `${SPARED}${code} ${paper}`, value: at })));
}

/** How many papers were not asked for on this machine, by paper. */
export async function sparedPapers(db: Ledger): Promise<PaperCounts> {
  const counts = countsIn((await db.meta.get(SPARED_BEFORE))?.value);
  const keys = await db.meta.where('key').startsWith(SPARED).primaryKeys();
  for (const key of keys) add(counts, key);
  return counts;
}

/** Forgets which dossiers the papers belonged to, when last seen before that time; their number stays. */
export async function pruneSpared(db: Ledger, before: IsoInstant): Promise<number> {
  const rows = await db.meta.where('key').startsWith(SPARED).toArray();
  return keepSums(
    db,
    rows.filter(({ value }) => typeof value !== 'string' || value < before),
  );
}

/** Forgets that papers belonged to these dossiers; their number stays. @returns how many rows went */
export async function forgetSpared(db: Ledger, codes: readonly DossierCode[]): Promise<number> {
  const rows = await Promise.all(
    codes.map((code) => db.meta.where('key').startsWith(`${SPARED}${code} `).toArray()),
  );
  return keepSums(db, rows.flat());
}

async function keepSums(db: Ledger, old: readonly MetaRow[]): Promise<number> {
  if (old.length === 0) return 0;
  const counts = countsIn((await db.meta.get(SPARED_BEFORE))?.value);
  for (const { key } of old) add(counts, key);
  await db.meta.put({ key: SPARED_BEFORE, value: counts });
  await db.meta.bulkDelete(old.map(({ key }) => key));
  return old.length;
}

function add(counts: PaperCounts, key: string): void {
  const paper = key.split(' ').at(-1);
  if (isPaper(paper)) counts[paper] = (counts[paper] ?? 0) + 1;
}

function countsIn(value: unknown): PaperCounts {
  const entries = Object.entries(typeof value === 'object' && value !== null ? value : {});
  return Object.fromEntries(entries.filter(([paper, count]) => isPaper(paper) && Number.isInteger(count)));
}
