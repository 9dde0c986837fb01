/** A page that a test fills and changes as it goes (sandbox/client/live.js), and an officer before it. */
import type { CDPSession, Page } from 'puppeteer-core';
import { type FrameState, waitForReaders } from '../../scripts/browser/reader-state';
import { ghosts, type Instant, instantOf, misplaced } from './live-snapshot';
import { eventually, type Officer, startOfficer } from './officer';

export interface Row {
  at: number;
  code: string;
  status: string;
}

/** What the page's own script offers. */
interface Live {
  gradually(rows: Row[], portion: number, everyMs: number): Promise<void>;
  virtual(rows: Row[]): void;
  route(path: string, rows: Row[]): Promise<void>;
  dialog(row: Row): void;
  frame(rows: Row[], how: 'srcdoc' | 'blank'): void;
}
declare global {
  interface Window {
    live: Live;
  }
}

export const LIVE_URL = 'https://dichvucong.hanoi.gov.vn/trang-song';

/** Made-up rows; the sequence tells the place. */
export const rows = (count: number, from = 0): Row[] =>
  Array.from({ length: count }, (_, i) => ({
    at: i,
    code: `H26.18-261105-${String(from + i).padStart(4, '0')}`,
    status: i % 2 ? 'Đang xử lý' : 'Đã tiếp nhận',
  }));

export const codesOf = (list: Row[]): string[] => list.map(({ code }) => code);

/** An officer who sees a mark at every dossier, so that marks can be counted. */
export async function officerOfMarks(): Promise<Officer> {
  const officer = await startOfficer();
  const options = await officer.extensionPage('options');
  await options.evaluate(() => chrome.storage.local.set({ ownSettings: { showCannotTell: true } }));
  await options.close();
  return officer;
}

export async function opened(officer: Officer): Promise<{ page: Page; client: CDPSession }> {
  const page = await officer.at(LIVE_URL);
  const client = await page.createCDPSession();
  await client.send('DOMSnapshot.enable');
  return { page, client };
}

/** Waits until exactly these dossiers are read, and there is a view of each. */
export const hasRead = (officer: Officer, page: Page, codes: string[]): Promise<FrameState[]> =>
  waitForReaders(page, officer.extensionId, (all) => {
    const seen = all.flatMap(({ readings }) => readings.map(({ code }) => code));
    const viewed = all.flatMap(({ views }) => views.map(({ code }) => code));
    return (
      seen.length === codes.length && codes.every((code) => seen.includes(code) && viewed.includes(code))
    );
  });

/** Waits until so many marks are painted and they are all right. */
export const rightly = (client: CDPSession, least: number): Promise<Instant> =>
  eventually(`${least} marks, each at its own row`, async () => {
    const instant = await instantOf(client);
    const wrong = ghosts(instant).length + misplaced(instant).length;
    return instant.marks.length >= least && wrong === 0 && instant;
  });
