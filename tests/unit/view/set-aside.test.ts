/** Findings set aside, and rules that are muted: what is told, and what the verdict still says. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sighting } from '../../../utils/dossier/sighting';
import { type Ledger, openLedger } from '../../../utils/ledger/database';
import { dismiss, restore } from '../../../utils/ledger/dismissals';
import { link } from '../../../utils/ledger/links';
import { answerFinding, countFindings, type PilotAnswer } from '../../../utils/ledger/pilot';
import { record } from '../../../utils/ledger/record';
import { translator } from '../../../utils/platform/i18n';
import { DEFAULT_SETTINGS } from '../../../utils/policy/defaults';
import type { Settings } from '../../../utils/policy/settings';
import { findingKey } from '../../../utils/view/finding-facts';
import { viewsOf } from '../../../utils/view/views-of';

const CODE = 'H26.10-261102-0001';
const OTHER = '000.00.10.H26-261102-0001';
const NOW = Date.parse('2026-11-10T16:00:00+07:00');
const at = (clock: string) => `2026-11-10T${clock}:00+07:00`;
const seen = (system: string, clock: string, more: Partial<Sighting>): Sighting => ({
  code: CODE,
  system,
  outcome: 'found',
  via: 'page',
  seenAt: at(clock),
  ...more,
});
const RETURNED = seen('province-h26', '09:00', { status: 'returned', statusText: 'Đã trả kết quả' });
const PROCESSING = seen('national-portal', '14:00', { status: 'processing', statusText: 'Đang xử lý' });

let db: Ledger;
beforeEach(async () => {
  db = openLedger(`aside-${Math.random()}`);
  await record(db, [RETURNED, PROCESSING]);
});
afterEach(() => db.delete());

const viewNow = async (settings: Partial<Settings> = {}, code = CODE) => {
  const t = translator('vi');
  const [view] = await viewsOf(db, [code], { settings: { ...DEFAULT_SETTINGS, ...settings }, now: NOW, t });
  if (!view) throw new Error('no view');
  return view;
};

async function setAside(): Promise<string> {
  const [finding] = (await viewNow()).findings;
  if (finding?.facts === undefined) throw new Error('nothing to set aside');
  const key = findingKey(finding);
  await dismiss(db, { code: CODE, finding: key, facts: finding.facts, reason: 'reported', at: at('15:00') });
  return key;
}

describe('a finding set aside', () => {
  it('is told no more, is no concern and has no chip, while the verdict stays honest', async () => {
    expect(await viewNow()).toMatchObject({ verdict: 'out-of-sync', concern: 'out-of-sync' });
    await setAside();
    const view = await viewNow();
    expect(view).toMatchObject({ verdict: 'out-of-sync', quiet: true, verdictText: 'Lệch, đã gác lại' });
    expect(view.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect([view.concern, view.chip]).toEqual([undefined, undefined]);
    expect(view.aside).toMatchObject([{ rule: 'status-disagrees', because: 'dismissed' }]);
    expect(view.aside?.[0]?.becauseText).toContain('đã báo bộ phận hỗ trợ');
  });

  it('stays aside when the same is seen again', async () => {
    await setAside();
    await record(db, [{ ...PROCESSING, seenAt: at('15:30') }]);
    expect((await viewNow()).quiet).toBe(true);
  });

  it('comes back once a system says something else that still disagrees', async () => {
    await setAside();
    await record(db, [
      seen('national-portal', '15:30', { status: 'accepted', statusText: 'Được tiếp nhận' }),
    ]);
    const view = await viewNow();
    expect(view).toMatchObject({ verdict: 'out-of-sync', concern: 'out-of-sync' });
    expect([view.quiet, view.aside]).toEqual([undefined, undefined]);
  });

  it('comes back when it is taken back, under whichever of the dossier’s codes', async () => {
    const key = await setAside();
    await link(db, CODE, OTHER, at('15:00'));
    expect((await viewNow({}, OTHER)).quiet).toBe(true);
    await restore(db, [OTHER, CODE], key);
    expect((await viewNow({}, OTHER)).quiet).toBeUndefined();
  });

  it('why nothing is known is nothing to set aside', async () => {
    await record(db, [seen('national-portal', '15:30', { status: 'unknown', statusText: 'Chờ gì đó' })]);
    const doubts = (await viewNow()).findings.filter(({ rule }) => rule === 'not-known-yet');
    expect(doubts.length).toBeGreaterThan(0);
    expect(doubts.every(({ facts }) => facts === undefined)).toBe(true);
  });
});

describe('a rule that turned out wrong', () => {
  const pilot = { on: false, samplePercent: 20, muteAbovePercent: 10, leastAnswers: 10 };

  async function answers(right: number, wrong: number): Promise<void> {
    const said: PilotAnswer[] = [...Array(right).fill('right'), ...Array(wrong).fill('wrong')];
    for (const [i, answer] of said.entries()) {
      const one = { code: `H26.10-261103-${1000 + i}`, finding: 'status-disagrees a b', facts: '' };
      await countFindings(db, [{ ...one, rule: 'status-disagrees', at: at('10:00') }]);
      await answerFinding(db, one, answer);
    }
  }

  it.each([
    ['more wrong answers than the limit', 8, 2, true],
    ['just as many as the limit', 9, 1, false],
    ['too few answers to say', 0, 9, false],
  ])('%s', async (_, right, wrong, muted) => {
    await answers(right, wrong);
    const view = await viewNow({ pilot });
    expect(view.verdict).toBe(muted ? 'cannot-tell' : 'out-of-sync');
    expect(view.aside?.[0]?.because).toBe(muted ? 'muted' : undefined);
    if (muted) expect(view.aside?.[0]?.becauseText).toContain('20%');
    const doubt = view.findings.find(({ rule }) => rule === 'not-known-yet');
    expect(doubt?.ask).toEqual(muted ? ['national-portal'] : undefined);
  });

  it('is never muted unless policy sets a limit', async () => {
    await answers(0, 30);
    expect((await viewNow()).verdict).toBe('out-of-sync');
  });
});
