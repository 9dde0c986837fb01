/** Why the page in the active tab was read as it was: asked of its own frames, when the officer wants to know. */
import type { DossierCode } from '../dossier/code';
import type { PageExplanation } from '../reading/explanation';
import { browser, chromeOnly } from './browser';

const SCRIPT = '/explain.js';
const ASKED = 'panelAsksWhy';

/** A card asked for it; `at` tells one click from the next. */
export interface WhyAsked {
  tabId: number;
  code: DossierCode;
  at: number;
}

/** Remembers that the side panel is to show why this dossier was read so. */
export async function askWhy(tabId: number, code: DossierCode): Promise<void> {
  await browser.storage.session.set({ [ASKED]: { tabId, code, at: Date.now() } satisfies WhyAsked });
}

/** @returns the dossier whose card asked last, in the active tab; null: none there */
export async function whyAsked(): Promise<WhyAsked | null> {
  const asked = (await browser.storage.session.get(ASKED))[ASKED] as WhyAsked | undefined;
  return asked && asked.tabId === (await activeTab()) ? asked : null;
}

/** Tells of every new click. @returns a function that stops it */
export function watchWhyAsked(changed: (asked: WhyAsked | null) => void): () => void {
  const stored = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && ASKED in changes) void whyAsked().then(changed);
  };
  browser.storage.onChanged.addListener(stored);
  return () => browser.storage.onChanged.removeListener(stored);
}

async function activeTab(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/** What the content script and `explain.js` leave in a frame's world (utils/reading/explain-in-page.ts). */
interface Offered {
  soiHoSo?: { report: { dossiers: { reading: { code: string } }[] } | null };
  soiExplain?: (code: DossierCode) => Promise<PageExplanation | null>;
}

/**
 * Lets the frames of the active tab that show this dossier read it again and say why. Nothing of it is kept.
 * @returns one explanation a frame; empty where the page shows no such dossier any more
 */
export async function explainInActiveTab(code: DossierCode): Promise<PageExplanation[]> {
  const tabId = await activeTab();
  if (tabId === undefined) return [];
  try {
    const { scripting } = chromeOnly;
    const everywhere = { tabId, allFrames: true };
    const looked = await scripting.executeScript({ target: everywhere, func: shows, args: [code] });
    const frameIds = looked.filter(({ result }) => result === true).map(({ frameId }) => frameId);
    if (frameIds.length === 0) return [];
    const target = { tabId, frameIds };
    await scripting.executeScript({ target, files: [SCRIPT] });
    const told = await scripting.executeScript({ target, func: explain, args: [code] });
    return told.flatMap(({ result }) => (result ? [result as PageExplanation] : []));
  } catch {
    return []; // The page went away, or is none that may be read: it shows no dossier to us.
  }
}

// These two are sent to the page as text: they may use nothing but their arguments and globals.
function shows(code: string): boolean {
  const { soiHoSo } = globalThis as Offered;
  return soiHoSo?.report?.dossiers.some(({ reading }) => reading.code === code) ?? false;
}

function explain(code: DossierCode): Promise<PageExplanation | null> | null {
  return (globalThis as Offered).soiExplain?.(code) ?? null;
}
