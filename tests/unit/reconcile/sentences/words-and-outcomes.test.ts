/** What systems say, and what their answers are worth: the same in other words, no words, the seven failures, missing. */
import { describe, it } from 'vitest';
import { holdRow, type Row } from './told';

const apart = 'out-of-sync: error status-disagrees';
const missing = 'out-of-sync: error missing-on-system';
const unknown = 'cannot-tell: info not-known-yet';

describe('states that agree, which follow which, the same in other words', () => {
  it.each<Row>([
    ['work and awaiting signature', 'm processing 09:00; p awaiting-signature 14:00', 'in-sync'],
    ['work and interlinked', 'm interlinked 09:00; p processing 14:00', 'in-sync'],
    ['work and paused', 'm paused 09:00; p processing 14:00', 'in-sync'],
    ['paused and awaiting signature', 'm paused 09:00; p awaiting-signature 14:00', 'in-sync'],
    ['interlinked and paused', 'p interlinked 09:00; m paused 14:00', 'in-sync'],
    ['rejected and stopped', 'm rejected 09:00; p stopped 14:00', 'in-sync'],
    ['stopped and rejected', 'm stopped 09:00; p rejected 14:00', 'in-sync'],
    ['returned on both', 'm returned 09:00; p "Đã trả kết quả" 14:00', 'in-sync'],
    ['words of two systems', 'm "Chờ ký duyệt" 09:00; p "Đang xử lý" 14:00', 'in-sync'],
    [
      'other tones, case and words around',
      'm "ĐANG XỬ LÝ (phòng chuyên môn)" 09:00; p processing 14:00',
      'cannot-tell: info not-known-yet m',
    ],
    ['a page that loads: no state', 'm resolved 09:00; l "Đang xử lý..." 14:00', `${unknown} l`],
    ['y and i are one letter', 'm "Đã kí" 09:00; p "Đang xử lí" 14:00', `${apart} mp`],
    ['words that say done', 'm "Chờ trả kết quả" 09:00; p "Đang xử lý" 14:00', `${apart} mp`],
    ['status goes before words', 'm resolved 09:00; p processing 14:00 statusText=x', `${apart} mp`],
    ['a wording that is unknown', 'm "Chờ ý kiến cấp trên" 09:00; p resolved 14:00', `${unknown} m`],
    ['unknown by its status', 'm unknown 09:00; p resolved 14:00', `${unknown} m`],
    ['unknown on both', 'm unknown 09:00; p unknown 14:00', `${unknown} m, info not-known-yet p`],
    [
      'unknown on a third: two that agree do not make it understood',
      'm unknown 09:00; p resolved 14:00; c resolved 14:00',
      `${unknown} m`,
    ],
    [
      'unknown on a third, and two apart',
      'l unknown 09:00; m resolved 09:00; p processing 14:00',
      `${apart} mp`,
    ],
    ['a flag: overdue', 'm "Quá hạn" 09:00; p processing 14:00', `${unknown} m`],
    ['a flag where a status is meant', 'm flag:overdue 09:00; p processing 14:00', `${unknown} m`],
    ['a fee’s state where a status is meant', 'm payment:refunded 09:00; p processing 14:00', `${unknown} m`],
    [
      'and it says what it says',
      '$ payment:paid 09:00; m processing 14:00 payment=unpaid; p processing 14:00',
      'out-of-sync: error payment-disagrees $m',
    ],
    ['a flag: in time', 'm "Trong hạn" 09:00; p processing 14:00', `${unknown} m`],
    ['a fee state: unpaid', 'm "Chưa đóng phí" 09:00; p processing 14:00', `${unknown} m`],
    ['a fee state: paid', 'm "Đã thanh toán" 09:00; p processing 14:00', `${unknown} m`],
    ['no words at all', 'm - 09:00; p processing 14:00', `${unknown} p`],
    [
      'the citizen answered: same as or other than work',
      'm supplemented 09:00; p processing 14:00',
      `${unknown} mp`,
    ],
    ['answered here, still asked there', 'm supplemented 09:00; p supplement-required 14:00', `${apart} mp`],
  ])('%s', holdRow);
});

describe('the portal says done while a supplement or a payment is owed', () => {
  const owed = 'out-of-sync: error done-but-supplement-owed';
  it.each<Row>([
    ['a supplement', 'p resolved 09:00; m supplement-required 14:00', `${owed} mp`],
    ['a payment', 'p resolved 09:00; m payment-required 14:00', `${owed} mp`],
    ['returned', 'p returned 09:00; m supplement-required 14:00', `${owed} mp`],
    ['by its own time', 'p resolved 15:00 resolvedAt=09:00; m supplement-required 14:00', `${owed} mp`],
    [
      'owed since before',
      'm supplement-required 07:00; p resolved 09:00; m supplement-required 14:00',
      `${owed} mp`,
    ],
    ['in words', 'p "Đã xử lý xong" 09:00; m "Yêu cầu bổ sung giấy tờ" 14:00', `${owed} mp`],
    ['within the grace', 'p resolved 13:30; m supplement-required 14:00', `${unknown} mp`],
    ['owed was seen before', 'm supplement-required 08:00; p resolved 14:00', `${unknown} mp`],
    [
      'owed on the portal, done in the ministry: no sync job’s fault, the portal is behind',
      'm resolved 09:00; p supplement-required 14:00',
      `${apart} mp`,
    ],
    [
      'done in the ministry, owed in the province: no portal said so',
      'm resolved 09:00; h supplement-required 14:00',
      `${apart} hm`,
    ],
    ['the old portal said so', 'o resolved 09:00; m payment-required 14:00', `${owed} mo`],
    [
      'the coordination says so too',
      'p resolved 09:00; c resolved 09:30; m supplement-required 14:00',
      'out-of-sync: error done-but-supplement-owed mp, error done-but-supplement-owed cm',
    ],
    ['answered since', 'p resolved 09:00; m supplement-required 12:00; m processing 14:00', `${apart} mp`],
    [
      'asked and answered, and done by both',
      'm supplement-required 08:00; m resolved 12:00; p resolved 13:00',
      'in-sync',
    ],
  ])('%s', holdRow);
});

describe('missing-on-system: only a true not-found, only after the grace since the receipt seen elsewhere', () => {
  it.each<Row>([
    ['the portal lacks it', 'm processing 09:00 receivedAt=08:00; p not-found 14:00', `${missing} mp`],
    ['at the end of the grace', 'm processing 12:00 receivedAt=09:00; p not-found 10:00', `${unknown} mp`],
    ['a minute later', 'm processing 12:00 receivedAt=09:00; p not-found 10:01', `${missing} mp`],
    [
      'asked before it was received',
      'm processing 12:00 receivedAt=09:00; p not-found 08:00',
      `${unknown} mp`,
    ],
    [
      'received on a day without an hour',
      'm processing 12:00 receivedAt=2026-11-10; p not-found 14:00',
      `${unknown} mp`,
    ],
    [
      'received the day before',
      'm processing 12:00 receivedAt=2026-11-09; p not-found 14:00',
      `${missing} mp`,
    ],
    [
      'the old portal has it',
      'm processing 09:00 receivedAt=08:00; o processing 09:00; p not-found 14:00',
      'in-sync',
    ],
    [
      'the old portal was asked and lacks it too',
      'm processing 09:00 receivedAt=08:00; o not-found 14:00; p not-found 14:00',
      `${missing} mp`,
    ],
    [
      'the old portal lacks it: no row, no finding',
      'm processing 09:00 receivedAt=08:00; o not-found 14:00',
      `${unknown} m`,
    ],
    [
      'coordination lacks it: no row',
      'm processing 09:00 receivedAt=08:00; c not-found 14:00',
      `${unknown} m`,
    ],
    [
      'coordination lacks it, two others agree',
      'm processing 09:00; p processing 09:00; c not-found 14:00',
      'in-sync',
    ],
    ['found since', 'm processing 09:00 receivedAt=08:00; p not-found 12:00; p processing 14:00', 'in-sync'],
    [
      'gone since',
      'm processing 09:00 receivedAt=08:00; p processing 12:00; p not-found 14:00',
      `${missing} mp`,
    ],
    ['not found by all', 'm not-found 09:00; p not-found 14:00', `${unknown} `],
    [
      'a failure after a true not-found changes nothing',
      'm processing 09:00 receivedAt=08:00; p not-found 12:00; p captcha 14:00',
      `${missing} mp`,
    ],
    ...(
      ['not-signed-in', 'no-permission', 'captcha', 'unreachable', 'unreadable', 'rate-limited'] as const
    ).flatMap((outcome): Row[] => [
      [
        `${outcome} is not missing`,
        `m processing 09:00 receivedAt=08:00; p ${outcome} 14:00`,
        `${unknown} m`,
      ],
      [`${outcome} on a third`, `m processing 09:00; p processing 14:00; c ${outcome} 14:00`, 'in-sync'],
      [
        `${outcome} after what was seen`,
        `m resolved 09:00; p processing 14:00; p ${outcome} 15:00`,
        `${apart} mp`,
      ],
    ]),
  ])('%s', holdRow);
});

describe('rows of policy', () => {
  const scene = 'p processing 09:00 receivedAt=2026-11-02T08:00 procedureCode=1.004873; m not-found 14:00';
  const row = (more: object): { routing: object[] } => ({ routing: [{ system: 'ministry-g15', ...more }] });
  const none = `${unknown} p`;
  it.each<Row>([
    ['no row', scene, none],
    ['a row for all', scene, `${missing} mp`, row({})],
    ['its procedure', scene, `${missing} mp`, row({ procedure: '1.004873' })],
    ['one of its procedures', scene, `${missing} mp`, row({ procedure: ['1.000001', '1.004873'] })],
    ['another procedure', scene, none, row({ procedure: '1.000001' })],
    ['its agency', scene, `${missing} mp`, row({ agency: 'H26' })],
    ['another agency', scene, none, row({ agency: 'H15' })],
    ['from before the receipt', scene, `${missing} mp`, row({ from: '2026-11-01' })],
    ['from the day of receipt', scene, `${missing} mp`, row({ from: '2026-11-02' })],
    ['from the day after', scene, none, row({ from: '2026-11-03' })],
    ['to the day of receipt', scene, `${missing} mp`, row({ to: '2026-11-02' })],
    ['to the day before', scene, none, row({ to: '2026-11-01' })],
    ['the procedure is excepted', scene, none, row({ exceptions: ['1.004873'] })],
    ['another is excepted', scene, `${missing} mp`, row({ exceptions: ['1.000001'] })],
    ['the agency is excepted', scene, none, row({ exceptions: ['H26'] })],
    ['signed out there', scene.replace('not-found', 'not-signed-in'), none, row({})],
  ])('%s', holdRow);
});
