/** The diary of requests to other systems: what went out, why, and what came of it. */
import type { SystemId } from '../dossier/sighting';
import type { IsoInstant } from '../dossier/time';
import type { Activity, Ledger } from './database';

/** Writes a request down before it goes. Answers its number. */
export async function noteActivity(db: Ledger, sent: Activity): Promise<number> {
  return db.activity.add(sent);
}

/** Fills in what came of a request; one that was erased meanwhile leaves no trace. @returns whether it still stands */
export async function fillActivity(db: Ledger, activity: Activity): Promise<boolean> {
  return activity.id !== undefined && (await db.activity.update(activity.id, activity)) > 0;
}

/** Takes back the line of a request that never went. */
export async function dropActivity(db: Ledger, { id }: Activity): Promise<void> {
  if (id !== undefined) await db.activity.delete(id);
}

/** The latest requests, newest first. */
export async function latestActivity(db: Ledger, limit: number): Promise<Activity[]> {
  return db.activity.orderBy('at').reverse().limit(limit).toArray();
}

/** What one host was asked in a span of time. */
export interface HostCount {
  host: string;
  system: SystemId;
  requests: number;
  /** Requests that were answered with what the system says of the dossier, or that it has none. */
  answered: number;
  bytes: number;
}

/** Counts requests since a time, one row for each host, most asked first. */
export async function countActivity(db: Ledger, since: IsoInstant): Promise<HostCount[]> {
  const counts = new Map<string, HostCount>();
  await db.activity
    .where('at')
    .aboveOrEqual(since)
    .each(({ host, system, outcome, bytes = 0 }) => {
      const count = counts.get(host) ?? { host, system, requests: 0, answered: 0, bytes: 0 };
      count.requests += 1;
      if (outcome === 'found' || outcome === 'not-found') count.answered += 1;
      count.bytes += bytes;
      counts.set(host, count);
    });
  return [...counts.values()].sort((x, y) => y.requests - x.requests);
}
