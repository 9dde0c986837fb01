/**
 * Which states agree, which follow which, which are the same in other words. A table, not code: every pair of groups
 * stands in it once (a test counts them).
 *
 * The road of a dossier:  draft → submitted → accepted → work → done → handed-over
 * with side roads that lead back into it: owes-paper → supplemented, owes-fee, leaving,
 * and other ends: refused, left, cancelled.
 */
import { CANONICAL_STATUSES, type CanonicalStatus } from '../dossier/status';

type Group =
  | 'draft'
  | 'submitted'
  | 'accepted'
  | 'work'
  | 'paused'
  | 'owes-paper'
  | 'owes-fee'
  | 'supplemented'
  | 'leaving'
  | 'left'
  | 'cancelled'
  | 'refused'
  | 'done'
  | 'handed-over';

/** States in one group say the same in other words. `unknown` says nothing. */
const GROUP_OF: Record<CanonicalStatus, Group | null> = {
  draft: 'draft',
  submitted: 'submitted',
  accepted: 'accepted',
  processing: 'work',
  'awaiting-signature': 'work',
  interlinked: 'work',
  paused: 'paused',
  'supplement-required': 'owes-paper',
  'payment-required': 'owes-fee',
  supplemented: 'supplemented',
  'withdrawal-requested': 'leaving',
  withdrawn: 'left',
  cancelled: 'cancelled',
  rejected: 'refused',
  stopped: 'refused',
  resolved: 'done',
  returned: 'handed-over',
  unknown: null,
};

/**
 * - `agrees`: the same in other words.
 * - `before`: the other follows and never leads back.
 * - `mayReturn`: the other follows, and may lead back to this one (a supplement is answered, the work goes on).
 * - `either`: each may follow the other; only time tells which is newer.
 * - `contradicts`: two ends of which only one can be true.
 * - `unclear`: systems use these words for the same and for different things; nothing is said of the pair.
 */
interface Row {
  agrees?: Group[];
  before?: Group[];
  mayReturn?: Group[];
  either?: Group[];
  contradicts?: Group[];
  unclear?: Group[];
}

const ENDS: Group[] = ['left', 'cancelled', 'refused', 'done', 'handed-over'];

/** A pair stands in the row of the group that comes first in the road. */
export const TABLE: Record<Group, Row> = {
  draft: {
    before: [
      'submitted',
      'accepted',
      'work',
      'paused',
      'owes-paper',
      'owes-fee',
      'supplemented',
      'leaving',
      ...ENDS,
    ],
  },
  submitted: {
    before: ['accepted', 'work', 'paused', ...ENDS],
    mayReturn: ['owes-paper', 'owes-fee', 'leaving'],
    unclear: ['supplemented'],
  },
  accepted: {
    before: ['work', 'paused', ...ENDS],
    mayReturn: ['owes-paper', 'owes-fee', 'leaving'],
    unclear: ['supplemented'],
  },
  work: {
    agrees: ['paused'],
    before: ENDS,
    mayReturn: ['owes-paper', 'owes-fee', 'leaving'],
    unclear: ['supplemented'],
  },
  // "Tạm dừng xử lý" is also what systems write while a paper or a fee is owed.
  paused: { before: ENDS, mayReturn: ['leaving'], unclear: ['owes-paper', 'owes-fee', 'supplemented'] },
  'owes-paper': { before: ENDS, mayReturn: ['supplemented', 'leaving'], either: ['owes-fee'] },
  'owes-fee': { before: ENDS, mayReturn: ['leaving'], either: ['supplemented'] },
  supplemented: { before: ENDS, mayReturn: ['leaving'] },
  // The national list has no word of its own for a dossier that was withdrawn.
  leaving: { before: ['cancelled', 'refused', 'done', 'handed-over'], unclear: ['left'] },
  left: { unclear: ['cancelled', 'refused'], contradicts: ['done', 'handed-over'] },
  cancelled: { unclear: ['refused'], contradicts: ['done', 'handed-over'] },
  refused: { contradicts: ['done', 'handed-over'] },
  done: { before: ['handed-over'] },
  'handed-over': {},
};

export type Relation = keyof Row | 'after' | 'afterMayReturn';
const NAMES: (keyof Row)[] = ['agrees', 'before', 'mayReturn', 'either', 'contradicts', 'unclear'];

function relationOf(first: CanonicalStatus, second: CanonicalStatus): Relation {
  const [a, b] = [GROUP_OF[first], GROUP_OF[second]];
  if (!a || !b) return 'unclear';
  if (a === b) return 'agrees';
  const forth = NAMES.find((name) => TABLE[a][name]?.includes(b));
  if (forth) return forth;
  const back = NAMES.find((name) => TABLE[b][name]?.includes(a)) ?? 'unclear';
  return back === 'before' ? 'after' : back === 'mayReturn' ? 'afterMayReturn' : back;
}

function record<T>(of: (status: CanonicalStatus) => T): Record<CanonicalStatus, T> {
  return Object.fromEntries(CANONICAL_STATUSES.map((status) => [status, of(status)])) as Record<
    CanonicalStatus,
    T
  >;
}

/** Worked out once: it is looked up for every pair of systems of every dossier. */
const RELATIONS = record((first) => record((second) => relationOf(first, second)));

/** @returns how the first state stands to the second; `after` and `afterMayReturn` when the second leads to the first. */
export function relation(first: CanonicalStatus, second: CanonicalStatus): Relation {
  return RELATIONS[first][second];
}

/** The work is over for the citizen's part: nothing can be owed any more. */
export function isDone(status: CanonicalStatus): boolean {
  return status === 'resolved' || status === 'returned';
}

/** The work has ended, one way or another. */
export function isEnded(status: CanonicalStatus): boolean {
  const group = GROUP_OF[status];
  return group !== null && ENDS.includes(group);
}

/** The office has it in hand and the clock runs. */
export function isInHand(status: CanonicalStatus): boolean {
  return GROUP_OF[status] === 'accepted' || GROUP_OF[status] === 'work' || status === 'supplemented';
}

/** Nobody has received it yet. */
export function isBeforeReceipt(status: CanonicalStatus): boolean {
  return status === 'draft' || status === 'submitted';
}

/** A request for supplements stops the clock; "Tạm dừng xử lý" is how systems word it too. */
export function isClockStopped(status: CanonicalStatus): boolean {
  return status === 'supplement-required' || status === 'paused';
}

/** The citizen still owes a paper or a fee. */
export function isOwed(status: CanonicalStatus): boolean {
  return status === 'supplement-required' || status === 'payment-required';
}

const MAYBE_NOT_RECEIVED: CanonicalStatus[] = [
  'draft',
  'submitted',
  'payment-required',
  'withdrawal-requested',
  'withdrawn',
  'cancelled',
  'rejected',
  'unknown',
];

/** The dossier was received: a system that must hold it may be asked for it. What was refused or left may never have been. */
export function isReceived(status: CanonicalStatus): boolean {
  return !MAYBE_NOT_RECEIVED.includes(status);
}
