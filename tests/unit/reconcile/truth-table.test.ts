/**
 * Every pair of statuses in every order of time. A row is what the first system says, a column what the second says:
 *   = the same in other words   < the second is further on   > the first is
 *   r the second is further on but may lead back   R the first is, likewise   ~ either may be the newer
 *   x two ends that contradict each other   ? nothing can be said
 */
import { describe, expect, it } from 'vitest';
import type { Judgement, Verdict } from '../../../utils/dossier/finding';
import type { Sighting } from '../../../utils/dossier/sighting';
import type { CanonicalStatus } from '../../../utils/dossier/status';
import { CANONICAL_STATUSES } from '../../../utils/dossier/status';
import { judge, seen } from './scene';

const MATRIX: Record<CanonicalStatus, string> = {
  draft: '=<<<<<<<<<<<<<<<<?',
  submitted: '>=<<r?r<<<r<<<<<<?',
  accepted: '>>=<r?r<<<r<<<<<<?',
  processing: '>>>=r?r===r<<<<<<?',
  'supplement-required': '>RRR=r~?RRr<<<<<<?',
  supplemented: '>???R=~???r<<<<<<?',
  'payment-required': '>RRR~~=?RRr<<<<<<?',
  paused: '>>>=???===r<<<<<<?',
  'awaiting-signature': '>>>=r?r===r<<<<<<?',
  interlinked: '>>>=r?r===r<<<<<<?',
  'withdrawal-requested': '>RRRRRRRRR=?<<<<<?',
  withdrawn: '>>>>>>>>>>?=???xx?',
  rejected: '>>>>>>>>>>>?==?xx?',
  stopped: '>>>>>>>>>>>?==?xx?',
  cancelled: '>>>>>>>>>>>???=xx?',
  resolved: '>>>>>>>>>>>xxxx=<?',
  returned: '>>>>>>>>>>>xxxx>=?',
  unknown: '??????????????????',
};

const MIRROR: Record<string, string> = { '<': '>', '>': '<', r: 'R', R: 'r' };

/** What each order of time must give; a letter of the matrix that is not named gives cannot-tell. */
const ORDERS: {
  name: string;
  /** Clocks at which the first system shows its state; `!` before one: another state; `@` after one: begun then. */
  first: string[];
  second: string[];
  out: string;
  same: Verdict;
}[] = [
  {
    name: 'second seen four hours after first',
    first: ['08:00'],
    second: ['12:00'],
    out: '>Rx',
    same: 'in-sync',
  },
  {
    name: 'first seen again after the second',
    first: ['08:00', '14:00'],
    second: ['12:00'],
    out: '<>rR~x',
    same: 'in-sync',
  },
  {
    name: 'second seen again: since stays',
    first: ['08:00'],
    second: ['12:00', '14:00'],
    out: '>Rx',
    same: 'in-sync',
  },
  {
    name: 'both seen again',
    first: ['08:00', '14:00'],
    second: ['09:00', '15:00'],
    out: '<>rR~x',
    same: 'in-sync',
  },
  { name: 'within the grace', first: ['11:30'], second: ['12:00'], out: '', same: 'in-sync' },
  {
    name: 'at the end of the grace, not beyond',
    first: ['11:00'],
    second: ['12:00'],
    out: '',
    same: 'in-sync',
  },
  { name: 'a minute beyond the grace', first: ['11:00'], second: ['12:01'], out: '>Rx', same: 'in-sync' },
  {
    name: 'the first’s run was broken shortly before',
    first: ['08:00', '!09:00', '11:30'],
    second: ['12:00'],
    out: '',
    same: 'in-sync',
  },
  {
    name: 'the first’s run was broken long before',
    first: ['08:00', '!09:00', '10:30'],
    second: ['12:00'],
    out: '>Rx',
    same: 'in-sync',
  },
  {
    name: 'the second was seen after the first, and says itself that it began long before',
    first: ['12:00'],
    second: ['14:00@08:00'],
    out: '<>rR~x',
    same: 'in-sync',
  },
  {
    name: 'both were seen at once, and the first says itself that it began long before',
    first: ['12:00@08:00'],
    second: ['12:00'],
    out: '>Rx',
    same: 'in-sync',
  },
  {
    name: 'the second’s run was broken shortly before the first was seen',
    first: ['12:00'],
    second: ['08:00', '!09:00', '11:30', '14:00'],
    out: '>R~',
    same: 'in-sync',
  },
];

/** What a system shows at "12:00", "!12:00" (another state) or "12:00@08:00" (with its own time). */
function show(system: string, said: string, status: CanonicalStatus, other?: CanonicalStatus): Sighting {
  const [clock = '', began] = said.replace('!', '').split('@');
  const own = began ? { statusAt: `2026-11-10T${began}` } : {};
  return seen(system, clock, { status: said.startsWith('!') ? other : status, ...own });
}

const PAIRS = CANONICAL_STATUSES.flatMap((first, row) =>
  CANONICAL_STATUSES.map((second, column) => ({ first, second, row, column })),
);

describe('the matrix', () => {
  it('says the same of a pair from both sides', () => {
    for (const { first, second, row, column } of PAIRS) {
      const there = MATRIX[first][column] ?? '';
      expect(MATRIX[second][row]).toBe(MIRROR[there] ?? there);
    }
  });
});

/** What is said of one system alone leaves a verdict as it is. */
function remarks({ findings }: Judgement): Judgement['findings'] {
  return findings.filter(({ rule }) => rule === 'moved-backwards');
}

describe.each(ORDERS)('$name', ({ first, second, out, same }) => {
  it.each(PAIRS)('$first, $second', (pair) => {
    const letter = MATRIX[pair.first][pair.column] ?? '';
    // A state that is not the pair's and is known: what broke the run.
    const [other, another] = [pair.first, pair.second].map(
      (own): CanonicalStatus => (own === 'draft' ? 'accepted' : 'draft'),
    );
    const sightings = [
      ...first.map((said) => show('coordination', said, pair.first, other)),
      ...second.map((said) => show('province-h26', said, pair.second, another)),
    ];
    const judgement = judge(sightings);
    const expected: Verdict = letter === '=' ? same : out.includes(letter) ? 'out-of-sync' : 'cannot-tell';
    expect(judgement.verdict).toBe(expected);
    // Two systems, in whichever order they are told and named, give one verdict.
    expect(judge([...sightings].reverse()).verdict).toBe(expected);
    if (expected === 'cannot-tell') {
      expect(judgement.findings.length).toBeGreaterThan(0);
      for (const { rule, ask, severity } of judgement.findings) {
        if (rule === 'moved-backwards') continue;
        expect([rule, severity]).toEqual(['not-known-yet', 'info']);
        expect(ask.length).toBeGreaterThan(0);
      }
    }
    if (expected === 'in-sync') expect(remarks(judgement)).toEqual(judgement.findings);
  });
});
