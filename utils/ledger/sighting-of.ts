/** From what a page says to what may be kept: classified, masked, and nothing that could hold a citizen's data. */
import type { AnswerReading, Reading, Sighting, SystemId } from '../dossier/sighting';
import { classifyStatus, maskUnknown } from '../dossier/status';
import type { IsoInstant } from '../dossier/time';

/** The catalogue of procedures, as far as it is needed here. */
export interface KnownProcedures {
  nameOf(code: string): string | undefined | null;
  codeOf(name: string): string | undefined | null;
}

export interface SeenHow {
  system: SystemId;
  via: Sighting['via'];
  seenAt: IsoInstant;
  procedures: KnownProcedures;
}

/** Mã TTHC, also with the agency's tail: 1.004873, 1.004873.000.00.00.H26. Anything else may be a person's number. */
const PROCEDURE_CODE = /^\d\.\d{6}(?:\.[0-9A-Z]{2,3}){0,5}$/i;
/** No status in use is longer; what is longer is prose. */
const STATUS_LENGTH = 120;

export function isProcedureCode(text: string): boolean {
  return PROCEDURE_CODE.test(text);
}

/** The sighting a reading makes. Absent stays absent; the agency's free text and names outside the catalogue are dropped. */
export function sightingOf(reading: AnswerReading, { system, via, seenAt, procedures }: SeenHow): Sighting {
  const sighting: Sighting = { code: reading.code, system, outcome: 'found', via, seenAt };
  if (reading.otherCode && reading.otherCode !== reading.code) sighting.otherCode = reading.otherCode;
  Object.assign(sighting, statusPart(reading));
  for (const field of ['statusAt', 'receivedAt', 'dueAt', 'resolvedAt', 'channel'] as const) {
    const value = reading[field];
    if (value) Object.assign(sighting, { [field]: value });
  }
  if (reading.fee !== undefined) sighting.fee = reading.fee;
  if (reading.limit) sighting.limit = reading.limit;
  const procedureCode = reading.procedureCode?.trim();
  if (procedureCode && isProcedureCode(procedureCode)) sighting.procedureCode = procedureCode;
  const procedureName = knownName(reading, procedures);
  if (procedureName) sighting.procedureName = procedureName;
  return sighting;
}

/** A status that is a flag ("Quá hạn 2 ngày") or about money says nothing of the dossier's state: `status` stays absent. */
function statusPart(reading: Reading): Pick<Sighting, 'statusText' | 'status' | 'payment' | 'overdueShown'> {
  const part: ReturnType<typeof statusPart> = {};
  const text = reading.statusText?.normalize('NFC').trim();
  if (text) {
    const meaning = classifyStatus(text);
    part.statusText = maskUnknown(text).replace(/\s+/g, ' ').trim().slice(0, STATUS_LENGTH);
    if (meaning.kind === 'status') part.status = meaning.status;
    else if (meaning.kind === 'unknown') part.status = 'unknown';
    else if (meaning.kind === 'flag') part.overdueShown = meaning.flag === 'overdue';
    else if (meaning.payment !== 'cancelled') part.payment = meaning.payment;
  }
  if (reading.payment) part.payment = reading.payment;
  if (reading.overdueShown !== undefined) part.overdueShown = reading.overdueShown;
  return part;
}

/** The catalogue's own name, where the page's name or code is in it and the page shows a name at all. */
function knownName(reading: Reading, procedures: KnownProcedures): string | undefined {
  const shown = reading.procedureName?.trim();
  if (!shown) return undefined;
  const code = procedures.codeOf(shown);
  if (code) return procedures.nameOf(code) ?? undefined;
  const byCode = reading.procedureCode && procedures.nameOf(reading.procedureCode.trim());
  return byCode || undefined;
}
