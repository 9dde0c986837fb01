import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { answer } from '../../../utils/reconcile/answer';
import { CODE, NOW } from './scene';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

function run(input: string, zone?: string): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/reconcile.ts'], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
    ...(zone && { env: { ...process.env, TZ: zone } }),
  });
}

const SIGHTING = {
  code: CODE,
  system: 'province-h26',
  outcome: 'found',
  seenAt: '2026-11-10T09:00:00+07:00',
};

describe('npm run reconcile', () => {
  it.each(['America/Los_Angeles', 'Pacific/Kiritimati'])(
    'a machine in %s counts days, hours and due dates as one in Vietnam',
    (zone) => {
      const sighting = { ...SIGHTING, status: 'processing', receivedAt: '2026-11-02', dueAt: '2026-11-10' };
      const scene = (now: string) =>
        JSON.stringify({
          now,
          sightings: [
            { ...sighting, seenAt: now },
            { ...sighting, system: 'national-portal', seenAt: now, overdueShown: true },
            { ...sighting, system: 'ministry-g15', outcome: 'not-found', seenAt: now },
          ],
          routing: [{ system: 'ministry-g15', from: '2026-11-02', to: '2026-11-02' }],
        });
      for (const now of ['2026-11-10T16:30:00+07:00', '2026-11-10T18:00:00Z']) {
        const there = run(scene(now), zone);
        expect(there.stderr).toBe('');
        expect(JSON.parse(there.stdout)).toEqual(JSON.parse(run(scene(now), 'Asia/Ho_Chi_Minh').stdout));
      }
    },
    30_000,
  );

  it('answers JSON with what is out of sync, codes joined by links, statuses read from their words', () => {
    const { status, stdout, stderr } = run(
      JSON.stringify({
        now: NOW,
        sightings: [
          { ...SIGHTING, code: CODE.toLowerCase(), statusText: 'Đã trả kết quả' },
          {
            ...SIGHTING,
            code: 'H26.10-261101-55555',
            system: 'national-portal',
            statusText: 'Đang xử lý',
            seenAt: '2026-11-10T07:00:00Z',
          },
        ],
        links: [[CODE, 'H26.10-261101-55555']],
      }),
    );
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual({
      dossiers: [
        {
          codes: [CODE, 'H26.10-261101-55555'],
          verdict: 'out-of-sync',
          findings: [
            {
              rule: 'status-disagrees',
              severity: 'error',
              systems: ['province-h26', 'national-portal'],
              ask: ['national-portal'],
            },
          ],
        },
      ],
    });
  }, 30_000);

  it.each([
    ['no JSON', 'x', 'stdin: not JSON'],
    ['no clock', { sightings: [] }, 'now: '],
    ['a day is no clock', { now: '2026-11-10', sightings: [] }, 'now: not an instant'],
    [
      'another outcome',
      { now: NOW, sightings: [{ ...SIGHTING, outcome: 'lost' }] },
      'sightings[0].outcome: ',
    ],
    [
      'another status',
      { now: NOW, sightings: [SIGHTING, { ...SIGHTING, status: 'x' }] },
      'sightings[1].status: ',
    ],
    ['no code', { now: NOW, sightings: [{ ...SIGHTING, code: '1.000894' }] }, 'sightings[0].code: '],
    ['no day', { now: NOW, sightings: [{ ...SIGHTING, dueAt: '2026-02-31' }] }, 'sightings[0].dueAt: '],
    ['a fee below nothing', { now: NOW, sightings: [{ ...SIGHTING, fee: -1 }] }, 'sightings[0].fee: '],
    ['half a đồng', { now: NOW, sightings: [{ ...SIGHTING, fee: 0.5 }] }, 'sightings[0].fee: '],
    ['a fee in words', { now: NOW, sightings: [{ ...SIGHTING, fee: '50000' }] }, 'sightings[0].fee: '],
    [
      'a limit of nothing',
      { now: NOW, sightings: [{ ...SIGHTING, limit: { count: 0, unit: 'day' } }] },
      'sightings[0].limit.count: ',
    ],
    [
      'a limit in no unit',
      { now: NOW, sightings: [{ ...SIGHTING, limit: { count: 5, unit: 'week' } }] },
      'sightings[0].limit.unit: ',
    ],
    ['a grace that is none', { now: NOW, sightings: [], graceMinutes: -1 }, 'graceMinutes: '],
    [
      'an offset that no zone has',
      { now: NOW, sightings: [{ ...SIGHTING, seenAt: '2026-11-10T09:00:00+25:00' }] },
      'sightings[0].seenAt: ',
    ],
    [
      'a key of two lines',
      { now: NOW, sightings: [], routing: [{ system: 'ministry-g15', 'from\nday': '2026-11-01' }] },
      'routing[0]: ',
    ],
    [
      'a routing row from no day',
      { now: NOW, sightings: [], routing: [{ system: 'ministry-g15', from: '31/12/2026' }] },
      'routing[0].from: not a day',
    ],
    ['a routing row without a system', { now: NOW, sightings: [], routing: [{}] }, 'routing[0].system: '],
  ])('%s: one line that names the path', (_, input, line) => {
    const result = answer(typeof input === 'string' ? input : JSON.stringify(input));
    const problem = 'problem' in result ? result.problem : '';
    expect(problem.startsWith(line)).toBe(true);
    expect(problem).not.toContain('\n');
  });

  it('takes fee and limit of a procedure', () => {
    const told = (system: string, count: number) => ({
      ...SIGHTING,
      system,
      status: 'processing',
      receivedAt: '2026-11-02',
      fee: 50_000,
      limit: { count, unit: 'working-day' },
    });
    const sightings = [told('province-h26', 5), told('national-portal', 3)];
    expect(answer(JSON.stringify({ now: NOW, sightings }))).toMatchObject({
      answer: { dossiers: [{ verdict: 'out-of-sync', findings: [{ rule: 'procedure-disagrees' }] }] },
    });
  });

  it('what is wrong goes to stderr with exit 1, nothing to stdout', () => {
    expect(run('{"now":"2026-11-10"}')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'now: not an instant\n',
    });
  }, 30_000);
});
