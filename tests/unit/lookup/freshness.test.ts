import { describe, expect, it } from 'vitest';
import type { LedgerSighting } from '../../../utils/dossier/sighting';
import { isFresh } from '../../../utils/lookup/freshness';
import { DEFAULT_SETTINGS } from '../../../utils/policy';

const NOW = Date.UTC(2026, 10, 22, 3);
const MINUTE = 60_000;

function said(ageMinutes: number, more: Partial<LedgerSighting>): LedgerSighting {
  const seenAt = new Date(NOW - ageMinutes * MINUTE).toISOString();
  return {
    code: 'H26.14-261116-0007',
    system: 'national-portal',
    outcome: 'found',
    via: 'page',
    seenAt,
    firstSeenAt: seenAt,
    statusSince: seenAt,
    ...more,
  } as LedgerSighting;
}

describe('the ledger’s word is fresh', () => {
  it.each<[string, LedgerSighting[], boolean]>([
    ['nothing is known', [], false],
    ['returned, an hour ago', [said(60, { status: 'returned' })], true],
    ['returned, a day ago', [said(1_440, { status: 'returned' })], false],
    ['processing, nine minutes ago', [said(9, { status: 'processing' })], true],
    ['processing, ten minutes ago', [said(10, { status: 'processing' })], false],
    ['resolved is not returned: it moves', [said(60, { status: 'resolved' })], false],
    ['words in no table may move', [said(60, { status: 'unknown' })], false],
    ['no status shown', [said(9, {})], true],
    ['not found, twenty-nine minutes ago', [said(29, { outcome: 'not-found' })], true],
    ['not found, half an hour ago', [said(30, { outcome: 'not-found' })], false],
    ['another system', [said(1, { system: 'province-h26' })], false],
    ['under one of two codes', [said(60, {}), said(1, { code: 'G18.99-261116-1800007' })], true],
    ['from a clock that ran ahead', [said(-5, { status: 'processing' })], false],
  ])('%s: %s', (_, sightings, fresh) => {
    expect(isFresh('national-portal', { sightings }, DEFAULT_SETTINGS, NOW)).toBe(fresh);
  });

  it('policy decides how long', () => {
    const freshMinutes = { ...DEFAULT_SETTINGS.freshMinutes, moving: 2 };
    const sightings = [said(3, { status: 'processing' })];
    expect(isFresh('national-portal', { sightings }, { freshMinutes }, NOW)).toBe(false);
  });
});
