/** What a finding rests on: seen again is the same, said otherwise is not. */
import { describe, expect, it } from 'vitest';
import type { LedgerSighting } from '../../../utils/dossier/sighting';
import { factsOf, findingKey } from '../../../utils/view/finding-facts';

const CODE = 'H26.10-261101-0001';
const said = (system: string, more: Partial<LedgerSighting> = {}): LedgerSighting => ({
  code: CODE,
  system,
  outcome: 'found',
  status: 'processing',
  statusText: 'Đang xử lý',
  via: 'page',
  seenAt: '2026-11-10T02:00:00.000Z',
  firstSeenAt: '2026-11-10T01:00:00.000Z',
  statusSince: '2026-11-10T01:00:00.000Z',
  dueAt: '2026-11-20',
  ...more,
});
const STATUS = { rule: 'status-disagrees', systems: ['province-h26', 'national-portal'] } as const;
const facts = (rule: Parameters<typeof factsOf>[0]['rule'], ...sightings: LedgerSighting[]) =>
  factsOf({ rule, systems: [...STATUS.systems] }, sightings);

const PORTAL = said('national-portal');
const HANOI = said('province-h26', { status: 'resolved', statusText: 'Đã xử lý xong' });

it('the name of a finding is its rule and its systems, whoever is ahead first', () => {
  expect(findingKey({ rule: 'overdue', systems: ['land'] })).toBe('overdue land');
  expect(findingKey({ ...STATUS, systems: [...STATUS.systems] })).not.toBe(
    findingKey({ ...STATUS, systems: [...STATUS.systems].reverse() }),
  );
});

describe('facts stay', () => {
  const before = facts('status-disagrees', PORTAL, HANOI);
  it.each<[string, LedgerSighting[]]>([
    ['when they are seen again', [{ ...PORTAL, seenAt: '2026-11-11T02:00:00.000Z' }, HANOI]],
    ['in whatever order they come', [HANOI, PORTAL]],
    ['when the same state is worded otherwise', [{ ...PORTAL, statusText: 'Đang giải quyết' }, HANOI]],
    [
      'when the system tells more of its beginning',
      [{ ...PORTAL, statusSince: '2026-11-09T01:00:00Z' }, HANOI],
    ],
    ['when another system says something', [PORTAL, HANOI, said('land', { status: 'returned' })]],
    ['when a due date of a finding about states changes', [{ ...PORTAL, dueAt: '2026-12-01' }, HANOI]],
    [
      'when a system that holds the dossier does not know its other code',
      [PORTAL, HANOI, said('national-portal', { code: 'H26-OTHER', outcome: 'not-found' })],
    ],
  ])('%s', (_, after) => expect(facts('status-disagrees', ...after)).toBe(before));

  it('when a list shows the due day and a detail page the hour', () =>
    expect(facts('due-date-disagrees', { ...PORTAL, dueAt: '2026-11-20T17:00' }, HANOI)).toBe(
      facts('due-date-disagrees', PORTAL, HANOI),
    ));
});

it('what was set aside before fee and limit were known here is known again', () =>
  expect(facts('procedure-disagrees', { ...PORTAL, procedureCode: '1.004873' }, HANOI)).toBe(
    'province-h26 procedure=; national-portal procedure=1.004873',
  ));

describe('facts change', () => {
  it.each<[string, LedgerSighting]>([
    ['with the state', { ...PORTAL, status: 'returned' }],
    ['when the state was left and came back', { ...PORTAL, firstSeenAt: '2026-11-10T01:30:00.000Z' }],
    ['with words that no table knows', { ...PORTAL, status: 'unknown', statusText: 'Chờ gì đó' }],
    ['when it is no longer there', { ...PORTAL, outcome: 'not-found', status: undefined }],
  ])('%s', (_, after) =>
    expect(facts('status-disagrees', after, HANOI)).not.toBe(facts('status-disagrees', PORTAL, HANOI)),
  );

  it.each<[Parameters<typeof factsOf>[0]['rule'], Partial<LedgerSighting>]>([
    ['due-date-disagrees', { dueAt: '2026-11-21' }],
    ['overdue', { dueAt: '2026-11-21' }],
    ['payment-disagrees', { payment: 'paid' }],
    ['procedure-disagrees', { procedureCode: '1.004884' }],
    ['procedure-disagrees', { fee: 0 }],
    ['procedure-disagrees', { limit: { count: 5, unit: 'working-day' } }],
    ['false-overdue', { overdueShown: true }],
    ['receipt-missing', { receipt: false }],
    ['result-missing', { result: false }],
  ])('%s with its own fact', (rule, change) =>
    expect(facts(rule, { ...PORTAL, ...change }, HANOI)).not.toBe(facts(rule, PORTAL, HANOI)),
  );
});
