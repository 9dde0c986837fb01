/** Procedures, what a system leaves out, where a dossier belongs, and what stands still. */
import { describe, it } from 'vitest';
import { holdRow, type Row } from './told';

const unknown = 'cannot-tell: info not-known-yet';

describe('procedures, and what a system leaves out', () => {
  const other = 'out-of-sync: error procedure-disagrees mp';
  it.each<Row>([
    [
      'another mã TTHC',
      'm processing 09:00 procedureCode=1.004873; p processing 14:00 procedureCode=1.000894',
      other,
    ],
    [
      'days apart',
      'm processing 2T09:00 procedureCode=1.004873; p processing 14:00 procedureCode=1.000894',
      other,
    ],
    [
      'within the grace',
      'm processing 13:30 procedureCode=1.004873; p processing 14:00 procedureCode=1.000894',
      `${unknown} mp`,
    ],
    [
      'the same with the agency’s tail',
      'm processing 09:00 procedureCode=1.004873; p processing 14:00 procedureCode=1.004873.000.00.00.H26',
      'in-sync',
    ],
    [
      'a system’s own number',
      'm processing 09:00 procedureCode=TTHC-77; p processing 14:00 procedureCode=1.000894',
      'in-sync',
    ],
    [
      'neither dates nor procedure, which another shows',
      'm processing 09:00 receivedAt=2026-11-02 dueAt=2026-11-20 procedureCode=1.004873; p processing 14:00',
      'in-sync: info incomplete-on-system mp',
    ],
    [
      'first seen just now, received days ago: the grace runs from the receipt',
      'm processing 13:30 receivedAt=2026-11-02 dueAt=2026-11-20 procedureCode=1.004873; p processing 14:00',
      'in-sync: info incomplete-on-system mp',
    ],
    [
      'received within the grace',
      'm processing 13:45 receivedAt=13:30 dueAt=2026-11-20 procedureCode=1.004873; p processing 14:00',
      'in-sync',
    ],
    ['both leave it out', 'm processing 09:00; p processing 14:00', 'in-sync'],
  ])('%s', holdRow);
});

describe('where a dossier belongs, and what stands still', () => {
  const row = (more: object): { routing: object[] } => ({ routing: [{ system: 'ministry-g15', ...more }] });
  const scene = 'h processing 09:00 receivedAt=2026-11-02T08:00; p processing 14:00';
  it.each<Row>([
    ['no row', scene, 'in-sync'],
    [
      'the row of that day says the ministry',
      scene,
      'cannot-tell: warning wrong-system hm',
      row({ from: '2026-11-01' }),
    ],
    ['the row begins later', scene, 'in-sync', row({ from: '2026-11-03' })],
    ['the ministry holds it too', `${scene}; m processing 14:00`, 'in-sync', row({})],
    [
      'done, and in work again',
      'm resolved 08:00; m processing 12:00; p processing 13:30',
      'in-sync: warning moved-backwards m',
    ],
    [
      'a supplement answered is no way back',
      'm supplement-required 08:00; m processing 12:00; p processing 13:30',
      'in-sync',
    ],
    [
      'nothing for twenty working days',
      'm processing 09:00 statusAt=2026-10-01; p processing 14:00 statusAt=2026-10-01',
      'in-sync: info no-progress mp',
    ],
    [
      'new for twenty working days: nobody has received it',
      'm submitted 09:00 statusAt=2026-10-01; p submitted 14:00 statusAt=2026-10-01',
      'in-sync: info no-progress mp',
    ],
    [
      'nothing for two weeks',
      'm processing 09:00 statusAt=2026-10-27; p processing 14:00 statusAt=2026-10-27',
      'in-sync',
    ],
    [
      'nothing for long, and late',
      'm processing 09:00 statusAt=2026-10-01 dueAt=2026-11-06; p processing 14:00 statusAt=2026-10-01',
      'in-sync: warning overdue m',
    ],
  ])('%s', holdRow);
});
