/**
 * Which system must hold which dossiers. Without a row nothing is missing: during the transition provinces and ministries
 * share the work, and only policy knows who has what.
 */
import { parseCode } from '../dossier/code';
import { baseProcedureCode } from '../dossier/procedure-code';
import { parseTime } from '../dossier/time';
import type { RoutingRow } from '../policy/settings';
import type { Dossier, Standing } from './standing';

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
    const { receivedAt } = sighting;
    if (!receivedAt) return [];
    // Without an offset it is Vietnam's day as it stands.
    const local = receivedAt.length <= 16 ? receivedAt : parseTime(receivedAt);
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

/** A row may except a dossier by a system that holds it, its procedure, agency or code; the cheapest is asked first. */
function isExcepted(dossier: Dossier, exceptions: string[], agencies: () => string[]): boolean {
  return exceptions.some((exception) => {
    const { found, codes } = dossier;
    if (found.some(({ system }) => system === exception) || codes.includes(exception)) return true;
    // No agency and no procedure is worded like a system.
    if (exception.includes('-')) return false;
    const procedure = bare(exception);
    const isOf = ({ sighting: { procedureCode } }: Standing): boolean =>
      procedureCode !== undefined && (procedureCode === exception || bare(procedureCode) === procedure);
    return found.some(isOf) || agencies().includes(exception);
  });
}

/** Worked out at the first row that asks for it: most dossiers meet none. */
function once<T>(work: () => T): () => T {
  let known: { value: T } | undefined;
  return () => {
    known ??= { value: work() };
    return known.value;
  };
}

/** Rows that say that a system must hold this dossier. A row that needs what is not known of the dossier is not for it. */
export function rowsFor(dossier: Dossier, routing: RoutingRow[]): RoutingRow[] {
  const procedure = once(() => procedureOf(dossier));
  const agencies = once(() => agenciesOf(dossier));
  const days = once(() => receiptDays(dossier));
  return routing.filter((row) => {
    if (row.procedure !== undefined) {
      const own = procedure();
      if (own === undefined || !listOf(row.procedure).map(bare).includes(own)) return false;
    }
    if (row.agency !== undefined && !listOf(row.agency).some((one) => agencies().includes(one))) return false;
    const { from, to } = row;
    if ((from || to) && !days().length) return false;
    if ((from || to) && days().some((day) => (from && day < from) || (to && day > to))) return false;
    return !row.exceptions || !isExcepted(dossier, row.exceptions, agencies);
  });
}
