/** "Time decides", sentence by sentence. */
import { describe, it } from 'vitest';
import { holdRow, type Row } from './told';

const apart = 'out-of-sync: error status-disagrees';
const unknown = 'cannot-tell: info not-known-yet';

describe('ahead since is the earlier of the event’s own time and the first sighting in the unbroken run', () => {
  it.each<Row>([
    ['first sighting', 'm resolved 09:00; p processing 10:01', `${apart} mp`],
    ['first sighting, at the end of the grace', 'm resolved 09:00; p processing 10:00', `${unknown} mp`],
    ['statusAt is earlier', 'm resolved 12:00 statusAt=09:00; p processing 10:01', `${apart} mp`],
    [
      'statusAt later than the sighting',
      'm resolved 09:00 statusAt=11:00; p processing 10:01',
      `${apart} mp`,
    ],
    ['resolvedAt is earlier', 'm resolved 12:00 resolvedAt=09:00; p processing 10:01', `${apart} mp`],
    [
      'resolvedAt of a dossier returned',
      'm returned 12:00 resolvedAt=09:00; p processing 10:01',
      `${apart} mp`,
    ],
    ['resolvedAt of one stopped', 'm stopped 12:00 resolvedAt=09:00; p processing 10:01', `${apart} mp`],
    ['resolvedAt of one rejected', 'm rejected 12:00 resolvedAt=09:00; p accepted 10:01', `${apart} mp`],
    [
      'returned, with resolved beside it',
      'm returned 12:00 resolvedAt=09:00; p resolved 10:01',
      `${apart} mp`,
    ],
    [
      'handed over later than the work ended',
      'm returned 15:30 statusAt=15:00 resolvedAt=09:00; p resolved 14:00',
      `${unknown} mp`,
    ],
    [
      'the time of handing over is worded anew while it lasts: the earlier counts',
      'm returned 12:00 statusAt=09:00; m returned 15:30 statusAt=15:00; p resolved 12:30',
      `${apart} mp`,
    ],
    [
      'the work ended long before it was handed over',
      'm returned 15:30 statusAt=15:00 resolvedAt=09:00; p processing 14:00',
      `${apart} mp`,
    ],
    [
      'the earlier of both',
      'm resolved 12:00 statusAt=11:30 resolvedAt=09:00; p processing 10:01',
      `${apart} mp`,
    ],
    ['a bare date ends its day', 'm resolved 15:00 statusAt=2026-11-10; p processing 14:00', `${unknown} mp`],
    ['a bare date of yesterday', 'm resolved 15:00 statusAt=2026-11-09; p processing 14:00', `${apart} mp`],
    [
      'a bare date of yesterday, an hour past midnight',
      'm resolved 15:00 statusAt=2026-11-09; p processing 00:30',
      `${unknown} mp`,
    ],
    ['seen again does not move it', 'm resolved 09:00; m resolved 13:50; p processing 14:00', `${apart} mp`],
    [
      'seen again with a later statusAt does not move it',
      'm resolved 09:00; m resolved 13:50 statusAt=13:40; p processing 14:00',
      `${apart} mp`,
    ],
    [
      'seen again with an earlier statusAt does',
      'm resolved 13:00; m resolved 15:00 statusAt=09:00; p processing 11:00',
      `${apart} mp`,
    ],
    [
      'a broken run begins anew',
      'm resolved 08:00; m processing 12:00; m resolved 13:30; p processing 14:00',
      `${unknown} mp`,
    ],
    [
      'a broken run, long ago',
      'm resolved 08:00; m processing 09:00; m resolved 10:00; p processing 14:00',
      `${apart} mp`,
    ],
    [
      'a failed lookup breaks no run',
      'm resolved 09:00; m captcha 12:00; m resolved 13:30; p processing 14:00',
      `${apart} mp`,
    ],
    [
      'a page without a status breaks no run',
      'm resolved 09:00; m - 12:00; m resolved 13:30; p processing 14:00',
      `${apart} mp`,
    ],
    [
      'other words of the same state break no run',
      'm "Đã xử lý xong" 09:00; m "Chờ trả kết quả" 13:30; p processing 14:00',
      `${apart} mp`,
    ],
    [
      'not found breaks a run',
      'm resolved 08:00; m not-found 12:00; m resolved 13:30; p processing 14:00',
      `${unknown} mp`,
    ],
  ])('%s', holdRow);
});

describe('out of sync when the behind state was seen later than since + grace', () => {
  it.each<Row>([
    ['the portal behind', 'm resolved 09:00; p processing 14:00', `${apart} mp`],
    ['the ministry behind', 'p resolved 09:00; m processing 14:00', `${apart} mp`],
    ['two copies', 'p resolved 09:00; c processing 14:00', `${apart} cp`],
    [
      'behind seen twice: the later sighting counts',
      'm resolved 09:00; p processing 09:30; p processing 14:00',
      `${apart} mp`,
    ],
    ['behind caught up', 'm resolved 09:00; p processing 14:00; p resolved 15:00', 'in-sync'],
    ['behind caught up, told first', 'p resolved 15:00; m resolved 09:00; p processing 14:00', 'in-sync'],
    ['told in the other order', 'p processing 14:00; m resolved 09:00', `${apart} mp`],
    ['days later', 'm resolved 2T09:00; p processing 14:00', `${apart} mp`],
    ['both days ago', 'm resolved 2T09:00; p processing 3T14:00', `${apart} mp`],
    ['a supplement asked here, work there', 'm supplement-required 09:00; p processing 14:00', `${apart} mp`],
    ['the same days apart', 'm supplement-required 5T09:00; p processing 14:00', `${apart} mp`],
    [
      'shown by the portal, work in the ministry',
      'p supplement-required 09:00; m processing 14:00',
      `${apart} mp`,
    ],
    ['a fee asked here, work there', 'm payment-required 09:00; p processing 14:00', `${apart} mp`],
    [
      'withdrawal asked for here, work there',
      'm withdrawal-requested 09:00; p processing 14:00',
      `${apart} mp`,
    ],
    ['stopped here, done there', 'm stopped 09:00; p resolved 14:00', `${apart} mp`],
    ['rejected here, returned there', 'm rejected 09:00; p returned 14:00', `${apart} mp`],
    ['accepted here, new there', 'm accepted 09:00; p submitted 14:00', `${apart} mp`],
    ['work here, accepted there', 'm processing 09:00; p accepted 14:00', `${apart} mp`],
    ['returned here and resolved there', 'm returned 09:00; p resolved 14:00', `${apart} mp`],
    ['three systems, one behind', 'm resolved 09:00; p processing 14:00; c resolved 14:00', `${apart} mp`],
    [
      'three systems, two behind',
      'm resolved 09:00; p processing 14:00; c accepted 14:00',
      'out-of-sync: error status-disagrees cm, error status-disagrees mp',
    ],
  ])('%s', holdRow);
});

describe('a behind sighting older than that is cannot-tell with “ask again”', () => {
  it.each<Row>([
    [
      'a supplement asked on both and answered here: the other was seen before',
      'm supplement-required 08:00; p supplement-required 09:00; m processing 14:00',
      `${unknown} mp`,
    ],
    [
      'the same, and the other seen long after: it is behind',
      'm supplement-required 08:00; p supplement-required 09:00; m processing 11:00; p supplement-required 14:00',
      `${apart} mp`,
    ],
    ['seen before', 'p processing 08:00; m resolved 14:00', `${unknown} mp`],
    ['seen before, days ago', 'p processing 2T08:00; m resolved 14:00', `${unknown} mp`],
    ['within the grace', 'm resolved 13:30; p processing 14:00', `${unknown} mp`],
    ['the ministry was seen before', 'm processing 08:00; p resolved 14:00', `${unknown} mp`],
    ['seen at one instant', 'm resolved 14:00; p processing 14:00', `${unknown} mp`],
    [
      'returned here, resolved there, within the grace',
      'm returned 13:30; p resolved 14:00',
      `${unknown} mp`,
    ],
    ['ends that contradict, within the grace', 'm stopped 13:30; p resolved 14:00', `${unknown} mp`],
    [
      'a supplement owed before the portal said done',
      'm supplement-required 08:00; p resolved 14:00',
      `${unknown} mp`,
    ],
    [
      'one behind for certain, one unknown',
      'm resolved 09:00; p processing 14:00; c processing 08:00',
      `${apart} mp`,
    ],
  ])('%s', holdRow);
});

describe('a grace by policy; skew of up to five minutes changes nothing', () => {
  it.each<Row>([
    ['longer', 'm resolved 09:00; p processing 14:00', `${unknown} mp`, { graceMinutes: 360 }],
    ['shorter', 'm resolved 09:00; p processing 09:31', `${apart} mp`, { graceMinutes: 30 }],
    [
      'none: five minutes of skew stay',
      'm resolved 09:00; p processing 09:05',
      `${unknown} mp`,
      { graceMinutes: 0 },
    ],
    ['none: six minutes', 'm resolved 09:00; p processing 09:06', `${apart} mp`, { graceMinutes: 0 }],
    [
      'a minute: five minutes of skew stay',
      'm resolved 09:00; p processing 09:04',
      `${unknown} mp`,
      { graceMinutes: 1 },
    ],
    ['seen five minutes from now', 'm resolved 09:00; p processing 16:05', `${apart} mp`],
    ['seen an hour from now is no evidence', 'm resolved 09:00; p processing 17:00', `${unknown} m`],
    ['ahead an hour from now is no evidence', 'm resolved 17:00; p processing 14:00', `${unknown} p`],
  ])('%s', holdRow);
});

describe('times with different offsets compare as instants', () => {
  it.each<Row>([
    ['Z, beyond', 'm resolved 2026-11-10T02:00:00Z; p processing 2026-11-10T10:01:00+07:00', `${apart} mp`],
    ['Z, within', 'm resolved 2026-11-10T02:00:00Z; p processing 2026-11-10T09:59:00+07:00', `${unknown} mp`],
    ['another zone, before', 'm resolved 09:00; p processing 2026-11-10T16:00:00+14:00', `${unknown} mp`],
    ['west of Greenwich', 'm resolved 09:00; p processing 2026-11-09T22:30:00-05:00', `${apart} mp`],
    [
      'no offset is Vietnam’s',
      'm resolved 2026-11-10T09:00:00; p processing 2026-11-10T03:01:00Z',
      `${apart} mp`,
    ],
    [
      'a statusAt with an offset',
      'm resolved 14:00 statusAt=2026-11-10T02:00:00Z; p processing 10:01',
      `${apart} mp`,
    ],
    [
      'the latest state by instants, not by text',
      'm processing 2026-11-10T09:00:00+07:00; m resolved 2026-11-10T03:00:00Z; p resolved 14:00',
      'in-sync',
    ],
    [
      'milliseconds',
      'm resolved 2026-11-10T02:00:00.123Z; p processing 2026-11-10T10:01:00.5+07:00',
      `${apart} mp`,
    ],
  ])('%s', holdRow);
});

describe('only a system’s latest state counts, in whatever order sightings come', () => {
  it.each<Row>([
    ['an older state told last', 'm resolved 12:00; p resolved 13:00; m processing 08:00', 'in-sync'],
    ['the same sighting twice', 'm resolved 09:00; m resolved 09:00; p processing 14:00', `${apart} mp`],
    ['moved on since', 'm accepted 08:00; m processing 09:00; p processing 14:00', 'in-sync'],
    [
      'an older disagreement is over',
      'm resolved 08:00; p processing 12:00; p returned 13:00; m returned 14:00',
      'in-sync',
    ],
    [
      'two states at one instant: which is the latest is not known',
      'm resolved 09:00; p resolved 14:00; p processing 14:00',
      `${unknown} p`,
    ],
    [
      'two states at one instant, told in two offsets',
      'm processing 09:00; p processing 14:00; p resolved 2026-11-10T07:00:00Z',
      `${unknown} p`,
    ],
    [
      'two wordings of one state at one instant',
      'm processing 09:00; p processing 14:00; p awaiting-signature 14:00',
      'in-sync',
    ],
    [
      'two states at one instant, one later',
      'm resolved 09:00; p resolved 14:00; p processing 14:00; p resolved 15:00',
      'in-sync',
    ],
    [
      'back in work on one: it is behind, and moved backwards',
      'm resolved 08:00; m processing 12:00; p resolved 09:00',
      'out-of-sync: error status-disagrees mp, warning moved-backwards m',
    ],
    [
      'back in work on both',
      'm resolved 08:00; m processing 12:00; p processing 13:00',
      'in-sync: warning moved-backwards m',
    ],
  ])('%s', holdRow);
});
