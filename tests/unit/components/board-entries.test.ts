import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { boardRows, countVerdicts } from '../../../components/board/board-rows';
import { boardEntries } from '../../../components/shared/board-entries';
import type { Sighting } from '../../../utils/dossier/sighting';
import { type Ledger, openLedger } from '../../../utils/ledger/database';
import { dismiss } from '../../../utils/ledger/dismissals';
import { link } from '../../../utils/ledger/links';
import { translator } from '../../../utils/platform/i18n';
import { findingKey } from '../../../utils/view/finding-facts';
import { viewsOf } from '../../../utils/view/views-of';
import { recordAll } from '../ledger/record-all';
import { CODE, SETTINGS } from './made-up';

const NOW = Date.parse('2026-11-22T10:00:00Z');
let db: Ledger;
let made = 0;

const seen = (code: string, system: string, change: Partial<Sighting> = {}): Sighting => ({
  code,
  system,
  outcome: 'found',
  statusText: 'Đang xử lý',
  status: 'processing',
  via: 'page',
  seenAt: '2026-11-22T08:00:00Z',
  ...change,
});

async function ledgerOf(...sightings: Sighting[]): Promise<Ledger> {
  made += 1;
  db = openLedger(`board-${made}`);
  await recordAll(db, sightings);
  return db;
}

afterEach(() => db.delete());

it('is empty while nothing was seen', async () => {
  expect(await boardEntries(await ledgerOf(), SETTINGS, NOW)).toEqual([]);
});

it('tells a dossier that two systems agree on from one that they do not', async () => {
  const other = 'H26.18-261105-0124';
  await ledgerOf(
    seen(CODE, 'province-h26'),
    seen(CODE, 'national-portal'),
    seen(other, 'province-h26', {
      statusText: 'Đã trả kết quả',
      status: 'returned',
      statusAt: '2026-11-20T08:00',
    }),
    seen(other, 'national-portal', { statusText: 'Mới đăng ký', status: 'submitted' }),
  );
  const entries = await boardEntries(db, SETTINGS, NOW);
  expect(entries.map(({ code, verdict }) => [code, verdict])).toEqual([
    [CODE, 'in-sync'],
    [other, 'out-of-sync'],
  ]);
  expect(entries[0]?.said).toHaveLength(2);
});

it('has two linked codes of one dossier once', async () => {
  const local = '000.00.18.H26-261105-0123';
  await ledgerOf(seen(CODE, 'national-portal'), seen(local, 'province-h26'));
  await link(db, CODE, local);
  const entries = await boardEntries(db, SETTINGS, NOW);
  expect(entries).toHaveLength(1);
  expect(entries[0]?.said.map(({ shortName }) => shortName).sort()).toEqual(['DVCQG', 'Hà Nội']);
});

it('holds more dossiers than one slice', async () => {
  const codes = Array.from({ length: 1_100 }, (_, at) => `H26.18-261105-${String(at + 1).padStart(4, '0')}`);
  await ledgerOf(...codes.map((code) => seen(code, 'province-h26')));
  const entries = await boardEntries(db, SETTINGS, NOW);
  expect(entries.map(({ code }) => code)).toEqual(codes);
});

it('keeps the verdict of what the officer set aside, and counts it no more', async () => {
  await ledgerOf(
    seen(CODE, 'province-h26', {
      status: 'returned',
      statusText: 'Đã trả kết quả',
      seenAt: '2026-11-22T01:00:00Z',
    }),
    seen(CODE, 'national-portal'),
  );
  const t = translator('vi');
  const [view] = await viewsOf(db, [CODE], { settings: SETTINGS, now: NOW, t });
  for (const finding of view?.findings ?? []) {
    if (finding.facts === undefined) continue;
    const [key, at] = [findingKey(finding), '2026-11-22T09:00:00Z'];
    await dismiss(db, { code: CODE, finding: key, facts: finding.facts, reason: 'checked', at });
  }
  const entries = await boardEntries(db, SETTINGS, NOW);
  expect(entries).toMatchObject([{ verdict: 'out-of-sync', quiet: true }]);
  expect(countVerdicts(entries)['out-of-sync']).toBe(0);
  expect(boardRows(entries, 'out-of-sync', 'due')).toEqual([]);
  expect(boardRows(entries, null, 'due')).toHaveLength(1);
});
