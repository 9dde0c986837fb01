/** What leaves and what enters is freed once more of all that could be a citizen's, whichever version wrote it. */
import { maskUnknown } from '../dossier/status';
import { isProcedureCode, type KnownProcedures } from './sighting-of';

/** A row with its status words masked and without a procedure that the catalogue does not know. */
export function cleaned<Row extends object>(row: Row, procedures: KnownProcedures): Row {
  const { statusText, procedureCode, procedureName } = row as Partial<Record<string, unknown>>;
  const clean = { ...row } as Record<string, unknown>;
  if (typeof statusText === 'string') clean.statusText = maskUnknown(statusText);
  if (typeof procedureCode === 'string' && !isProcedureCode(procedureCode)) delete clean.procedureCode;
  if (typeof procedureName === 'string' && !procedures.codeOf(procedureName)) delete clean.procedureName;
  return clean as Row;
}
