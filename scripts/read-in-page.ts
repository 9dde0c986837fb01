/** The reader as it runs inside a page that `read.ts` opens: made one script and injected. */
import type { Reading } from '../utils/dossier/sighting';
import { type Doubt, LIVE_VISIBILITY, PARSED_VISIBILITY, type PageReading, readPage } from '../utils/reading';
import type { ReadingProfile } from '../utils/systems/profile';

/** What one frame says, as plain data. */
export interface FrameReport {
  dossiers: { reading: Reading; procedureText?: string }[];
  components: string[];
  doubts: Doubt[];
}

declare global {
  interface Window {
    soiRead(profile: ReadingProfile | null): FrameReport;
    /** The same of a page that is only parsed, as an answer to a lookup is. */
    soiReadParsed(html: string): FrameReport;
  }
}

const report = (page: PageReading): FrameReport => ({
  dossiers: page.dossiers.map(({ reading, procedureText }) => ({ reading, procedureText })),
  components: page.components.map(({ text }) => text),
  doubts: page.doubts,
});

window.soiRead = (profile) => report(readPage(document, { profile, visibility: LIVE_VISIBILITY }));
window.soiReadParsed = (html) => {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return report(readPage(parsed, { visibility: PARSED_VISIBILITY }));
};
