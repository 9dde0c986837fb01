/**
 * How platforms' profiles fared on the systems' pages, by place. No dossier and no address: a place is a hash. Rows of
 * `meta`: `layout:land 1x2y3z`.
 */
import type { SystemId } from '../dossier/sighting';
import type { IsoInstant } from '../dossier/time';
import { pagePlace } from '../systems/page-place';
import type { Layout } from '../systems/profile';
import type { Ledger } from './database';

const LAYOUT = 'layout:';
/** A system has a handful of lists; what floods this is no list. */
const MOST_PLACES = 30;

/** One place: when its profile last fitted, and since when it does not. */
interface PlaceLayout {
  fitAt?: IsoInstant;
  misfitSince?: IsoInstant;
  misfitAt?: IsoInstant;
}

/** A system of whose pages the profile no longer fits some. */
export interface Misfit {
  system: SystemId;
  since: IsoInstant;
  lastAt: IsoInstant;
}

/** Notes how the profile fared on one page; a page on which it names nothing says nothing. */
export async function noteLayout(
  db: Ledger,
  { system, url, layout, at }: { system: SystemId; url: string; layout: Layout; at: IsoInstant },
): Promise<void> {
  if (layout === 'none') return;
  const key = `${LAYOUT}${system} ${pagePlace(new URL(url).pathname)}`;
  const before = asPlace((await db.meta.get(key))?.value);
  if (!before && (await db.meta.where('key').startsWith(`${LAYOUT}${system} `).count()) >= MOST_PLACES)
    return;
  const value: PlaceLayout =
    layout === 'fits' ? { fitAt: at } : { ...before, misfitSince: before?.misfitSince ?? at, misfitAt: at };
  await db.meta.put({ key, value });
}

/** @returns places of a system on which its profile was read at some time, now or before a new layout */
export async function fittedPlaces(db: Ledger, system: SystemId): Promise<string[]> {
  const rows = await db.meta.where('key').startsWith(`${LAYOUT}${system} `).toArray();
  return rows.flatMap(({ key, value }) => (asPlace(value)?.fitAt ? [key.slice(key.indexOf(' ') + 1)] : []));
}

/** @returns the systems of which some place does not fit now, each once */
export async function misfits(db: Ledger): Promise<Misfit[]> {
  const found = new Map<SystemId, Misfit>();
  for (const { key, value } of await db.meta.where('key').startsWith(LAYOUT).toArray()) {
    const place = asPlace(value);
    if (!place?.misfitSince) continue;
    const system = key.slice(LAYOUT.length, key.indexOf(' '));
    const known = found.get(system);
    const since = known && known.since < place.misfitSince ? known.since : place.misfitSince;
    const last = place.misfitAt ?? place.misfitSince;
    found.set(system, { system, since, lastAt: known && known.lastAt > last ? known.lastAt : last });
  }
  return [...found.values()];
}

/** What an older version or a broken store left is no place. */
function asPlace(value: unknown): PlaceLayout | null {
  if (typeof value !== 'object' || value === null) return null;
  const { fitAt, misfitSince, misfitAt } = value as Record<string, unknown>;
  const time = (one: unknown) => (typeof one === 'string' ? one : undefined);
  return { fitAt: time(fitAt), misfitSince: time(misfitSince), misfitAt: time(misfitAt) };
}
