/**
 * A "done" that the faulty job reported while the work owed something is put right once that was answered. A copy that was
 * not seen since is asked; nobody is called behind it.
 */
import { it } from 'vitest';
import { holdRow, type Row } from './sentences/told';

const apart = 'out-of-sync: error status-disagrees';
const unknown = 'cannot-tell: info not-known-yet';
const OWED = 'm supplement-required 08:00; p resolved 09:00; m supplement-required 10:00';

it.each<Row>([
  ['not seen since the answer', `${OWED}; m processing 13:00`, `${unknown} mp`],
  ['the answer itself', `${OWED}; m supplemented 13:00`, `${unknown} mp`],
  ['a fee', OWED.replaceAll('supplement', 'payment').concat('; m processing 13:00'), `${unknown} mp`],
  ['seen again within the grace', `${OWED}; m processing 13:00; p resolved 13:30`, `${unknown} mp`],
  ['seen again after the grace', `${OWED}; m processing 13:00; p resolved 14:10`, `${apart} mp`],
  [
    'answered, by its own time, long before the portal was seen',
    'm supplement-required 08:00; p resolved 08:30; p resolved 13:00; m supplement-required 09:30; m processing 14:00 statusAt=10:00',
    `${apart} mp`,
  ],
  [
    'seen before the work owed: that this "done" is false was never seen',
    'p resolved 09:00; m supplement-required 12:00; m processing 14:00',
    `${apart} mp`,
  ],
  [
    'the other copy, which was told',
    `${OWED}; m processing 13:00; c processing 13:30`,
    `${unknown} mp, info not-known-yet cp`,
  ],
  [
    'the work owes again',
    `${OWED}; m supplemented 13:00; m supplement-required 14:00`,
    'out-of-sync: error done-but-supplement-owed mp',
  ],
  [
    'another system did the work to its end: its "done" is no copy',
    'm supplement-required 08:00; h resolved 09:00; m supplement-required 10:00; m processing 13:00',
    `${apart} hm`,
  ],
  [
    'the work is done, the other copy is behind it',
    `${OWED}; m resolved 12:00; c processing 14:00`,
    `${apart} cm`,
  ],
])('%s', holdRow);
