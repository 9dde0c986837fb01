import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { healthLines, healthToCopy } from '../../../components/options/health-lines';
import type { Outcome } from '../../../utils/dossier/sighting';
import { fillActivity, noteActivity } from '../../../utils/ledger/activity';
import { type Ledger, openLedger } from '../../../utils/ledger/database';
import { noteLayout } from '../../../utils/ledger/layouts';
import { record } from '../../../utils/ledger/record';
import { translator } from '../../../utils/platform/i18n';
import { CATALOGUE } from '../../../utils/systems';
import { systemHealth } from '../../../utils/view/system-health';
import { at, CODE, HANOI, OTHER, PORTAL, seen, THIRD } from '../ledger/seen-dossier';

let db: Ledger;
let opened = 0;
beforeEach(() => {
  opened += 1;
  db = openLedger(`health-test-${opened}`);
});
afterEach(() => db.delete());

const NOW = Date.parse(at(60));
const t = translator('vi');

async function asked(system: string, outcomes: Outcome[], minute = 10): Promise<void> {
  for (const outcome of outcomes) {
    const sent = { at: at(minute++), host: 'example.gov.vn', system, code: CODE, why: 'card' };
    await fillActivity(db, { ...sent, id: await noteActivity(db, sent), outcome });
  }
}

const of = async (system: string) => (await systemHealth(db, NOW)).find((one) => one.system === system);

it('counts dossiers by unknown words, most first; known words are no trouble', async () => {
  const odd = { status: 'unknown', statusText: 'Luân chuyển vòng hai' } as const;
  await record(db, [
    seen(1, { ...odd }),
    seen(2, { code: OTHER, ...odd }),
    seen(3, { code: THIRD, status: 'unknown', statusText: '••• chờ' }),
    seen(4, { system: HANOI }),
  ]);
  expect((await of(PORTAL))?.unknown).toEqual([
    { text: 'Luân chuyển vòng hai', dossiers: 2 },
    { text: '••• chờ', dossiers: 1 },
  ]);
  expect(await of(HANOI)).toEqual({ system: HANOI, unknown: [], readAt: at(4) });
});

it('tells how many questions in a row failed up to the latest', async () => {
  await asked(PORTAL, ['found', 'unreachable', 'unreachable', 'unreadable']);
  await asked(HANOI, ['unreachable', 'not-found']);
  expect((await of(PORTAL))?.asked).toEqual({
    count: 4,
    failed: 3,
    failing: 3,
    last: 'unreadable',
    lastAt: at(13),
  });
  expect((await of(HANOI))?.asked).toMatchObject({ failed: 1, failing: 0, last: 'not-found' });
});

it('questions of more than a week ago say nothing of now', async () => {
  await asked(PORTAL, ['unreachable', 'unreachable', 'unreachable'], -9 * 24 * 60);
  expect(await of(PORTAL)).toBeUndefined();
});

it('is told in words, trouble first, and names no dossier', async () => {
  await record(db, [
    seen(1, { system: HANOI }),
    seen(2, { status: 'unknown', statusText: 'Luân chuyển vòng hai' }),
  ]);
  await asked(PORTAL, ['rate-limited', 'rate-limited', 'rate-limited']);
  await noteLayout(db, { system: 'land', url: 'https://dla.mplis.gov.vn/dc/X', layout: 'misfit', at: at(5) });
  const lines = healthLines(await systemHealth(db, NOW), CATALOGUE, 'vi', t);
  expect(lines.map(({ system, troubles }) => [system, troubles.length])).toEqual([
    [PORTAL, 2],
    ['land', 1],
    [HANOI, 0],
  ]);
  const copied = healthToCopy(lines);
  expect(copied).toContain('Trạng thái chưa biết: “Luân chuyển vòng hai” (1 hồ sơ)');
  expect(copied).toContain('3 lần tra cứu liên tiếp không được');
  expect(copied).toContain('đã đổi giao diện');
  expect(copied).not.toContain(CODE);
});

it('one failed question is an accident, not a state', async () => {
  await asked(PORTAL, ['found', 'unreachable']);
  const [line] = healthLines(await systemHealth(db, NOW), CATALOGUE, 'vi', t);
  expect(line?.troubles).toEqual([]);
});
