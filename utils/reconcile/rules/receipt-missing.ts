/**
 * The fee is paid and its receipt (biên lai) did not come back: another system still waits for the fee, or says itself
 * that it has no receipt. A second fee, asked for after the first was paid, is none of this.
 */
import type { Finding } from '../../dossier/finding';
import { nowInstant, toInstant } from '../../dossier/time';
import { timesOf } from '../facts';
import { type Case, NOTHING, type Rule } from '../rule';
import { beganOf, type Standing } from '../standing';
import { isDone } from '../states';

function waits(one: Standing, paidSince: number, { history }: Case): boolean {
  const { sighting, status, system } = one;
  if (sighting.receipt === false) return true;
  if (status !== 'payment-required' || sighting.payment === 'paid') return false;
  const askedAfter = (beganOf(one) ?? 0) > paidSince;
  return !askedAfter && !history.some((run) => run.system === system && toInstant(run.until) > paidSince);
}

/** Cheap first question. */
function mayWait({ status, sighting }: Standing): boolean {
  return status === 'payment-required' || sighting.receipt === false;
}

/** A system that waits for a fee, or its receipt, of which another shows that it is paid. */
export interface Awaited {
  payer: Standing;
  waiting: Standing;
  /** When the payment was there, milliseconds. */
  since: number;
  /** Seen to wait after the grace; else the receipt may be on its way, or have come. */
  late: boolean;
}

/** One for each system that waits; a payment that is long enough ago goes before one that is not. */
export function receiptsAwaited(subject: Case): Awaited[] {
  const { dossier, frame } = subject;
  if (!dossier.found.some(mayWait)) return [];
  const paid = dossier.found.filter(({ sighting }) => sighting.payment === 'paid');
  return dossier.found.filter(mayWait).flatMap((waiting): Awaited[] => {
    const all = paid.flatMap((payer): Awaited[] => {
      // "Done, but the fee is owed" is said of that pair already.
      const said = payer.status && isDone(payer.status) && waiting.status === 'payment-required';
      const { since } = timesOf(payer, 'payment');
      if (payer === waiting || said || !waits(waiting, since, subject)) return [];
      return [
        { payer, waiting, since, late: waiting.seen > since + frame.graceOf(payer.system, waiting.system) },
      ];
    });
    const worst = all.find(({ late }) => late) ?? all[0];
    return worst ? [worst] : [];
  });
}

export const receiptMissing: Rule = (subject) => {
  const awaited = receiptsAwaited(subject);
  if (!awaited.length) return NOTHING;
  return awaited
    .filter(({ late }) => late)
    .map(
      ({ payer, waiting, since }): Finding => ({
        rule: 'receipt-missing',
        severity: 'error',
        systems: [payer.system, waiting.system],
        ask: [waiting.system],
        reason: {
          key:
            waiting.sighting.receipt === false
              ? 'rule_receipt_missing_reason'
              : 'rule_receipt_missing_waiting_reason',
          params: [
            { system: payer.system },
            { time: nowInstant(since) },
            { time: waiting.sighting.seenAt },
            { system: waiting.system },
          ],
        },
        remedy: {
          key: 'rule_receipt_missing_remedy',
          params: [{ system: waiting.system }, { system: payer.system }],
        },
      }),
    );
};
