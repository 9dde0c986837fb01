/** What the extension's pages know of the tab the officer is on. */
import type { DossierCode } from '../dossier/code';
import { browser } from './browser';
import { askWhy } from './explain-tab';

const PANEL = 'panelDossiers';
const SHARES = 'pageShares';

async function activeTabId(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** @returns the text selected on the page, at most 200 characters; null when there is none or the page may not be read */
export async function selectedTextOfPage(): Promise<string | null> {
  const tabId = await activeTabId();
  if (tabId === null) return null;
  try {
    const results = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => getSelection()?.toString() ?? '',
    });
    const text = results.map(({ result }) => (typeof result === 'string' ? result.trim() : '')).find(Boolean);
    return text ? text.slice(0, 200) : null;
  } catch {
    return null; // Chrome's own pages and the web store cannot be read: no offer then.
  }
}

/** Remembers which dossier the side panel shows for a tab. */
export async function setPanelDossier(tabId: number, code: DossierCode): Promise<void> {
  const all = ((await browser.storage.session.get(PANEL))[PANEL] ?? {}) as Record<string, DossierCode>;
  await browser.storage.session.set({ [PANEL]: { ...all, [tabId]: code } });
}

/** @returns the address that stands in a tab, '' where Chrome does not tell it; undefined: there is no such tab */
export function addressOf(tabId: number): Promise<string | undefined> {
  return browser.tabs.get(tabId).then(
    ({ url }) => url ?? '',
    () => undefined,
  );
}

/** What pages have taken of their shares in this session of the browser. */
export async function keptPageShares(): Promise<unknown> {
  return (await browser.storage.session.get(SHARES))[SHARES];
}

export async function keepPageShares(shares: unknown): Promise<void> {
  await browser.storage.session.set({ [SHARES]: shares });
}

/** @returns the dossier last clicked in the active tab of this window */
export async function currentDossier(): Promise<DossierCode | null> {
  const tabId = await activeTabId();
  if (tabId === null) return null;
  const all = ((await browser.storage.session.get(PANEL))[PANEL] ?? {}) as Record<string, DossierCode>;
  return all[tabId] ?? null;
}

/** Tells whenever another dossier is clicked or another tab comes to the front. @returns a function that stops it */
export function watchCurrentDossier(changed: (code: DossierCode | null) => void): () => void {
  const tell = () => void currentDossier().then(changed);
  const stored = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && PANEL in changes) tell();
  };
  browser.storage.onChanged.addListener(stored);
  browser.tabs.onActivated.addListener(tell);
  return () => {
    browser.storage.onChanged.removeListener(stored);
    browser.tabs.onActivated.removeListener(tell);
  };
}

/**
 * Opens the side panel on a dossier. From an extension page's click, or from the background in the very turn of a
 * page's click: Chrome forgets the click after the first wait.
 */
export function openSidePanel(tabId: number, code: DossierCode, why = false): Promise<boolean> {
  const opened = chrome.sidePanel.open({ tabId });
  const told = why ? askWhy(tabId, code) : undefined;
  return Promise.all([opened, setPanelDossier(tabId, code), told]).then(
    () => true,
    () => false, // No click behind it, or the window is gone: the caller says so.
  );
}

/** Shows a dossier in the side panel beside the active tab; for the popup's button. */
export async function openPanelHere(code: DossierCode): Promise<boolean> {
  const tabId = await activeTabId();
  if (tabId === null) return false;
  // The panel takes the focus, which closes the popup: what the panel is to show must be written before.
  await setPanelDossier(tabId, code);
  return openSidePanel(tabId, code);
}
