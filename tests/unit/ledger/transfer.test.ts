/** The ledger as a file: written, read, merged by the ledger's own rules; a wrong file is named and takes nothing. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sighting } from '../../../utils/dossier/sighting';
import { type Ledger, openLedger } from '../../../utils/ledger/database';
import { dismiss } from '../../../utils/ledger/dismissals';
import { link, unlink } from '../../../utils/ledger/links';
import { mergeRows } from '../../../utils/ledger/merge-rows';
import { eraseAll } from '../../../utils/ledger/prune';
import { readTransfer, type WrongFile } from '../../../utils/ledger/read-transfer';
import { record } from '../../../utils/ledger/record';
import type { TransferRows } from '../../../utils/ledger/transfer-schema';
import { writeTransfer } from '../../../utils/ledger/write-transfer';
import { at, CODE, ended, HANOI, OTHER, PORTAL, seen, THIRD } from './seen-dossier';

let mine: Ledger;
let theirs: Ledger;
let opened = 0;
beforeEach(() => {
  opened += 1;
  mine = openLedger(`transfer-mine-${opened}`);
  theirs = openLedger(`transfer-theirs-${opened}`);
});
afterEach(async () => {
  await mine.delete();
  await theirs.delete();
});

const procedures = { nameOf: () => undefined, codeOf: () => undefined };
const going = () => Promise.resolve(true);
const NOW = Date.parse(at(500));
const EVER = '2000-01-01T00:00:00.000Z';

async function fileOf(db: Ledger): Promise<string> {
  const parts = await writeTransfer(db, { now: NOW, procedures, progress: going });
  return (parts ?? []).join('');
}

async function rowsIn(text: string): Promise<TransferRows> {
  const rows = await readTransfer(text, { notAfter: at(600), progress: going });
  if (!rows || 'wrong' in rows) throw new Error(`not read: ${JSON.stringify(rows)}`);
  return rows;
}

/** All that a file carries, with rows in an order of their own and without this machine's numbers. */
async function held(db: Ledger): Promise<unknown> {
  const runs = (await db.changes.toArray()).map(({ id: _, ...run }) => run);
  runs.sort((x, y) => (`${x.code}${x.system}${x.at}` < `${y.code}${y.system}${y.at}` ? -1 : 1));
  return { latest: await db.latest.toArray(), runs, links: await db.links.toArray() };
}

const STATES: Partial<Sighting>[] = [
  {},
  ended,
  { status: 'supplement-required', statusText: 'Yêu cầu bổ sung' },
  { status: 'unknown', statusText: 'Chờ •••' },
  { status: undefined, statusText: undefined, dueAt: '2026-11-27' },
  { dueAt: '2026-11-28', payment: 'paid' },
  { ...ended, statusAt: '2026-11-22T07:50', resolvedAt: '2026-11-22T07:55:30' },
  { outcome: 'not-found', via: 'lookup', status: undefined, statusText: undefined },
  { procedureCode: '1.004884', otherCode: OTHER },
  { fee: 50_000, limit: { count: 5, unit: 'working-day' }, via: 'lookup' },
  { fee: 0, limit: { count: 40, unit: 'hour' }, via: 'lookup' },
];
const sighting = fc
  .tuple(fc.nat(STATES.length - 1), fc.nat(90), fc.constantFrom(PORTAL, HANOI), fc.constantFrom(CODE, THIRD))
  .map(([state, minute, system, code]) => {
    const made = { ...seen(minute, { system, code }), ...STATES[state] };
    return JSON.parse(JSON.stringify(made)) as Sighting;
  });
const withState = sighting.filter(({ status, outcome }) => status !== undefined || outcome === 'not-found');
const batchesOf = (one: fc.Arbitrary<Sighting>): fc.Arbitrary<Sighting[][]> =>
  fc.array(fc.array(one, { minLength: 1, maxLength: 4 }), { maxLength: 8 }).map(onceAnInstant);
const livedWithStates = batchesOf(withState);
const lived = batchesOf(sighting);

/** Two states of one system at one instant would contradict each other: a ledger never saw both. */
function onceAnInstant(batches: Sighting[][]): Sighting[][] {
  const known = new Set<string>();
  const isFirst = ({ code, system, seenAt }: Sighting): boolean => {
    const key = `${code} ${system} ${seenAt}`;
    return !known.has(key) && Boolean(known.add(key));
  };
  return batches.map((batch) => batch.filter(isFirst)).filter((batch) => batch.length > 0);
}

/** Nor did two ledgers at the same time. */
function halfAMinuteLater(batches: Sighting[][]): Sighting[][] {
  const later = (one: Sighting) => ({ ...one, seenAt: one.seenAt.replace(':00.000Z', ':30.000Z') });
  return batches.map((batch) => batch.map(later));
}

async function live(db: Ledger, batches: Sighting[][]): Promise<void> {
  await eraseAll(db);
  for (const batch of batches) await record(db, batch);
}

describe('round trip', { timeout: 60_000 }, () => {
  it('an empty ledger that takes a file in holds what the file’s ledger held', async () => {
    await fc.assert(
      fc.asyncProperty(lived, async (batches) => {
        await live(theirs, batches);
        await eraseAll(mine);
        await mergeRows(mine, await rowsIn(await fileOf(theirs)), EVER);
        expect(await held(mine)).toEqual(await held(theirs));
      }),
      { numRuns: 40 },
    );
  });

  it('the same file a second time changes nothing, whatever was known before', async () => {
    await fc.assert(
      fc.asyncProperty(lived, lived, async (known, others) => {
        await live(theirs, others);
        await live(mine, halfAMinuteLater(known));
        const rows = await rowsIn(await fileOf(theirs));
        await mergeRows(mine, rows, EVER);
        const once = await held(mine);
        const again = await mergeRows(mine, rows, EVER);
        expect(await held(mine)).toEqual(once);
        expect(again.changed).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('a value that was another one between two times it was seen: it did not begin before', async () => {
    const costs = (minute: number, fee: number) => seen(minute, { via: 'lookup', fee });
    await live(theirs, [[costs(0, 50_000)], [costs(2, 50_000)]]);
    await live(mine, [[costs(1, 0)]]);
    const rows = await rowsIn(await fileOf(theirs));
    for (const _time of ['first', 'second']) {
      await mergeRows(mine, rows, EVER);
      const [latest] = await mine.latest.toArray();
      expect(latest).toMatchObject({ fee: 50_000, facts: { fee: { since: at(2), seen: at(2) } } });
    }
  });

  it('a ledger’s own file changes nothing in it', async () => {
    await fc.assert(
      fc.asyncProperty(lived, async (batches) => {
        await live(mine, batches);
        const before = await held(mine);
        await mergeRows(mine, await rowsIn(await fileOf(mine)), EVER);
        expect(await held(mine)).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it('the latest word wins, whichever ledger saw it, and since never moves too early', async () => {
    await fc.assert(
      fc.asyncProperty(livedWithStates, livedWithStates, async (known, others) => {
        await live(theirs, others);
        await live(mine, known);
        const before = await mine.latest.toArray();
        await mergeRows(mine, await rowsIn(await fileOf(theirs)), EVER);
        for (const their of await theirs.latest.toArray()) {
          const was = before.find(({ code, system }) => code === their.code && system === their.system);
          const now = await mine.latest.get([their.code, their.system]);
          const seenAt = [was?.seenAt ?? '', their.seenAt].sort().at(-1);
          expect(now?.seenAt).toBe(seenAt);
          expect((now?.firstSeenAt ?? '') <= (now?.seenAt ?? '')).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });
});

it('links: a person’s later word holds, and a page never brings an undone one back', async () => {
  await record(theirs, [seen(0, { otherCode: OTHER })]);
  await link(theirs, CODE, THIRD, at(5));
  await unlink(mine, CODE, OTHER, at(1));
  await unlink(mine, CODE, THIRD, at(9));
  await mergeRows(mine, await rowsIn(await fileOf(theirs)), EVER);
  expect((await mine.links.toArray()).map(({ b, undone }) => [b, undone])).toEqual([
    [THIRD, true],
    [OTHER, true],
  ]);
});

it('what was set aside comes along, the later word of two', async () => {
  const row = { code: CODE, finding: 'overdue land', facts: 'x', reason: 'checked', at: at(3) } as const;
  await dismiss(theirs, row);
  await mergeRows(mine, await rowsIn(await fileOf(theirs)), EVER);
  expect(await mine.dismissals.toArray()).toEqual([row]);
});

it('what is older than what is kept at all is not taken', async () => {
  await record(theirs, [seen(0), seen(20, { code: OTHER })]);
  expect((await mergeRows(mine, await rowsIn(await fileOf(theirs)), at(10))).tooOld).toBe(1);
  expect((await mine.latest.toArray()).map(({ code }) => code)).toEqual([OTHER]);
});

it('a file holds codes, states and times alone: names and what no status table knows are gone', async () => {
  await theirs.latest.put({
    ...seen(0, { statusText: 'Chuyển ông Nguyễn Văn Mẫu', status: 'unknown', procedureCode: '012345678901' }),
    procedureName: 'Đơn của Nguyễn Văn Mẫu',
    firstSeenAt: at(0),
    statusSince: at(0),
  });
  await theirs.recent.put({ code: OTHER, at: at(0) });
  const text = await fileOf(theirs);
  expect(text).toContain(CODE);
  expect(text).not.toMatch(/Mẫu|012345678901|procedureName/);
  expect(text).not.toContain(OTHER);
});

describe('a wrong file', () => {
  const good = {
    format: 'so-ho-so',
    version: 1,
    exportedAt: at(0),
    sightings: [{ ...seen(0), firstSeenAt: at(0), statusSince: at(0) }],
    runs: [],
    links: [],
    dismissals: [],
  };
  const row = good.sightings[0];
  const cases: [string, unknown, WrongFile][] = [
    ['no JSON', undefined, { wrong: 'json', params: [] }],
    ['JSON of something else', { hello: 1 }, { wrong: 'format', params: [] }],
    ['nothing', null, { wrong: 'format', params: [] }],
    ['a later form', { ...good, version: 2 }, { wrong: 'version', params: ['2'] }],
    ['a list that is missing', { ...good, runs: undefined }, { wrong: 'list', params: ['runs'] }],
    [
      'a code that is none',
      { ...good, sightings: [row, { ...row, code: '12345' }] },
      { wrong: 'row', params: ['sightings', '2', 'code'] },
    ],
    [
      'a field that nobody knows, such as a name',
      { ...good, sightings: [{ ...row, citizen: 'Nguyễn Văn Mẫu' }] },
      { wrong: 'row', params: ['sightings', '1', 'citizen'] },
    ],
    [
      'a run that ends before it begins',
      {
        ...good,
        runs: [{ code: CODE, system: PORTAL, outcome: 'found', at: at(5), until: at(1), since: at(5) }],
      },
      { wrong: 'row', params: ['runs', '1', 'at'] },
    ],
    [
      'a sighting of tomorrow',
      { ...good, sightings: [{ ...row, seenAt: at(9_000) }] },
      { wrong: 'future', params: ['sightings', '1'] },
    ],
  ];
  it.each(cases)('%s', async (_, file, wrong) => {
    const text = file === undefined ? '{"format":' : JSON.stringify(file);
    expect(await readTransfer(text, { notAfter: at(600), progress: going })).toEqual(wrong);
  });

  it('any text whatever is read or named, never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((value) => JSON.stringify({ ...good, runs: value })),
        ),
        async (text) => {
          const read = await readTransfer(text, { notAfter: at(600), progress: going });
          expect(read).not.toBeNull();
        },
      ),
      { numRuns: 200 },
    );
  });
});

it('reading and writing can be given up', async () => {
  await record(theirs, [seen(0)]);
  const stop = () => Promise.resolve(false);
  expect(await writeTransfer(theirs, { now: NOW, procedures, progress: stop })).toBeNull();
  const text = await fileOf(theirs);
  expect(await readTransfer(text, { notAfter: at(600), progress: stop })).toBeNull();
});
