/** The catalogue of procedures out of the extension's own files. */
import { type OfficeProcedure, type Procedures, parseProcedures } from '../systems/procedures';

let loaded: { office: string; catalogue: Promise<Procedures> } | undefined;

/** Read once for each word of the office. @param office what policy says in its place */
export function loadProcedures(office: Record<string, OfficeProcedure> = {}): Promise<Procedures> {
  const said = JSON.stringify(office);
  if (loaded?.office !== said) loaded = { office: said, catalogue: read(office) };
  return loaded.catalogue;
}

async function read(office: Record<string, OfficeProcedure>): Promise<Procedures> {
  const file = await fetch(chrome.runtime.getURL('/procedures.tsv'));
  return parseProcedures(await file.text(), office);
}
