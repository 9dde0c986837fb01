import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteActivity } from '../../../utils/ledger/activity';
import { endAsking, startAsking } from '../../../utils/ledger/asking';
import { type Ledger, openLedger } from '../../../utils/ledger/database';
import { find } from '../../../utils/ledger/find';
import { link, unlink } from '../../../utils/ledger/links';
import { eraseAll, prune } from '../../../utils/ledger/prune';
import { recent, remember } from '../../../utils/ledger/recent';
import { record } from '../../../utils/ledger/record';
import { at, CODE, ended, HANOI, OTHER, PORTAL, seen, THIRD } from './seen-dossier';

let db: Ledger;
let opened = 0;
beforeEach(() => {
  opened += 1;
  db = openLedger(`ledger-test-${opened}`);
});
afterEach(async () => {
  await db.delete();
});

async function latest(code = CODE, system = PORTAL) {
  return db.latest.get([code, system]);
}

describe('codes of one dossier', () => {
  it('a page that shows both codes links them: one file', async () => {
    await record(db, [seen(0, { otherCode: OTHER })]);
    await record(db, [seen(1, { code: OTHER, system: HANOI, ...ended })]);
    const files = await find(db, [OTHER, CODE]);
    expect(files).toHaveLength(1);
    expect(files[0]?.codes).toEqual([OTHER, CODE]);
    expect(files[0]?.sightings.map(({ system }) => system).sort()).toEqual([PORTAL, HANOI].sort());
  });

  it('links reach through a third code', async () => {
    await link(db, CODE, OTHER);
    await link(db, THIRD, OTHER);
    const [file] = await find(db, [THIRD]);
    expect(new Set(file?.codes)).toEqual(new Set([CODE, OTHER, THIRD]));
  });

  it('an undone link stays undone when the page shows it again, and comes back by hand', async () => {
    await record(db, [seen(0, { otherCode: OTHER })]);
    await unlink(db, OTHER, CODE);
    await record(db, [seen(5, { otherCode: OTHER })]);
    expect((await find(db, [CODE]))[0]?.codes).toEqual([CODE]);
    await link(db, CODE, OTHER);
    expect((await find(db, [CODE]))[0]?.codes).toEqual([CODE, OTHER]);
  });

  it('an unknown dossier has an empty file, and no codes no files', async () => {
    expect(await find(db, [CODE])).toEqual([{ codes: [CODE], sightings: [], tries: [], asking: [] }]);
    expect(await find(db, [])).toEqual([]);
  });
});

describe('asking', () => {
  const question = { code: CODE, system: PORTAL, since: at(0), why: 'popup' };

  it('stands in the file while it lasts; the first asker stays', async () => {
    await startAsking(db, [question]);
    await startAsking(db, [{ ...question, since: at(1), why: 'card' }]);
    expect((await find(db, [CODE]))[0]?.asking).toEqual([question]);
  });

  it('ends together with its answer and its try', async () => {
    await startAsking(db, [question]);
    const attempt = { code: CODE, system: PORTAL, outcome: 'found', at: at(1), durationMs: 40 } as const;
    expect(await endAsking(db, attempt, [seen(1, { via: 'lookup' })])).toEqual([CODE]);
    expect((await find(db, [CODE]))[0]).toMatchObject({
      asking: [],
      tries: [attempt],
      sightings: [{ code: CODE }],
    });
  });

  it('an answer to a question that was erased meanwhile leaves no trace', async () => {
    await startAsking(db, [question]);
    await eraseAll(db);
    await endAsking(db, { code: CODE, system: PORTAL, outcome: 'found', at: at(1) }, [seen(1)]);
    expect((await find(db, [CODE]))[0]).toMatchObject({ asking: [], tries: [], sightings: [] });
  });
});

describe('forgetting', () => {
  const now = Date.UTC(2026, 10, 22, 1);
  const old = (days: number) => new Date(now - days * 86_400_000).toISOString();

  it('purges by the last time seen, with history, tries, links and lookups', async () => {
    await record(db, [seen(0, { code: OTHER, otherCode: THIRD, seenAt: old(40) })]);
    await record(db, [seen(0, { code: OTHER, ...ended, seenAt: old(31) })]);
    await record(db, [{ code: OTHER, system: HANOI, outcome: 'captcha', via: 'lookup', seenAt: old(31) }]);
    await remember(db, OTHER, old(31));
    await record(db, [seen(0, { seenAt: old(29) })]);
    await remember(db, CODE, old(29));
    expect(await prune(db, { retentionDays: 30, now })).toBe(5);
    expect(await find(db, [OTHER])).toEqual([{ codes: [OTHER], sightings: [], tries: [], asking: [] }]);
    expect(await db.changes.count()).toBe(0);
    expect(await recent(db)).toEqual([CODE]);
    expect(await latest()).toBeDefined();
  });

  it('a run that is still seen keeps its beginning however old it is', async () => {
    await record(db, [seen(0, { seenAt: old(90) })]);
    await record(db, [seen(0, { seenAt: old(1) })]);
    await prune(db, { retentionDays: 30, now });
    expect(await latest()).toMatchObject({ firstSeenAt: old(90) });
  });

  it('erases everything', async () => {
    await record(db, [seen(0, { otherCode: OTHER })]);
    await startAsking(db, [{ code: CODE, system: HANOI, since: at(0), why: 'card' }]);
    await remember(db, CODE, at(0));
    await db.meta.put({ key: 'opened', value: {} });
    await noteActivity(db, { at: at(0), host: 'dichvucong.gov.vn', system: PORTAL, code: CODE, why: 'card' });
    await eraseAll(db);
    const counts = await Promise.all(db.tables.map((table) => table.count()));
    expect(counts).toEqual(counts.map(() => 0));
  });
});

describe('the last lookups', () => {
  it('are ten, newest first, each once', async () => {
    const codes = Array.from({ length: 12 }, (_, i) => `000.00.06.H26-261116-${String(1000 + i)}`);
    for (const [i, code] of codes.entries()) await remember(db, code, at(i));
    await remember(db, codes[5] ?? '', at(30));
    const list = await recent(db);
    expect(list).toHaveLength(10);
    expect(list.slice(0, 2)).toEqual([codes[5], codes[11]]);
    expect(new Set(list).size).toBe(10);
  });
});
