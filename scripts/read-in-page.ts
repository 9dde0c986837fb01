/** The reader as it runs inside a page that `read.ts` opens: made one script and injected. */
import type { Reading } from '../utils/dossier/sighting';
import {
  type Doubt,
  LIVE_VISIBILITY,
  PARSED_VISIBILITY,
  type PageReading,
  type ReadOptions,
} from '../utils/reading';
import { Explainer } from '../utils/reading/explain';
import type { PageExplanation } from '../utils/reading/explanation';
import type { Unread } from '../utils/reading/limits';
import { readPage } from '../utils/reading/read-page';
import type { ReadingProfile } from '../utils/systems/profile';

/** What one frame says, as plain data. */
export interface FrameReport {
  dossiers: { reading: Reading; procedureText?: string }[];
  components: string[];
  doubts: Doubt[];
  /** Why it was read so, masked. */
  explanation: PageExplanation;
  /** Why it was not read, or only its lists. */
  unread?: Unread;
}

declare global {
  interface Window {
    soiRead(profile: ReadingProfile | null): FrameReport;
    /** The same of a page that is only parsed, as an answer to a lookup is. */
    soiReadParsed(html: string): FrameReport;
  }
}

const report = (page: PageReading, explanation: PageExplanation): FrameReport => ({
  dossiers: page.dossiers.map(({ reading, procedureText }) => ({ reading, procedureText })),
  components: page.components.map(({ text }) => text),
  doubts: page.doubts,
  unread: page.unread,
  explanation,
});

function read(root: Document, options: Omit<ReadOptions, 'roots'>): FrameReport {
  const explainer = new Explainer();
  const page = readPage(root, { ...options, trace: explainer.trace });
  return report(page, explainer.explain(page));
}

window.soiRead = (profile) => read(document, { profile, visibility: LIVE_VISIBILITY });
window.soiReadParsed = (html) => {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return read(parsed, { visibility: PARSED_VISIBILITY });
};
