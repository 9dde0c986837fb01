/** The reader as it runs inside a page that `read.ts` opens: made one script and injected. */
import { LIVE_VISIBILITY, readPage } from '../utils/reading';
import type { ReadingProfile } from '../utils/systems/profile';

/** What one frame says, as plain data. */
export interface FrameReport {
  dossiers: { reading: import('../utils/dossier/sighting').Reading; procedureText?: string }[];
  components: string[];
  doubts: import('../utils/reading').Doubt[];
}

declare global {
  interface Window {
    soiRead(profile: ReadingProfile | null): FrameReport;
  }
}

window.soiRead = (profile) => {
  const page = readPage(document, { profile, visibility: LIVE_VISIBILITY });
  return {
    dossiers: page.dossiers.map(({ reading, procedureText }) => ({ reading, procedureText })),
    components: page.components.map(({ text }) => text),
    doubts: page.doubts,
  };
};
