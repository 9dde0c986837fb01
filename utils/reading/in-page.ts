/** The reader as a script of its own: the content script loads it only once the gate says that a page is worth it. */

import type { ReadingProfile } from '../systems/profile';
import { LIVE_VISIBILITY, type PageReading, readPageInSlices } from '.';
import type { Trace } from './explanation';

/** The world both scripts share. */
export interface ReaderWorld {
  soiReader?: (document: Document, profile: ReadingProfile | null, trace?: Trace) => Promise<PageReading>;
}

/** Puts the reader of live pages into the world. */
export function offerReader(world: ReaderWorld): void {
  world.soiReader = (document, profile, trace) =>
    readPageInSlices(document, { profile, visibility: LIVE_VISIBILITY, trace });
}
