/**
 * Scenes in one line each, told to the command line's own function as JSON and back.
 *
 *   'm resolved 08:00 statusAt=07:30; p processing 14:00'
 *   a system (m ministry-g15, h province-h26, p national-portal, o national-portal-old, c coordination, l land, $ payment),
 *   a status, an outcome other than found, or words in quotes, the clock of 10 November 2026 (or `9T08:00`, or a whole
 *   time), then other fields.
 */
import { expect } from 'vitest';
import { answer } from '../../../../utils/reconcile/answer';

const SYSTEMS: Record<string, string> = {
  m: 'ministry-g15',
  h: 'province-h26',
  p: 'national-portal',
  o: 'national-portal-old',
  c: 'coordination',
  l: 'land',
  $: 'payment',
};
const FAILED = /^(?:not-found|not-signed-in|no-permission|captcha|unreachable|unreadable|rate-limited)$/;

export const CODE = 'H26.10-261101-0001';
const TIMES = ['statusAt', 'receivedAt', 'dueAt', 'resolvedAt'];

/** "08:00" of the scene's day, "9T08:00" of another of that month; what is longer stays. */
function moment(text: string, offset = ''): string {
  const [, day = '10', clock] = text.match(/^(?:(\d{1,2})T)?(\d\d:\d\d)$/) ?? [];
  return clock ? `2026-11-${day.padStart(2, '0')}T${clock}${offset && `:00${offset}`}` : text;
}

function value(key: string, text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return TIMES.includes(key) ? moment(text) : text;
}

function sighting(line: string): Record<string, unknown> {
  const [, system = '', quoted, word = '', at = '', rest = ''] =
    line.trim().match(/^(\S+) (?:"([^"]*)"|(\S+)) (\S+)(.*)$/) ?? [];
  const said: Record<string, unknown> = {
    code: CODE,
    system: SYSTEMS[system] ?? system,
    outcome: FAILED.test(word) ? word : 'found',
    seenAt: moment(at, '+07:00'),
  };
  if (quoted !== undefined) said.statusText = quoted;
  else if (!FAILED.test(word) && word !== '-') said.status = word;
  for (const [, key = '', text = ''] of rest.matchAll(/(\w+)=(\S+)/g)) said[key] = value(key, text);
  return said;
}

export interface Told {
  now?: string;
  graceMinutes?: number;
  links?: unknown;
  routing?: unknown;
}

export interface Judged {
  codes: string[];
  verdict: string;
  findings: { rule: string; severity: string; systems: string[]; ask: string[] }[];
}

export function judgeScene(scene: string, { now = '16:00', ...more }: Told = {}): Judged[] {
  const sightings = scene ? scene.split(';').map(sighting) : [];
  const result = answer(JSON.stringify({ now: moment(now, '+07:00'), sightings, ...more }));
  if ('problem' in result) throw new Error(result.problem);
  return result.answer.dossiers;
}

const short = (system: string): string =>
  Object.entries(SYSTEMS).find(([, id]) => id === system)?.[0] ?? system;

/** "error status-disagrees mp" and so on, systems in the order of their letters. */
export function findingsOf({ findings }: Judged): string[] {
  return findings.map(
    ({ severity, rule, systems }) => `${severity} ${rule} ${systems.map(short).sort().join('')}`,
  );
}

/** A row of a table: the reason, the scene, "verdict" and the findings it must have (all of them, in any order). */
export type Row = [why: string, scene: string, expected: string, told?: Told];

/** Holds the row, and what holds of every dossier. */
export function holdRow(_why: string, scene: string, expected: string, told?: Told): void {
  const [judged, ...others] = judgeScene(scene, told);
  expect(others).toEqual([]);
  if (!judged) throw new Error('no dossier');
  const [verdict = '', ...findings] = expected.split(/: |, /);
  expect([judged.verdict, ...findingsOf(judged).sort()]).toEqual([verdict, ...findings.sort()]);
  holdAlways(judged);
}

/** Cannot-tell names whom to ask; an error is said of what is out of sync, and of nothing else. */
export function holdAlways({ verdict, findings }: Judged): void {
  expect(findings.some(({ severity }) => severity === 'error')).toBe(verdict === 'out-of-sync');
  if (verdict === 'cannot-tell') expect(findings.some(({ ask }) => ask.length > 0)).toBe(true);
}
