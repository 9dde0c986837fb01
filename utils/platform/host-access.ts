/**
 * Which pages Chrome lets us read. Hosts under gov.vn come with the extension; any other host the officer allows once,
 * by a click, and may take back at any time in Chrome's own settings.
 */
import type { SystemId } from '../dossier/sighting';
import type { Settings } from '../policy/settings';
import { hostPatterns } from '../systems';
import { browser } from './browser';

/** The manifest's optional hosts are https alone: outside gov.vn nothing else can be asked for. */
const encrypted = (pattern: string): string => pattern.replace(/^\*:/, 'https:');

const may = (pattern: string): Promise<boolean> => browser.permissions.contains({ origins: [pattern] });

/** What comes with the extension as a whole; each question to Chrome costs half a millisecond, and hosts are many. */
const WHOLE = '*://*.gov.vn/*';
const IN_WHOLE = /^\*:\/\/(?:[^/]+\.)?gov\.vn\//;

/** @returns each pattern as far as it may be read: as it is, encrypted alone, or not at all (null) */
export async function readable(patterns: readonly string[]): Promise<(string | null)[]> {
  const whole = patterns.some((pattern) => IN_WHOLE.test(pattern)) && (await may(WHOLE));
  return Promise.all(
    patterns.map(async (pattern) => {
      if ((whole && IN_WHOLE.test(pattern)) || (await may(pattern))) return pattern;
      return (await may(encrypted(pattern))) ? encrypted(pattern) : null;
    }),
  );
}

/** @returns for each enabled system with pages that may not be read, what is to be asked for */
export async function missingAccess(settings: Settings): Promise<Record<SystemId, string[]>> {
  const missing: Record<SystemId, string[]> = {};
  for (const system of settings.systems) {
    const patterns = hostPatterns(system);
    const allowed = await readable(patterns);
    const lacking = patterns.filter((_, at) => allowed[at] === null).map(encrypted);
    if (lacking.length > 0) missing[system.id] = [...new Set(lacking)];
  }
  return missing;
}

/** Must be called in the very turn of a click: Chrome asks the officer. @returns whether it is allowed now */
export function askForAccess(patterns: string[]): Promise<boolean> {
  return browser.permissions.request({ origins: patterns }).catch(() => false); // Refused by policy: not allowed.
}

/** Tells whenever hosts were allowed or taken back. @returns a function that stops it */
export function watchAccess(changed: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(changed);
  onRemoved.addListener(changed);
  return () => {
    onAdded.removeListener(changed);
    onRemoved.removeListener(changed);
  };
}
