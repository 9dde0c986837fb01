/** What the staff's shorthand ("17-1436") may stand for: only dossiers that the ledger has seen, never a guess. */
import type { DossierCode } from '../dossier/code';
import { shorthandOf } from '../dossier/shorthand';
import { codesOf, type Ledger } from './database';

/** The known codes of each shorthand, latest day first; one that stands for none is not in the map. */
export async function codesShortFor(
  db: Ledger,
  shorthands: readonly string[],
): Promise<Map<string, DossierCode[]>> {
  const found = new Map<string, DossierCode[]>();
  if (shorthands.length === 0) return found;
  const wanted = new Set(shorthands);
  for (const code of await codesOf(db)) {
    const short = shorthandOf(code);
    if (short && wanted.has(short)) found.set(short, [...(found.get(short) ?? []), code]);
  }
  const day = (code: DossierCode): string => code.match(/-(?:20)?(\d{6})-/)?.[1] ?? '';
  for (const codes of found.values()) codes.sort((a, b) => (day(a) < day(b) ? 1 : -1));
  return found;
}
