import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Ledger, openLedger } from '../../../utils/ledger/database';
import { fittedPlaces, misfits, noteLayout } from '../../../utils/ledger/layouts';
import { pagePlace } from '../../../utils/systems/page-place';
import type { Layout } from '../../../utils/systems/profile';
import { at } from './seen-dossier';

let db: Ledger;
let opened = 0;
beforeEach(() => {
  opened += 1;
  db = openLedger(`layouts-test-${opened}`);
});
afterEach(() => db.delete());

const WORK = 'https://dla.mplis.gov.vn/dc/XuLyCongViec';
const note = (minute: number, layout: Layout, url = WORK) =>
  noteLayout(db, { system: 'land', url, layout, at: at(minute) });

it('a page on which the profile names nothing says nothing', async () => {
  await note(1, 'none');
  expect(await misfits(db)).toEqual([]);
  expect(await fittedPlaces(db, 'land')).toEqual([]);
});

it('a layout that no longer fits is told since when, and until when it was seen so', async () => {
  await note(1, 'fits');
  await note(2, 'misfit');
  await note(7, 'misfit');
  expect(await misfits(db)).toEqual([{ system: 'land', since: at(2), lastAt: at(7) }]);
});

it('where it fitted once is remembered after it no longer does: the next list there is told', async () => {
  await note(1, 'fits');
  await note(2, 'misfit');
  expect(await fittedPlaces(db, 'land')).toEqual([pagePlace('/dc/XuLyCongViec')]);
  expect(await fittedPlaces(db, 'province-h26')).toEqual([]);
});

it('a layout that fits again is no trouble any more; another place of the system still is', async () => {
  await note(1, 'misfit');
  await note(2, 'misfit', 'https://dla.mplis.gov.vn/dc/TraCuu');
  await note(3, 'fits');
  expect(await misfits(db)).toEqual([{ system: 'land', since: at(2), lastAt: at(2) }]);
});

it('keeps no word of an address: a place is a hash, and two dossiers’ pages are one', async () => {
  await note(1, 'fits', 'https://dla.mplis.gov.vn/dc/HoSo/000.00.18.H15-261102-0011');
  await note(2, 'misfit', 'https://dla.mplis.gov.vn/dc/HoSo/000.00.18.H15-261103-0027');
  const rows = await db.meta.toArray();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toMatch(/HoSo|H15|dc/);
});

it('a system that floods with places is not remembered without end', async () => {
  for (let i = 0; i < 60; i++)
    await note(1, 'fits', `https://dla.mplis.gov.vn/dc/${'abcdefgh'[i % 8]}${'xyzuvwts'[i >> 3]}`);
  expect(await db.meta.count()).toBeLessThanOrEqual(30);
});

it('what a broken store holds is no place', async () => {
  await db.meta.bulkPut([
    { key: 'layout:land a', value: 7 },
    { key: 'layout:land b', value: null },
    { key: 'layout:land c', value: { misfitSince: 3 } },
  ]);
  expect(await misfits(db)).toEqual([]);
});
