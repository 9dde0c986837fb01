import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HostPace, type Ledger, openLedger } from '../../../utils/ledger/database';
import { nextTurn, noteAnswered, noteFailed, noteSent, paceOf } from '../../../utils/lookup/pace';
import { DEFAULT_SETTINGS } from '../../../utils/policy';
import type { AskLimits } from '../../../utils/policy/settings';

const HOST = 'dichvucong.vidu.gov.vn';
/** 10:00 on 22 November 2026 in Vietnam. */
const NOW = Date.UTC(2026, 10, 22, 3);
const hour = (clock: number, day = 22) => Date.UTC(2026, 10, day, clock - 7);

const rested: HostPace = {
  host: HOST,
  sent: [],
  day: '',
  sentToday: 0,
  notBefore: 0,
  failures: 0,
  restUntil: 0,
};
const turn = (pace: Partial<HostPace>, limits: Partial<AskLimits> = {}, now = NOW) =>
  nextTurn({ ...rested, ...pace }, { ...DEFAULT_SETTINGS, ...limits }, now);

describe('when the next request may go', () => {
  const ten = Array.from({ length: 10 }, (_, i) => NOW - 50_000 + i * 1_000);
  const night = { from: '22:00', to: '05:00' };
  it.each<[string, Partial<HostPace>, Partial<AskLimits>, number, string | undefined, number?]>([
    ['a host never asked: at once', {}, {}, NOW, undefined],
    ['nine in this minute: at once', { sent: ten.slice(1) }, {}, NOW, undefined],
    ['ten in this minute: when the first is a minute old', { sent: ten }, {}, NOW + 10_000, 'pace'],
    ['policy allows two a minute', { sent: ten }, { requestsPerMinute: 2 }, NOW + 18_000, 'pace'],
    ['a clock turned back does not block for ever', { sent: ten.map((t) => t + 9e6) }, {}, NOW, undefined],
    [
      'a clock set back by seconds: what was just sent still counts',
      { sent: ten.map((t) => t + 55_000) },
      {},
      NOW + 65_000,
      'pace',
    ],
    [
      'a host’s word from a clock that ran a year ahead',
      { notBefore: NOW + 365 * 86_400_000 },
      {},
      NOW,
      undefined,
    ],
    ['a rest from such a clock', { restUntil: NOW + 365 * 86_400_000 }, {}, NOW, undefined],
    ['a day, as long as a host may ask', { notBefore: hour(10, 23) }, {}, hour(10, 23), 'told-to-wait'],
    ['Retry-After', { notBefore: NOW + 1_000 }, {}, NOW + 1_000, 'told-to-wait'],
    ['the later of two reasons', { notBefore: NOW + 1, restUntil: NOW + 2 }, {}, NOW + 2, 'resting'],
    [
      'the day’s limit: tomorrow, Vietnam’s midnight',
      { day: '2026-11-22', sentToday: 5 },
      { requestsPerDay: 5 },
      hour(0, 23),
      'daily-cap',
    ],
    [
      'yesterday’s requests count no more',
      { day: '2026-11-21', sentToday: 5 },
      { requestsPerDay: 5 },
      NOW,
      undefined,
    ],
    ['quiet hours of the day', {}, { quietHours: { from: '09:30', to: '11:00' } }, hour(11), 'quiet-hours'],
    ['before quiet hours', {}, { quietHours: night }, NOW, undefined],
    ['quiet before midnight', {}, { quietHours: night }, hour(5, 23), 'quiet-hours', hour(23)],
    ['quiet after midnight', {}, { quietHours: night }, hour(5), 'quiet-hours', hour(2)],
    ['the first minute of quiet hours', {}, { quietHours: night }, hour(5, 23), 'quiet-hours', hour(22)],
    ['the minute they end', {}, { quietHours: night }, hour(5), undefined, hour(5)],
    [
      'hours that begin when they end are none',
      {},
      { quietHours: { from: '09:00', to: '09:00' } },
      NOW,
      undefined,
    ],
    [
      'the day’s limit at night: after midnight it is still quiet',
      { day: '2026-11-22', sentToday: 5 },
      { requestsPerDay: 5, quietHours: night },
      hour(5, 23),
      'quiet-hours',
      hour(21.5),
    ],
  ])('%s', (_, pace, limits, at, held, now) => {
    expect(turn(pace, limits, now)).toEqual(held ? { at, held } : { at });
  });
});

describe('what a host’s answers change', () => {
  let db: Ledger;
  let opened = 0;
  beforeEach(() => {
    opened += 1;
    db = openLedger(`pace-test-${opened}`);
  });
  afterEach(() => db.delete());

  const failures = async (count: number, random: number) => {
    for (let i = 0; i < count; i++) await noteFailed(db, HOST, { now: NOW, random });
    return (await paceOf(db, HOST)).restUntil - NOW;
  };

  it.each([
    [1, 1, 1_000],
    [2, 1, 2_000],
    [3, 0.5, 2_000],
    [4, 1, 8_000],
    [4, 0, 0],
    [5, 0, 60_000],
    [6, 0.3, 120_000],
    [20, 1, 960_000],
  ])('%i failures in a row, random %d: rests %i ms', async (count, random, ms) => {
    expect(await failures(count, random)).toBe(ms);
  });

  it('an answer closes the circuit', async () => {
    await failures(7, 1);
    await noteAnswered(db, HOST, NOW);
    expect(await paceOf(db, HOST)).toMatchObject({ failures: 0, restUntil: 0 });
  });

  it('a shorter Retry-After never replaces a longer one', async () => {
    await noteFailed(db, HOST, { now: NOW, retryAt: NOW + 9_000, random: 0 });
    await noteFailed(db, HOST, { now: NOW, retryAt: NOW + 1_000, random: 0 });
    expect((await paceOf(db, HOST)).notBefore).toBe(NOW + 9_000);
  });

  it('a word from a clock that ran ahead does not outlive the next one', async () => {
    await noteFailed(db, HOST, { now: NOW + 9e9, retryAt: NOW + 9e9, random: 0 });
    await noteFailed(db, HOST, { now: NOW, retryAt: NOW + 1_000, random: 0 });
    expect((await paceOf(db, HOST)).notBefore).toBe(NOW + 1_000);
  });

  it('a request that took its time counts from its answer on: the host saw it late, perhaps', async () => {
    await noteSent(db, HOST, NOW);
    await noteSent(db, HOST, NOW + 1_000);
    await noteAnswered(db, HOST, NOW + 8_000);
    expect((await paceOf(db, HOST)).sent).toEqual([NOW, NOW + 8_000]);
    await noteFailed(db, HOST, { now: NOW + 9_000, random: 0 });
    expect((await paceOf(db, HOST)).sent).toEqual([NOW, NOW + 9_000]);
  });

  it('requests of a day are counted, and of the next anew', async () => {
    await noteSent(db, HOST, NOW);
    await noteSent(db, HOST, NOW + 90_000);
    expect(await paceOf(db, HOST)).toMatchObject({ day: '2026-11-22', sentToday: 2, sent: [NOW + 90_000] });
    await noteSent(db, HOST, hour(1, 23));
    expect(await paceOf(db, HOST)).toMatchObject({ day: '2026-11-23', sentToday: 1 });
  });
});
