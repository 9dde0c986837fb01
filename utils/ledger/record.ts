/**
 * Writing sightings down. Time decides, not the order of arrival: an older sighting never overwrites a newer one, it
 * only fills the history. A failed lookup says nothing of the dossier and goes to `tries` alone.
 */
import type { DossierCode } from '../dossier/code';
import type { Sighting } from '../dossier/sighting';
import type { Arrival, CodeLink, Ledger, Try } from './database';
import { foldIn } from './fold-in';
import { groupCodes, linkKey } from './links';

/** A longer list is put down as it came, in rows of so many: a write costs its time, whatever is in it. */
const PART = 25;

/**
 * Records sightings in one transaction; `find` knows them from then on. A long list is put where it belongs by `settle`,
 * which the caller sees to. Answers the codes (linked ones too) of which a view may now say something else, without those
 * that `settle` will name; seen again within the same minute and unchanged is no change.
 */
export async function record(db: Ledger, sightings: readonly Sighting[]): Promise<DossierCode[]> {
  if (sightings.length === 0) return [];
  return db.transaction('rw', [db.latest, db.changes, db.links, db.tries, db.arrivals], async () => {
    const said = sightings.flatMap((one) =>
      one.outcome === 'found' || one.outcome === 'not-found'
        ? { ...one, seenAt: new Date(one.seenAt).toISOString() }
        : [],
    );
    // What comes after a long list waits behind it, so that all is told in its order.
    const waits = said.length > PART || (await db.arrivals.count()) > 0;
    const parts = await Promise.all([
      recordTries(db, sightings),
      learnLinks(db, sightings),
      waits ? putDown(db, said) : foldIn(db, said),
    ]);
    const changed = [...new Set(parts.flat())];
    return changed.length ? (await groupCodes(db, changed)).flat() : changed;
  });
}

async function putDown(db: Ledger, said: readonly Sighting[]): Promise<DossierCode[]> {
  const sorted = [...said].sort((x, y) => (x.seenAt < y.seenAt ? -1 : x.seenAt > y.seenAt ? 1 : 0));
  const rows: Arrival[] = [];
  for (let at = 0; at < sorted.length; at += PART) rows.push({ sightings: sorted.slice(at, at + PART) });
  await db.arrivals.bulkAdd(rows);
  return [];
}

async function recordTries(db: Ledger, sightings: readonly Sighting[]): Promise<DossierCode[]> {
  const latest = new Map<string, Try>();
  for (const { code, system, outcome, via, seenAt } of sightings) {
    if (via !== 'lookup') continue;
    const key = `${code}\n${system}`;
    const at = new Date(seenAt).toISOString();
    if ((latest.get(key)?.at ?? '') <= at) latest.set(key, { code, system, outcome, at });
  }
  const tries = [...latest.values()];
  // Most sightings are a page's: nothing is read for them.
  if (tries.length === 0) return [];
  const stored = await db.tries.bulkGet(tries.map(({ code, system }) => [code, system]));
  const newer = tries.filter((attempt, i) => (stored[i]?.at ?? '') < attempt.at);
  await db.tries.bulkPut(newer);
  return newer.map(({ code }) => code);
}

/** A page that shows two codes teaches that they are one dossier, unless a person undid that link. */
async function learnLinks(db: Ledger, sightings: readonly Sighting[]): Promise<DossierCode[]> {
  const links = new Map<string, CodeLink>();
  for (const { code, otherCode, outcome, seenAt } of sightings) {
    if (outcome !== 'found' || !otherCode || otherCode === code) continue;
    const [a, b] = linkKey(code, otherCode);
    links.set(`${a}\n${b}`, { a, b, at: new Date(seenAt).toISOString(), by: 'page' });
  }
  const rows = [...links.values()];
  if (rows.length === 0) return [];
  const stored = await db.links.bulkGet(rows.map(({ a, b }) => [a, b]));
  const fresh = rows.filter((_, i) => !stored[i]);
  await db.links.bulkPut(fresh);
  return fresh.flatMap(({ a, b }) => [a, b]);
}
