/** The rest of the reader as a second script offers it to the reader beside it. */
import { REST, type Rest } from './rest';

/** The world both scripts share. */
export interface RestWorld {
  soiReaderRest?: Rest;
}

/** Puts the rest of the reader into the world. */
export function offerRest(world: RestWorld): void {
  world.soiReaderRest = REST;
}
