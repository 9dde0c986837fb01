/** Reaching the pages of enabled systems: registering the reader, putting it into open pages, telling them of changes. */
import type { Settings } from '../policy/settings';
import { hostPatterns } from '../systems';
import { browser, chromeOnly } from './browser';
import { readable } from './host-access';
import type { PageScript, Push } from './messages';

const FILE = '/reader.js';
/** A pattern over everything of a host. */
const isWhole = (pattern: string): boolean => /^[^/]+\/\/[^/]+\/\*$/.test(pattern);

/** Match patterns of the enabled systems' pages that Chrome lets us read; hosts outside gov.vn need the officer's consent. */
export async function readablePatterns(settings: Settings): Promise<string[]> {
  const wanted = [...new Set(settings.systems.flatMap(hostPatterns))];
  const allowed = await readable(wanted);
  return allowed.filter((pattern) => pattern !== null).sort();
}

async function registered(): Promise<string[]> {
  const scripts = await chromeOnly.scripting.getRegisteredContentScripts();
  return scripts.flatMap(({ matches }) => matches ?? []).sort();
}

let registering: Promise<void> = Promise.resolve();

/**
 * Registers the reader for exactly the enabled systems, and puts it into pages of theirs that are already open. Nothing
 * is registered anywhere else. Calls wait for one another.
 */
export function registerReader(settings: Settings): Promise<void> {
  registering = registering.catch(() => undefined).then(() => register(settings));
  return registering;
}

async function register(settings: Settings): Promise<void> {
  const matches = await readablePatterns(settings);
  const before = await registered();
  if (before.join() === matches.join()) return;
  await chromeOnly.scripting.unregisterContentScripts();
  const shape = {
    js: [FILE],
    allFrames: true,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  const scripts = [
    // Frames without an address of their own count as the page that made them: Chrome allows it for whole origins alone.
    { ...shape, id: 'reader', matches: matches.filter(isWhole), matchOriginAsFallback: true },
    { ...shape, id: 'reader-of-part', matches: matches.filter((one) => !isWhole(one)) },
  ];
  await chromeOnly.scripting.registerContentScripts(scripts.filter((one) => one.matches.length > 0));
  const added = matches.filter((one) => !before.includes(one));
  if (added.length) await readOpenPages(added);
}

/** Puts the reader into the open pages of enabled systems: after an update their old one is cut off from us. */
export async function renewOpenPages(settings: Settings): Promise<void> {
  await readOpenPages(await readablePatterns(settings));
}

/** Puts the reader into open pages, into each frame that has none: a second one would end the first, and what it knows. */
async function readOpenPages(patterns: string[]): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: patterns });
  await Promise.allSettled(
    tabs.map(async ({ id: tabId, discarded }) => {
      if (tabId === undefined || discarded) return;
      const frames = await chromeOnly.scripting.executeScript({
        target: { tabId, allFrames: true },
        func: hasReader,
      });
      const frameIds = frames.flatMap(({ frameId, result }) => (result ? [] : [frameId]));
      if (frameIds.length === 0) return;
      await chromeOnly.scripting.executeScript({ target: { tabId, frameIds }, files: [FILE] });
    }),
  );
}

/** Runs in the page: an update cuts the reader off, which then is none any more. */
function hasReader(): boolean {
  return (globalThis as { soiHoSo?: { alive(): boolean } }).soiHoSo?.alive() === true;
}

/** Puts a script that only some pages need into the frame that asked for it. */
export async function injectScript(tabId: number, frameId: number, script: PageScript): Promise<boolean> {
  try {
    const target = { tabId, frameIds: [frameId] };
    await chromeOnly.scripting.executeScript({ target, files: [`/${script}.js`] });
    return true;
  } catch {
    return false; // The frame is gone: nobody waits for the answer.
  }
}

/** Tells every open page of the enabled systems. Pages without a reader do not hear it, which is no error. */
export async function tellPages(settings: Settings, push: Push): Promise<void> {
  const patterns = await readablePatterns(settings);
  // A page whose system was just switched off must hear of it too.
  const url = push.push === 'settings-changed' ? ['*://*.gov.vn/*', ...patterns] : patterns;
  if (url.length === 0) return;
  const tabs = await browser.tabs.query({ url });
  await Promise.allSettled(
    tabs.map((tab) => (tab.id === undefined ? undefined : browser.tabs.sendMessage(tab.id, push))),
  );
}
