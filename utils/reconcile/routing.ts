/**
 * Which system must hold which dossiers. Without a row nothing is missing: during the transition provinces and ministries
 * share the work, and only policy knows who has what.
 */
import { parseCode } from '../dossier/code';
import type { SystemId } from '../dossier/sighting';
import { type LocalTime, parseTime } from '../dossier/time';
import type { Dossier } from './standing';

export interface RoutingRow {
  /** The system that must hold the dossier. */
  system: SystemId;
  /** Mã TTHC; absent: every procedure. */
  procedure?: string | string[];
  /** Agency code that the dossier's code carries (H26, G15); absent: every agency. */
  agency?: string | string[];
  /** First and last day of receipt the row is valid for, YYYY-MM-DD. */
  from?: string;
  to?: string;
  /** Procedures and agencies the row is not for, and systems of which one is enough. */
  exceptions?: string[];
}

/** The national portal lists every dossier; its old and its new pages were in use side by side. */
export const BUILT_IN_ROUTING: RoutingRow[] = [
  { system: 'national-portal', exceptions: ['national-portal-old'] },
];

function includes(list: string | string[] | undefined, value: string | undefined): boolean {
  if (list === undefined) return true;
  return value !== undefined && (typeof list === 'string' ? [list] : list).includes(value);
}

/** Day of receipt: as the systems show it, else as the code carries it. */
export function receiptDay(dossier: Dossier): string | undefined {
  const shown: LocalTime[] = dossier.found.flatMap(({ sighting }) => sighting.receivedAt ?? []);
  const days = shown.flatMap((time) => parseTime(time)?.slice(0, 10) ?? []).sort();
  return days[0] ?? dossier.codes.map((code) => parseCode(code)?.day).find(Boolean);
}

/** Rows that say that a system must hold this dossier. A row that needs what is not known of the dossier is not for it. */
export function rowsFor(dossier: Dossier, routing: RoutingRow[]): RoutingRow[] {
  const procedure = dossier.found.map(({ sighting }) => sighting.procedureCode).find(Boolean);
  const agency = dossier.codes.map((code) => parseCode(code)?.agency).find(Boolean);
  const day = routing.some(({ from, to }) => from || to) ? receiptDay(dossier) : undefined;
  return routing.filter((row) => {
    if (!includes(row.procedure, procedure) || !includes(row.agency, agency)) return false;
    if ((row.from || row.to) && !day) return false;
    if (day && ((row.from && day < row.from) || (row.to && day > row.to))) return false;
    const names = [procedure, agency, ...dossier.found.map(({ system }) => system)];
    return !row.exceptions?.some((exception) => names.includes(exception));
  });
}
