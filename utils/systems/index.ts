/**
 * The catalogue: which systems there are, where they stand, how their pages are read and how they are asked.
 * In: a URL, an agency code, a system. Out: the system, its profile, its match patterns.
 * A system is one data file in `data/`; hosts and names change, so an administrator's policy can replace them.
 */
import type { SystemId } from '../dossier/sighting';
import { system as business } from './data/business';
import { system as civilStatus } from './data/civil-status';
import { system as coordination } from './data/coordination';
import { system as documents } from './data/documents';
import { system as insurance } from './data/insurance';
import { system as interlinkedServices } from './data/interlinked-services';
import { system as land } from './data/land';
import { system as g01 } from './data/ministry-g01';
import { system as g02 } from './data/ministry-g02';
import { system as g03 } from './data/ministry-g03';
import { system as g06 } from './data/ministry-g06';
import { system as g08 } from './data/ministry-g08';
import { system as g09 } from './data/ministry-g09';
import { system as g10 } from './data/ministry-g10';
import { system as g11 } from './data/ministry-g11';
import { system as g12 } from './data/ministry-g12';
import { system as g15 } from './data/ministry-g15';
import { system as g16 } from './data/ministry-g16';
import { system as g17 } from './data/ministry-g17';
import { system as g18 } from './data/ministry-g18';
import { system as g19 } from './data/ministry-g19';
import { system as g21 } from './data/ministry-g21';
import { system as nationalPortal } from './data/national-portal';
import { system as nationalPortalOld } from './data/national-portal-old';
import { system as party } from './data/party';
import { system as payment } from './data/payment';
import { systems as provinces } from './data/provinces';
import { system as tax } from './data/tax';
import { hostFits } from './host';
import { PROFILES } from './platforms';
import type { ReadingProfile } from './profile';
import type { System, SystemHost } from './system';

/** Every system, in the order in which they are shown. */
export const CATALOGUE: System[] = [
  nationalPortal,
  nationalPortalOld,
  coordination,
  ...[g01, g02, g03, g06, g08, g09, g10, g11, g12, g15, g16, g17, g18, g19, g21],
  party,
  ...provinces,
  land,
  civilStatus,
  interlinkedServices,
  business,
  insurance,
  tax,
  payment,
  documents,
];

export function systemById(systems: System[], id: SystemId): System | null {
  return systems.find((system) => system.id === id) ?? null;
}

/** True when the path is the prefix or stands below it: `/dc` covers `/dc/x`, not `/dca`. */
function pathFits(prefix: string | undefined, path: string): boolean {
  return prefix === undefined || path === prefix || path.startsWith(`${prefix}/`);
}

/** An exact host goes before a wildcard, a longer path before a shorter one, an administrator's word before ours. */
function rank({ host, path = '', confidence }: SystemHost): [number, number, number, number] {
  const exact = host.startsWith('*.') ? 0 : 1;
  return [exact, exact ? 0 : host.length, path.length, confidence === 'policy' ? 1 : 0];
}

function goesBefore(one: SystemHost, other: SystemHost): boolean {
  const [a, b] = [rank(one), rank(other)];
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}

/**
 * The system whose page stands at a URL, by host and path.
 * @returns null for pages of no system, and for hosts that only sign in or answer programs: there is nothing to read
 */
export function systemOfUrl(systems: System[], url: string): System | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  let best: { system: System; host: SystemHost } | null = null;
  for (const system of systems) {
    for (const host of system.hosts) {
      if (!hostFits(host.host, hostname) || !pathFits(host.path, pathname)) continue;
      if (!best || goesBefore(host, best.host)) best = { system, host };
    }
  }
  return best && isPage(best.host) ? best.system : null;
}

function isPage({ role }: SystemHost): boolean {
  return role === 'officer' || role === 'citizen';
}

/** Match patterns (Chrome's) of the pages of a system; ports and queries are free. */
export function hostPatterns(system: System): string[] {
  const patterns = system.hosts.filter(isPage).flatMap(({ host, path }) => {
    const origin = `*://${host}`;
    return path ? [`${origin}${path}`, `${origin}${path}?*`, `${origin}${path}/*`] : [`${origin}/*`];
  });
  return [...new Set(patterns)];
}

/** The systems that hold an agency's dossiers, by G- or H-code; a merged agency's old code names its successor. */
export function systemsOfAgency(systems: System[], agencyCode: string): System[] {
  return systems.filter((system) => system.agencyCodes.includes(agencyCode));
}

/** How the pages of a system are read; null: by the generic reader alone. */
export function profileOf(system: System): ReadingProfile | null {
  return (system.platform !== undefined && PROFILES[system.platform]) || null;
}
