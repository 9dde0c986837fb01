/**
 * Settings as they are in force: policy's last known good at once, live changes after. Managed storage answers late, and
 * empty, for up to three seconds after a start and on some restarts: the background copies it into local storage as it
 * comes, and everybody reads the copy. An empty answer means "not yet" as much as "none".
 */
import { effectiveSettings } from '../policy/effective';
import type { Settings } from '../policy/settings';
import { browser } from './browser';

const LAST_POLICY = 'lastPolicy';
const OWN = 'ownSettings';

type Values = Record<string, unknown>;

function isEmpty(values: unknown): boolean {
  return typeof values !== 'object' || values === null || Object.keys(values).length === 0;
}

async function managedNow(): Promise<Values> {
  try {
    return await browser.storage.managed.get();
  } catch {
    return {}; // No policy room on this platform: the same as no policy.
  }
}

/** @returns the settings in force now: from what is kept here, so that nobody waits for a policy that has not come yet */
export async function loadSettings(): Promise<Settings> {
  const local = await browser.storage.local.get([LAST_POLICY, OWN]);
  return effectiveSettings(local[LAST_POLICY], local[OWN]);
}

/** Keeps what policy says now as the last known good. The background calls it at start and whenever policy changes. */
export async function keepPolicy(): Promise<void> {
  const managed = await managedNow();
  if (!isEmpty(managed)) await browser.storage.local.set({ [LAST_POLICY]: managed });
}

/** Policy is truly gone: Chrome said so by a change, or it stayed empty long after the start. */
export async function forgetPolicyIfGone(): Promise<void> {
  if (isEmpty(await managedNow())) await browser.storage.local.remove(LAST_POLICY);
}

/** Changes the officer's own settings; a key set to undefined goes back to its default. */
export async function saveOwnSettings(patch: Values): Promise<void> {
  const stored = (await browser.storage.local.get(OWN))[OWN];
  const own: Values = isEmpty(stored) ? {} : { ...(stored as Values) };
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) delete own[key];
    else own[key] = value;
  }
  await browser.storage.local.set({ [OWN]: own });
}

function touchesSettings(changes: Record<string, unknown>, area: string): boolean {
  return area === 'local' && (LAST_POLICY in changes || OWN in changes);
}

/** Calls back with the new settings whenever policy or the officer's own change. @returns a function that stops it */
export function watchSettings(changed: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (touchesSettings(changes, area)) void loadSettings().then(changed);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** The background's own ear: keeps or forgets policy as Chrome tells of it. Registered while the worker first runs. */
export function followPolicy(changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'managed') void keepPolicy().then(forgetPolicyIfGone);
    if (touchesSettings(changes, area)) changed();
  });
}
