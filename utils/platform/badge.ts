/**
 * The sign on the toolbar's button: how many dossiers of the page at hand there is something to do about, or that the page
 * could not be read.
 */
import type { DossierCode } from '../dossier/code';
import { browser } from './browser';

/** By tab and frame; kept for the session, since the worker may die between two frames' words. */
const FRAMES = 'badgeFrames';

interface FrameWord {
  codes: DossierCode[];
  /** The reader gave the page up. */
  unread?: boolean;
  /** Milliseconds since 1970. */
  at: number;
}

type Tabs = Record<string, Record<string, FrameWord>>;

/** Turns wait for one another: two frames of one page speak at the same time. */
let turn: Promise<unknown> = Promise.resolve();

function inTurn<T>(deed: () => Promise<T>): Promise<T> {
  const next = turn.catch(() => undefined).then(deed);
  turn = next;
  return next;
}

async function tabsNow(): Promise<Tabs> {
  return ((await browser.storage.session.get(FRAMES))[FRAMES] ?? {}) as Tabs;
}

async function keep(tabs: Tabs): Promise<void> {
  await browser.storage.session.set({ [FRAMES]: tabs });
}

/**
 * Says what a frame shows; the badge counts the dossiers of all frames once. No sign where there is nothing to do.
 * @param tip the button's words for a count, and for a page that was given up
 */
export function setConcerns(
  { tabId, frameId }: { tabId: number; frameId: number },
  word: Pick<FrameWord, 'codes' | 'unread'>,
  tip: (count: number, unread: boolean) => string,
): Promise<void> {
  return inTurn(async () => {
    const tabs = await tabsNow();
    const frames: Record<string, FrameWord> = {
      ...tabs[tabId],
      [frameId]: { ...word, at: Date.now() },
    };
    await keep({ ...tabs, [tabId]: frames });
    const words = Object.values(frames);
    const count = new Set(words.flatMap(({ codes }) => codes)).size;
    const unread = words.some((frame) => frame.unread);
    await paint(tabId, count ? String(count) : unread ? '?' : '', tip(count, unread));
  });
}

/** A new page stands in the tab since then: what was said before is of another one. Without a time: the tab is closed. */
export function forgetConcerns(tabId: number, since = Number.POSITIVE_INFINITY): Promise<void> {
  return inTurn(async () => {
    const { [tabId]: frames = {}, ...others } = await tabsNow();
    const left = Object.entries(frames).filter(([, { at }]) => at >= since);
    if (left.length < Object.keys(frames).length) {
      await keep(left.length ? { ...others, [tabId]: Object.fromEntries(left) } : others);
    }
  });
}

async function paint(tabId: number, text: string, title: string): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId, text });
    await browser.action.setBadgeBackgroundColor({ tabId, color: text === '?' ? '#5c636b' : '#a3221a' });
    await browser.action.setTitle({ tabId, title });
  } catch {
    // The tab was closed meanwhile: there is no button to write on.
  }
}
