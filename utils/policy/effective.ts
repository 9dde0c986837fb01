/**
 * The settings in force: policy over the officer's own over the defaults. Whatever comes in, settings come out; what
 * cannot be used is left out alone and named in `problems`.
 */
import type { z } from 'zod';
import { systemById } from '../systems';
import type { System } from '../systems/system';
import { DEFAULT_SETTINGS } from './defaults';
import { isKnownAskHost, officeSystems, provinceOf } from './office-systems';
import { problemOf } from './problem';
import { below, type Fault, fault, isPlain, salvage } from './salvage';
import {
  isJsonText,
  type OwnValues,
  ownSchema,
  type PolicyKey,
  type PolicyValues,
  policySchema,
} from './schema';
import type { Settings } from './settings';

/** Faults in the officer's own settings stand under this path. */
const OWN = 'own';

/** Far above any real policy; a longer text is not parsed. */
const MAX_TEXT = 500_000;

type Shape = Record<string, z.ZodType>;

/** A structured key travels as JSON text; one that comes as it is (own settings, other browsers) is taken too. */
function untexted(value: unknown, path: string, faults: Fault[]): unknown {
  if (typeof value !== 'string') return value;
  if (value.trim() === '') return undefined;
  try {
    if (value.length <= MAX_TEXT) return JSON.parse(value) as unknown;
  } catch {
    // Falls through to the fault: the text is the administrator's to mend.
  }
  faults.push(fault(path, 'policy_problem_json'));
  return undefined;
}

function readValues(shape: Shape, raw: unknown, root: string, faults: Fault[]): Record<string, unknown> {
  if (raw === undefined || raw === null) return {};
  if (!isPlain(raw)) {
    faults.push(fault(root, 'policy_problem_form'));
    return {};
  }
  const values: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(raw)) {
    const path = below(root, key);
    const schema = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (!schema) {
      faults.push(fault(path, 'policy_problem_unknown_key'));
      continue;
    }
    const value =
      key in policySchema.shape && isJsonText(key as PolicyKey) ? untexted(one, path, faults) : one;
    const good = value === undefined || value === null ? undefined : salvage(schema, value, path, faults);
    if (good !== undefined) values[key] = good;
  }
  return values;
}

/** Whose word counts for a key: policy's, else the officer's. */
interface Layers {
  policy: PolicyValues;
  own: OwnValues;
}

function knownHosts(named: string[], path: string, all: System[], faults: Fault[]): string[] {
  return [...new Set(named)].filter((host) => {
    if (isKnownAskHost(all, host)) return true;
    faults.push(fault(path, 'policy_problem_host_foreign', [host]));
    return false;
  });
}

function askHosts({ policy, own }: Layers, all: System[], faults: Fault[]): string[] {
  const path = policy.askAutomatically ? 'askAutomatically' : below(OWN, 'askAutomatically');
  return knownHosts(policy.askAutomatically ?? own.askAutomatically ?? [], path, all, faults);
}

function province({ policy, own }: Layers, faults: Fault[]): string | undefined {
  for (const [named, path] of [
    [policy.officeProvince, 'officeProvince'],
    [own.officeProvince, below(OWN, 'officeProvince')],
  ] as const) {
    if (named === undefined) continue;
    const code = provinceOf(named);
    if (code) return code;
    faults.push(fault(path, 'policy_problem_province'));
  }
  return undefined;
}

/** A year in which a day of another year stands is not trusted: days would be missing from it. */
function calendarsOf(
  named: NonNullable<PolicyValues['calendars']>,
  faults: Fault[],
): NonNullable<Settings['calendars']> {
  const good = Object.entries(named).filter(([year, { off, makeUp }]) => {
    const strange = [...off, ...makeUp].find((day) => !day.startsWith(year));
    if (strange)
      faults.push(fault(below('calendars', year), 'policy_problem_calendar_year', [strange, year]));
    return !strange;
  });
  return Object.fromEntries(good);
}

/** Paths that policy decides: keys, `databases.<id>`, `systems.<id>.<field>`, `disabled.<id>`. */
function lockedBy(policy: PolicyValues, all: System[], officeProvince: string | undefined): string[] {
  const { systems = {}, databases = {}, ...plain } = policy;
  const keys = Object.keys(plain).filter(
    (key) => key !== 'officeProvince' || provinceOf(policy.officeProvince ?? '') === officeProvince,
  );
  return [
    ...keys,
    ...Object.keys(databases).map((id) => `databases.${id}`),
    ...Object.entries(systems)
      .filter(([id]) => systemById(all, id))
      .flatMap(([id, entry]) => [
        ...Object.keys(entry).map((field) => `systems.${id}.${field}`),
        ...(entry.enabled === undefined ? [] : [`disabled.${id}`]),
      ]),
  ];
}

/**
 * @param managed what the administrator's policy holds: `storage.managed`, or the last known good of it
 * @param own what the officer set on this machine
 * @returns settings that are valid whatever came in; never throws
 */
export function effectiveSettings(managed: unknown, own: unknown): Settings {
  const faults: Fault[] = [];
  const layers: Layers = {
    policy: readValues(policySchema.shape, managed, '', faults) as PolicyValues,
    own: readValues(ownSchema.shape, own, OWN, faults) as OwnValues,
  };
  const { policy } = layers;
  const all = officeSystems(policy.systems ?? {}, faults);
  const off = new Set(
    all
      .map(({ id }) => id)
      .filter((id) => !(policy.systems?.[id]?.enabled ?? !layers.own.disabled?.includes(id))),
  );
  const officeProvince = province(layers, faults);
  const plain = { ...DEFAULT_SETTINGS, ...layers.own, ...policy };
  return {
    systems: all.filter(({ id }) => !off.has(id)),
    disabled: [...off],
    ...(officeProvince ? { officeProvince } : {}),
    graceMinutes: plain.graceMinutes,
    ...(policy.gracePairs ? { gracePairs: policy.gracePairs } : {}),
    ...(policy.routing ? { routing: policy.routing } : {}),
    ...(policy.calendars ? { calendars: calendarsOf(policy.calendars, faults) } : {}),
    askAutomatically: askHosts(layers, all, faults),
    askGuardedAutomatically: plain.askGuardedAutomatically,
    askInTabs: knownHosts(policy.askInTabs ?? [], 'askInTabs', all, faults),
    requestsPerMinute: plain.requestsPerMinute,
    requestsPerDay: plain.requestsPerDay,
    freshMinutes: { ...DEFAULT_SETTINGS.freshMinutes, ...policy.freshMinutes },
    ...(plain.quietHours ? { quietHours: plain.quietHours } : {}),
    pauseAsking: plain.pauseAsking,
    databases: { ...DEFAULT_SETTINGS.databases, ...layers.own.databases, ...policy.databases },
    coveredProcedures: [...new Set(plain.coveredProcedures)],
    ...(policy.procedures ? { procedures: policy.procedures } : {}),
    procedurePapers: plain.procedurePapers,
    ...(plain.supportContact ? { supportContact: plain.supportContact } : {}),
    pilot: { ...DEFAULT_SETTINGS.pilot, ...policy.pilot },
    retentionDays: plain.retentionDays,
    ledgerMegabytes: plain.ledgerMegabytes,
    showCannotTell: plain.showCannotTell,
    language: plain.language,
    problems: faults.map((one) => problemOf(one, plain.language)),
    locked: lockedBy(policy, all, officeProvince),
  };
}
