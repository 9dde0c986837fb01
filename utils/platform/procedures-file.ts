/** The catalogue of procedures out of the extension's own files. */
import { type OfficeProcedure, type Procedures, parseProcedures } from '../systems/procedures';

/** @param office what policy says in its place */
export async function loadProcedures(office?: Record<string, OfficeProcedure>): Promise<Procedures> {
  const file = await fetch(chrome.runtime.getURL('/procedures.tsv'));
  return parseProcedures(await file.text(), office);
}
