/** The reader as a script of its own: the content script loads it only once the gate says that a page is worth it. */

import { LIVE_VISIBILITY, type PageReading, type ReadOptions, readPageInSlices } from '.';
import * as readerParts from './reader-parts';

/** How a page of a system is to be read. */
export type ReadHow = Omit<ReadOptions, 'visibility' | 'roots'>;

/** The world both scripts share. */
export interface ReaderWorld {
  soiReader?: (document: Document, how: ReadHow & Pick<ReadOptions, 'roots'>) => Promise<PageReading>;
  /** For its rest alone. */
  soiReaderParts?: typeof readerParts;
}

/** Puts the reader of live pages into the world. */
export function offerReader(world: ReaderWorld): void {
  world.soiReaderParts = readerParts;
  world.soiReader = (document, how) => readPageInSlices(document, { ...how, visibility: LIVE_VISIBILITY });
}
