/** Codes of one dossier, and what the command line takes and refuses. */
import { describe, expect, it } from 'vitest';
import { answer } from '../../../../utils/reconcile/answer';
import { CODE, findingsOf, holdAlways, holdRow, judgeScene, type Row } from './told';

const NATIONAL = 'G22.99.08-261101-123456';
const THIRD = 'H26.10-261101-0002';

describe('linked codes are one dossier everywhere', () => {
  const scene = `m resolved 09:00; p processing 14:00 code=${NATIONAL}`;
  const apart = 'out-of-sync: error status-disagrees mp';
  it.each<Row>([
    ['a link', scene, apart, { links: [[CODE, NATIONAL]] }],
    ['the other way round', scene, apart, { links: [[NATIONAL, CODE]] }],
    ['as an object', scene, apart, { links: [{ a: CODE, b: NATIONAL }] }],
    [
      'through a third code',
      scene,
      apart,
      {
        links: [
          [CODE, THIRD],
          [THIRD, NATIONAL],
        ],
      },
    ],
    ['three at once', scene, apart, { links: [[CODE, THIRD, NATIONAL]] }],
    [
      'a page that shows both',
      `m resolved 09:00 otherCode=${NATIONAL}; p processing 14:00 code=${NATIONAL}`,
      apart,
    ],
    [
      'one system under both codes: its latest counts',
      `m resolved 09:00; p processing 10:00; p resolved 14:00 code=${NATIONAL}`,
      'in-sync',
      { links: [[CODE, NATIONAL]] },
    ],
    [
      'not found under one, found under the other',
      `m processing 09:00 receivedAt=08:00; p not-found 14:00; p processing 14:00 code=${NATIONAL}`,
      'in-sync',
      { links: [[CODE, NATIONAL]] },
    ],
    [
      'one page lists both codes in two states: which is the dossier’s is not known',
      `m resolved 09:00; p resolved 14:00; p processing 14:00 code=${NATIONAL}`,
      'cannot-tell: info not-known-yet p',
      { links: [[CODE, NATIONAL]] },
    ],
    [
      'one page lists both codes in one state, in other words',
      `m processing 09:00; p processing 14:00; p interlinked 14:00 code=${NATIONAL}`,
      'in-sync',
      { links: [[CODE, NATIONAL]] },
    ],
    ['as another object', scene, apart, { links: [{ from: CODE, to: NATIONAL }] }],
    ['lower case', `m resolved 09:00; p processing 14:00 code=${CODE.toLowerCase()}`, apart],
  ])('%s', holdRow);

  it('without a link they are two, each of which one system knows', () => {
    const judged = judgeScene(scene);
    expect(judged.map(({ codes, verdict }) => [codes, verdict])).toEqual([
      [[CODE], 'cannot-tell'],
      [[NATIONAL], 'cannot-tell'],
    ]);
    for (const one of judged) holdAlways(one);
  });

  it('a link between codes that nobody saw makes no dossier', () => {
    expect(judgeScene('', { links: [[CODE, NATIONAL]] })).toEqual([]);
  });

  it('a dossier’s codes are all named, also the one that nobody saw', () => {
    const [judged] = judgeScene('m resolved 09:00; p resolved 14:00', { links: [[CODE, NATIONAL]] });
    expect(judged?.codes).toEqual([CODE, NATIONAL]);
    expect(judged && findingsOf(judged)).toEqual([]);
  });
});

const seen = { code: CODE, system: 'ministry-g15', outcome: 'found', seenAt: '2026-11-10T09:00:00+07:00' };
const now = '2026-11-10T16:00:00+07:00';

describe('input', () => {
  it.each<[string, object]>([
    ['nothing seen', { now, sightings: [] }],
    ['empty links and routing', { now, sightings: [], links: [], routing: [] }],
    ['fields of other tools', { now, sightings: [{ ...seen, note: 'x' }], version: 2 }],
    [
      'each system that the contract names',
      {
        now,
        sightings: [
          'national-portal',
          'national-portal-old',
          'coordination',
          'ministry-g15',
          'province-h26',
          'land',
          'civil-status',
          'business',
          'insurance',
          'payment',
        ].map((system) => ({ ...seen, system })),
      },
    ],
    [
      'a row that names the procedure as sightings do',
      { now, sightings: [seen], routing: [{ system: 'land', procedureCode: '1.004873' }] },
    ],
    [
      'a row without an end, and with one exception',
      {
        now,
        sightings: [seen],
        routing: [{ system: 'land', from: '2026-03-01', to: null, exceptions: 'H26.10' }],
      },
    ],
    ['no words', { now, sightings: [{ ...seen, statusText: '' }] }],
  ])('%s is taken', (_, input) => {
    expect(answer(JSON.stringify(input))).toHaveProperty('answer');
  });

  it.each<[string, unknown, string]>([
    ['a list', [], 'stdin'],
    ['nothing', null, 'stdin'],
    ['no sightings', { now }, 'sightings'],
    ['sightings that are no list', { now, sightings: {} }, 'sightings'],
    ['no clock', { sightings: [] }, 'now'],
    ['a sighting that is none', { now, sightings: [seen, 7] }, 'sightings[1]'],
    ['no code', { now, sightings: [{ ...seen, code: undefined }] }, 'sightings[0].code'],
    ['no system', { now, sightings: [{ ...seen, system: undefined }] }, 'sightings[0].system'],
    ['a system of nobody', { now, sightings: [{ ...seen, system: 'nowhere' }] }, 'sightings[0].system'],
    ['an outcome of nobody', { now, sightings: [{ ...seen, outcome: 'ok' }] }, 'sightings[0].outcome'],
    ['a status of nobody', { now, sightings: [{ ...seen, status: 'done' }] }, 'sightings[0].status'],
    ['a flag of nobody', { now, sightings: [{ ...seen, status: 'flag:x' }] }, 'sightings[0].status'],
    ['words that are a number', { now, sightings: [{ ...seen, statusText: 9 }] }, 'sightings[0].statusText'],
    ['a fee of nobody', { now, sightings: [{ ...seen, payment: 'free' }] }, 'sightings[0].payment'],
    ['overdue in words', { now, sightings: [{ ...seen, overdueShown: 'yes' }] }, 'sightings[0].overdueShown'],
    ['no time of sight', { now, sightings: [{ ...seen, seenAt: undefined }] }, 'sightings[0].seenAt'],
    ['a day of sight', { now, sightings: [{ ...seen, seenAt: '2026-11-10' }] }, 'sightings[0].seenAt'],
    [
      'an hour that is none',
      { now, sightings: [{ ...seen, seenAt: '2026-11-10T25:00:00Z' }] },
      'sightings[0].seenAt',
    ],
    [
      'a day that is none',
      { now, sightings: [{ ...seen, receivedAt: '2026-02-30' }] },
      'sightings[0].receivedAt',
    ],
    ['a time in words', { now, sightings: [{ ...seen, statusAt: 'hôm qua' }] }, 'sightings[0].statusAt'],
    ['a link to nothing', { now, sightings: [], links: [[CODE]] }, 'links[0]'],
    ['a link to what is no code', { now, sightings: [], links: [[CODE, 'x y']] }, 'links[0][1]'],
    ['a grace in words', { now, sightings: [], graceMinutes: '60' }, 'graceMinutes'],
    ['a grace below none', { now, sightings: [], graceMinutes: -5 }, 'graceMinutes'],
    [
      'a row without a system',
      { now, sightings: [], routing: [{ procedure: '1.004873' }] },
      'routing[0].system',
    ],
    [
      'a row of a system of nobody',
      { now, sightings: [], routing: [{ system: 'land' }, { system: 'nowhere' }] },
      'routing[1].system',
    ],
    [
      'a row from no day',
      { now, sightings: [], routing: [{ system: 'land', from: 'x' }] },
      'routing[0].from',
    ],
  ])('%s is refused in one line that names the path', (_, input, path) => {
    const result = answer(JSON.stringify(input));
    const problem = 'problem' in result ? result.problem : '';
    expect(problem.split(': ')[0]).toBe(path);
    expect(problem).not.toContain('\n');
  });
});
