/** One system shows the fee as paid (or paid back) and another was seen, beyond the grace, not to know of it. */
import type { Finding } from '../../dossier/finding';
import { nowInstant } from '../../dossier/time';
import { timesOf, worstPerBehind } from '../facts';
import { NOTHING, type Rule } from '../rule';

export const paymentDisagrees: Rule = ({ facts }) => {
  if (!facts.payment.length) return NOTHING;
  return worstPerBehind(facts.payment.filter(({ kind }) => kind === 'apart')).map(
    ({ ahead, behind }): Finding => ({
      rule: 'payment-disagrees',
      severity: 'error',
      systems: [ahead.system, behind.system],
      ask: [behind.system],
      reason: {
        key: 'rule_payment_disagrees_reason',
        params: [
          { system: ahead.system },
          { payment: ahead.sighting.payment ?? 'paid' },
          { time: nowInstant(timesOf(ahead, 'payment').since) },
          { time: nowInstant(timesOf(behind, 'payment').seen) },
          { system: behind.system },
          { payment: behind.sighting.payment ?? 'unpaid' },
        ],
      },
      remedy: {
        key: 'rule_payment_disagrees_remedy',
        params: [{ system: behind.system }, { system: ahead.system }],
      },
    }),
  );
};
