/** Two codes of one dossier: learned from pages that show both, or said by hand. */
import type { DossierCode } from '../dossier/code';
import type { IsoInstant } from '../dossier/time';
import type { CodeLink, Ledger } from './database';

/** The key of a link, whichever code comes first. */
export function linkKey(one: DossierCode, other: DossierCode): [DossierCode, DossierCode] {
  return one < other ? [one, other] : [other, one];
}

/** Says by hand that two codes are one dossier; also brings an undone link back. Linking a code with itself does nothing. */
export async function link(
  db: Ledger,
  one: DossierCode,
  other: DossierCode,
  at: IsoInstant = new Date().toISOString(),
): Promise<void> {
  if (one === other) return;
  const [a, b] = linkKey(one, other);
  await db.links.put({ a, b, at, by: 'hand' });
}

/** Undoes a wrong link for good: pages do not teach it again. */
export async function unlink(
  db: Ledger,
  one: DossierCode,
  other: DossierCode,
  at: IsoInstant = new Date().toISOString(),
): Promise<void> {
  if (one === other) return;
  const [a, b] = linkKey(one, other);
  await db.links.put({ a, b, at, by: 'hand', undone: true });
}

/** The codes of each dossier: one group for each dossier among `codes`, in their order, the code asked for first. */
export async function groupCodes(db: Ledger, codes: readonly DossierCode[]): Promise<DossierCode[][]> {
  const neighbours = await linksAround(db, codes);
  const grouped = new Set<DossierCode>();
  const groups: DossierCode[][] = [];
  for (const code of codes) {
    if (grouped.has(code)) continue;
    const group = [code];
    grouped.add(code);
    for (const member of group) {
      for (const next of [...(neighbours.get(member) ?? [])].sort()) {
        if (grouped.has(next)) continue;
        grouped.add(next);
        group.push(next);
      }
    }
    groups.push(group);
  }
  return groups;
}

async function linksAround(
  db: Ledger,
  codes: readonly DossierCode[],
): Promise<Map<DossierCode, Set<DossierCode>>> {
  const neighbours = new Map<DossierCode, Set<DossierCode>>();
  const known = new Set(codes);
  let edge: DossierCode[] = [...known];
  while (edge.length > 0) {
    const found = await linksOf(db, edge);
    edge = [];
    for (const { a, b, undone } of found) {
      if (undone) continue;
      for (const [from, to] of [
        [a, b],
        [b, a],
      ] as const) {
        const set = neighbours.get(from) ?? new Set();
        neighbours.set(from, set.add(to));
        if (!known.has(to)) {
          known.add(to);
          edge.push(to);
        }
      }
    }
  }
  return neighbours;
}

/** Asking first how many links there are is worth its time from so many codes on. */
const MANY = 5;

/** Links of any of these codes; all links where there are fewer of them than reads. */
async function linksOf(db: Ledger, codes: readonly DossierCode[]): Promise<CodeLink[]> {
  if (codes.length >= MANY && (await db.links.count()) <= 2 * codes.length) return db.links.toArray();
  const reads = codes.flatMap((code) => [
    db.links.where('a').equals(code).toArray(),
    db.links.where('b').equals(code).toArray(),
  ]);
  return (await Promise.all(reads)).flat();
}
