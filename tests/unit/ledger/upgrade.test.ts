/** A ledger that an older version wrote is opened by this one: nothing is lost, nothing must be asked anew. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, it } from 'vitest';
import { codesOf, openLedger } from '../../../utils/ledger/database';
import { find } from '../../../utils/ledger/find';
import { tryOut } from '../../../utils/ledger/mend';
import { at, CODE, PORTAL, seen } from './seen-dossier';
import { SHIPPED } from './shipped-versions';

/** The first version's tables, as they were shipped. */
function firstVersion(name: string): Dexie {
  const db = new Dexie(name);
  db.version(1).stores(SHIPPED[0] ?? {});
  return db;
}

it('sightings, questions and other small things stay; a host’s pace moves to its own table', async () => {
  const old = firstVersion('upgrade-test');
  const latest = { ...seen(0), firstSeenAt: at(0), statusSince: at(0) };
  const question = { code: CODE, system: PORTAL, since: at(1), why: 'popup' };
  await old.table('latest').put(latest);
  await old.table('asking').put(question);
  await old.table('meta').bulkPut([
    { key: 'pace:dichvucong.gov.vn', value: { sent: [5, 'x', 7], notBefore: 99 } },
    { key: 'pace:broken.gov.vn', value: null },
    { key: 'other', value: 1 },
  ]);
  old.close();

  const db = openLedger('upgrade-test');
  const [file] = await find(db, [CODE]);
  expect(file).toMatchObject({ sightings: [latest], asking: [question] });
  expect(await db.hosts.get('dichvucong.gov.vn')).toMatchObject({
    sent: [5, 7],
    notBefore: 99,
    sentToday: 0,
  });
  expect(await db.hosts.get('broken.gov.vn')).toMatchObject({ sent: [], notBefore: 0 });
  expect(await db.meta.toArray()).toEqual([{ key: 'other', value: 1 }]);
  expect(await db.activity.count()).toBe(0);
  expect(await db.batches.count()).toBe(0);
  await db.delete();
});

it('sightings of the version before this one are found by their code, without the index that went', async () => {
  const old = firstVersion('upgrade-from-three');
  old.version(2).stores(SHIPPED[1] ?? {});
  old.version(3).stores(SHIPPED[2] ?? {});
  const latest = { ...seen(0), firstSeenAt: at(0), statusSince: at(0) };
  const attempt = { code: CODE, system: PORTAL, outcome: 'found' as const, at: at(2) };
  await old.table('latest').bulkPut([latest, { ...latest, code: `${CODE}9` }]);
  await old.table('tries').put(attempt);
  await old.table('changes').put({ ...attempt, until: at(1), since: at(0) });
  old.close();

  const db = openLedger('upgrade-from-three');
  expect(await find(db, [CODE])).toMatchObject([{ sightings: [latest], tries: [attempt] }]);
  expect(await codesOf(db)).toEqual([CODE, `${CODE}9`]);
  expect(await db.changes.count()).toBe(1);
  expect(db.latest.schema.indexes.map(({ name }) => name)).toEqual(['seenAt']);
  await db.delete();
});

it.each(SHIPPED.map((_, at) => at + 1))(
  'a ledger of version %i is opened with everything that stands in it',
  async (version) => {
    const name = `upgrade-every-${version}`;
    const old = new Dexie(name);
    for (let n = 1; n <= version; n += 1) old.version(n).stores(SHIPPED[n - 1] ?? {});
    const latest = { ...seen(9), firstSeenAt: at(5), statusSince: at(5) };
    const words = { code: CODE, system: PORTAL, outcome: 'found' as const };
    await old.table('latest').put(latest);
    await old.table('changes').put({ ...words, at: at(0), until: at(4), since: at(0) });
    await old.table('links').put({ a: CODE, b: `${CODE}9`, at: at(0), by: 'hand' });
    await old.table('tries').put({ ...words, at: at(9) });
    await old.table('recent').put({ code: CODE, at: at(9) });
    if (version > 1) await old.table('hosts').put({ host: 'dichvucong.gov.vn', sent: [] });
    if (version > 4)
      await old
        .table('dismissals')
        .put({ code: CODE, finding: 'x', facts: 'y', reason: 'checked', at: at(0) });
    if (version > 2) await old.table('batches').put({ id: 'x', at: at(0), state: 'done' });
    old.close();

    const db = openLedger(name);
    const [file] = await find(db, [`${CODE}9`]);
    expect(file).toMatchObject({ codes: [`${CODE}9`, CODE], sightings: [latest], tries: [{ at: at(9) }] });
    expect(await db.changes.where({ code: CODE, system: PORTAL }).count()).toBe(1);
    expect(await db.recent.count()).toBe(1);
    expect(await db.hosts.count()).toBe(version > 1 ? 1 : 0);
    expect(await db.batches.count()).toBe(version > 2 ? 1 : 0);
    expect(await db.dismissals.count()).toBe(version > 4 ? 1 : 0);
    expect(await db.arrivals.count()).toBe(0);
    await tryOut(db);
    await db.delete();
  },
);
