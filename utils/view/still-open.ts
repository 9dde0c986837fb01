/** Dossiers that somebody still has to do with: what is forgotten for want of room goes by it. */
import type { CanonicalStatus } from '../dossier/status';
import type { Ledger } from '../ledger/database';
import type { LedgerFile } from '../ledger/find';
import { type JudgedBy, judgementsOf } from './judgements-of';

/** States in which nothing more is to be done. */
const SETTLED: ReadonlySet<CanonicalStatus> = new Set([
  'resolved',
  'returned',
  'rejected',
  'stopped',
  'withdrawn',
  'cancelled',
]);

/** One word a file: true where a system shows work going on, where systems disagree, or where one is being asked. */
export async function stillOpen(
  db: Ledger,
  files: readonly LedgerFile[],
  judgedBy: JudgedBy,
): Promise<boolean[]> {
  const judgements = await judgementsOf(db, files, judgedBy);
  return files.map(({ sightings, asking }, i) => {
    const found = sightings.filter(({ outcome }) => outcome === 'found');
    const ended = found.every(({ status }) => status !== undefined && SETTLED.has(status));
    return asking.length > 0 || !ended || judgements[i]?.verdict === 'out-of-sync';
  });
}
