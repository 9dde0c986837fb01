/**
 * Host names as the catalogue and policies write them: `dichvucong.gov.vn`, or `*.vbdlis.vn` for a domain with all
 * below it, as in Chrome's match patterns. No scheme, port or path.
 */

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const TOP_LABEL = /^([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/** Registries' own second-level domains under .vn (VNNIC): a wildcard over one would reach everybody's hosts. */
const SHARED_SUFFIXES = new Set(
  'ac ai biz com edu gov health id info int io name net org pro'.split(' ').map((label) => `${label}.vn`),
);

/** @returns the host in lower case, or null when the text is no host name or a wildcard that reaches too far */
export function parseHost(text: string): string | null {
  const host = text.trim().toLowerCase();
  const wildcard = host.startsWith('*.');
  const name = wildcard ? host.slice(2) : host;
  const labels = name.split('.');
  if (name.length > 253 || labels.length < 2) return null;
  if (!labels.every((label) => LABEL.test(label)) || !TOP_LABEL.test(labels.at(-1) ?? '')) return null;
  if (SHARED_SUFFIXES.has(name)) return null;
  return host;
}

/** True when the host is the pattern, or is the wildcard's domain or stands below it. */
export function hostFits(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === host;
  const domain = pattern.slice(2);
  return host === domain || host.endsWith(`.${domain}`);
}
