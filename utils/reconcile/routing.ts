/**
 * Which system must hold which dossiers. Without a row nothing is missing: during the transition provinces and ministries
 * share the work, and only policy knows who has what.
 */
import { parseCode } from '../dossier/code';
import { baseProcedureCode } from '../dossier/procedure-code';
import { parseTime } from '../dossier/time';
import type { RoutingRow } from '../policy/settings';
import type { Dossier } from './standing';

/** The national portal lists every dossier; its old and its new pages were in use side by side. */
export const BUILT_IN_ROUTING: RoutingRow[] = [
  { system: 'national-portal', exceptions: ['national-portal-old'] },
];

function listOf(value: string | string[]): string[] {
  return typeof value === 'string' ? [value] : value;
}

function bare(procedure: string): string {
  return baseProcedureCode(procedure) ?? procedure;
}

/** Days of receipt as the systems show them, else the one that the code carries. */
function receiptDays(dossier: Dossier): string[] {
  const shown = dossier.found.flatMap(({ sighting }) => {
    const local = sighting.receivedAt && parseTime(sighting.receivedAt);
    return local ? [local.slice(0, 10)] : [];
  });
  if (shown.length) return shown;
  return dossier.codes.flatMap((code) => parseCode(code)?.day ?? []).slice(0, 1);
}

/** An agency and the units it consists of, as codes carry them: H26, H26.10, 000.00.01.H26. */
function agenciesOf(dossier: Dossier): string[] {
  return dossier.codes.flatMap((code) => {
    const { agency, unit } = parseCode(code) ?? {};
    return [agency, unit].flatMap((name) => name ?? []);
  });
}

/** The procedure; undefined while systems name none, or different ones. */
function procedureOf(dossier: Dossier): string | undefined {
  const named = dossier.found.flatMap(({ sighting }) => sighting.procedureCode ?? []).map(bare);
  return named.every((one) => one === named[0]) ? named[0] : undefined;
}

/** Rows that say that a system must hold this dossier. A row that needs what is not known of the dossier is not for it. */
export function rowsFor(dossier: Dossier, routing: RoutingRow[]): RoutingRow[] {
  const procedure = procedureOf(dossier);
  const agencies = agenciesOf(dossier);
  const days = routing.some(({ from, to }) => from || to) ? receiptDays(dossier) : [];
  const names = [
    ...dossier.found.flatMap(({ system, sighting }) => [system, sighting.procedureCode ?? '']),
    ...dossier.found.map(({ sighting }) => bare(sighting.procedureCode ?? '')),
    ...agencies,
    ...dossier.codes,
  ];
  return routing.filter((row) => {
    if (row.procedure !== undefined) {
      if (procedure === undefined || !listOf(row.procedure).map(bare).includes(procedure)) return false;
    }
    if (row.agency !== undefined && !listOf(row.agency).some((one) => agencies.includes(one))) return false;
    if ((row.from || row.to) && !days.length) return false;
    if (days.some((day) => (row.from && day < row.from) || (row.to && day > row.to))) return false;
    return !row.exceptions?.some((exception) => names.includes(bare(exception)));
  });
}
