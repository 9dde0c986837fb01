/** Which settings policy has fixed. */

/** @returns whether `locked` names the key itself or, for a key of entries, this entry (`databases.land`) */
export function isLocked(locked: string[], key: string, entry?: string): boolean {
  return locked.includes(key) || (entry !== undefined && locked.includes(`${key}.${entry}`));
}
