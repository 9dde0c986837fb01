/** Which systems can hold a dossier of a procedure: its ministry's, and the sector's own. */
import { fold } from '../dossier/fold';
import type { LedgerSighting, SystemId } from '../dossier/sighting';
import type { Procedures } from '../systems/procedures';
import type { System } from '../systems/system';

/**
 * The systems for the procedures that were seen on a dossier, by number or by the catalogue's own name. A procedure in
 * no catalogue names nobody.
 */
export function holdersByProcedure(
  sightings: readonly Pick<LedgerSighting, 'procedureCode' | 'procedureName'>[],
  catalogue: Procedures,
  systems: readonly System[],
): SystemId[] {
  const seen = new Set(
    sightings.flatMap(
      ({ procedureCode, procedureName }) =>
        procedureCode ?? ((procedureName && catalogue.codeOf(procedureName)) || []),
    ),
  );
  const holders = [...seen].flatMap((code) => {
    const procedure = catalogue.of(code);
    if (!procedure) return [];
    const sector = fold(procedure.sector);
    return systems.filter(
      ({ agencyCodes, procedures }) =>
        (procedure.ministry !== '' &&
          (procedures?.ministry === procedure.ministry || agencyCodes.includes(procedure.ministry))) ||
        (sector !== '' && procedures?.sectors?.some((name) => fold(name) === sector)),
    );
  });
  return [...new Set(holders.map(({ id }) => id))];
}
