/** @file Placeholder signatures; see the brief. */
export const CANONICAL_STATUSES = [
  'draft',
  'submitted',
  'accepted',
  'processing',
  'supplement-required',
  'supplemented',
  'payment-required',
  'paused',
  'awaiting-signature',
  'interlinked',
  'withdrawal-requested',
  'withdrawn',
  'rejected',
  'stopped',
  'cancelled',
  'resolved',
  'returned',
  'unknown',
] as const;
export type CanonicalStatus = (typeof CANONICAL_STATUSES)[number];
