/** The catalogue as one office has it: what its administrator adds to systems and which systems of its own there are. */
import type { SystemId } from '../dossier/sighting';
import { CATALOGUE, systemsOfAgency } from '../systems';
import type { Connector } from '../systems/connector';
import { hostFits } from '../systems/host';
import { QUERIES } from '../systems/platforms/queries';
import type { System, SystemHost } from '../systems/system';
import { below, type Fault, fault } from './salvage';
import type { SystemEntry } from './schema';

type Entries = Record<SystemId, SystemEntry>;

/**
 * Adds every entry to the catalogue, in the entries' order; the rest of a bad entry stands.
 * @returns all systems, switched on or not
 */
export function officeSystems(entries: Entries, faults: Fault[]): System[] {
  const systems = [...CATALOGUE];
  for (const [id, entry] of Object.entries(entries)) {
    const path = below('systems', id);
    const at = systems.findIndex((system) => system.id === id);
    const known = systems[at];
    const base = known ?? newSystem(id, entry, path, faults);
    if (!base) continue;
    if (known && entry.kind && entry.kind !== known.kind)
      faults.push(fault(`${path}.kind`, 'policy_problem_kind'));
    systems.splice(known ? at : systems.length, known ? 1 : 0, withEntry(base, entry, systems, path, faults));
  }
  return systems;
}

/** Only document management is every office's own; any other system must be one that the product knows. */
function newSystem(
  id: SystemId,
  { kind, name, hosts }: SystemEntry,
  path: string,
  faults: Fault[],
): System | null {
  if (kind !== 'documents' || !name || !hosts?.length) {
    faults.push(fault(path, 'policy_problem_unknown_system'));
    return null;
  }
  return {
    id,
    name,
    shortName: name.replace(/\s+/g, ' ').slice(0, 12).trim(),
    nameEn: name,
    kind,
    agencyCodes: [],
    hosts: [],
  };
}

function withEntry(
  base: System,
  entry: SystemEntry,
  systems: System[],
  path: string,
  faults: Fault[],
): System {
  const hosts = [...base.hosts, ...addedHosts(base, entry, systems, path, faults)];
  const { name, shortName, homeUrl, loginUrl, dossierUrl } = entry;
  const connector = connectorOf(entry);
  /** An address that gets a dossier's code must be the system's own. */
  const ours = (url: string | undefined, key: string): boolean => {
    if (url === undefined) return false;
    const { hostname } = new URL(url.replaceAll('{code}', 'X'));
    const fits = hosts.some(({ host, role }) => role !== 'login' && hostFits(host, hostname));
    if (!fits) faults.push(fault(below(path, key), 'policy_problem_url_foreign'));
    return fits;
  };
  return {
    ...base,
    hosts,
    ...(name ? { name, nameEn: name } : {}),
    ...(shortName ? { shortName } : {}),
    ...(homeUrl ? { homeUrl } : {}),
    ...(loginUrl ? { loginUrl } : {}),
    ...(ours(dossierUrl, 'dossierUrl') ? { dossierUrl } : {}),
    ...(ours(connector?.url, 'connector') ? { connector } : {}),
  };
}

function connectorOf({ connector }: SystemEntry): Connector | undefined {
  return connector && 'platform' in connector ? QUERIES[connector.platform](connector.api) : connector;
}

function addedHosts(
  base: System,
  { hosts = [] }: SystemEntry,
  systems: System[],
  path: string,
  faults: Fault[],
): SystemHost[] {
  return [...new Set(hosts)]
    .filter((host) => {
      const owner = systems.find(
        (one) => one.id !== base.id && one.hosts.some((other) => other.host === host),
      );
      if (owner) faults.push(fault(`${path}.hosts`, 'policy_problem_host_taken', [host, owner.name]));
      return !owner;
    })
    .filter(
      (host) => !base.hosts.some((other) => other.host === host && other.path === undefined && isPage(other)),
    )
    .map((host) => ({ host, role: 'officer', confidence: 'policy' }));
}

function isPage({ role }: SystemHost): boolean {
  return role === 'officer' || role === 'citizen';
}

/** True for a host that some system answers on; a login is never asked. */
export function isKnownAskHost(systems: System[], host: string): boolean {
  return systems.some(({ hosts }) => hosts.some((one) => one.role !== 'login' && hostFits(one.host, host)));
}

/** @returns the H-code of today's province for its own code or that of a province merged into it */
export function provinceOf(code: string): string | null {
  return systemsOfAgency(CATALOGUE, code).find(({ kind }) => kind === 'province')?.agencyCodes[0] ?? null;
}
