import { describe, expect, it } from 'vitest';
import type { AnswerReading, Sighting } from '../../../utils/dossier/sighting';
import { sightingOf } from '../../../utils/ledger/sighting-of';
import { parseProcedures } from '../../../utils/systems/procedures';

const NAME = 'Đăng ký khai sinh';
const procedures = parseProcedures(
  `code\tname\tministry\tlevels\tsector\ttimeLimits\n1.001193\t${NAME}\tbo-tu-phap\tcommune\tHộ tịch\t\n`,
);
const CODE = '000.00.06.H26-261116-0007';

function make(reading: Partial<AnswerReading>): Sighting {
  const how = {
    system: 'province-h26',
    via: 'page',
    seenAt: '2026-11-22T03:00:00.000Z',
    procedures,
  } as const;
  return sightingOf({ code: CODE, ...reading }, how);
}

describe('status words', () => {
  const cases: [string, string, Partial<Sighting>][] = [
    ['a known state', 'Đang xử lý', { status: 'processing', statusText: 'Đang xử lý' }],
    ['a flag is no state, it says overdue', 'Quá hạn 2 ngày', { status: undefined, overdueShown: true }],
    ['a flag that says in time', 'Còn 3 ngày', { status: undefined, overdueShown: false }],
    ['a payment is no state', 'Đã thanh toán', { status: undefined, payment: 'paid' }],
    ['unknown words', 'Trạng thái lạ nào đó', { status: 'unknown' }],
    ['none on the page', '', { status: undefined, statusText: undefined }],
  ];
  it.each(cases)('%s: "%s"', (_, statusText, expected) => {
    const sighting = make({ statusText });
    for (const [field, value] of Object.entries(expected)) {
      expect(sighting[field as keyof Sighting]).toBe(value);
    }
  });

  it('what the page says outright goes before what its status words hint at', () => {
    expect(make({ statusText: 'Quá hạn 2 ngày', overdueShown: false }).overdueShown).toBe(false);
  });
});

describe('privacy', () => {
  const PERSON = 'Nguyễn Văn Mẫu';
  const readings: [string, Partial<AnswerReading>][] = [
    ['a name in an unknown status', { statusText: `Chuyển cho ${PERSON} lúc 10h` }],
    ['a name behind a known status', { statusText: `Đã trả kết quả cho ${PERSON}` }],
    ['a name as the agency', { agency: PERSON }],
    ['a name in a procedure that is in no catalogue', { procedureName: `Cấp phép cho ông ${PERSON}` }],
    ['a name behind a known procedure', { procedureName: `${NAME} ${PERSON}`, procedureCode: '1.001193' }],
    ['a name where the procedure code should be', { procedureCode: PERSON }],
  ];
  it.each(readings)('%s is not kept', (_, reading) => {
    const kept = JSON.stringify(make(reading));
    for (const word of PERSON.split(' ')) expect(kept).not.toContain(word);
  });

  it.each(['001099012345', '0912345678', '8012345678-001'])(
    'a person’s number is no procedure code: %s',
    (number) => {
      expect(JSON.stringify(make({ procedureCode: number }))).not.toContain(number);
    },
  );

  it('fields that no sighting has are not kept, whatever a page sends', () => {
    const extra = { code: CODE, applicant: 'Trần Thị Mẫu' } as AnswerReading;
    expect(JSON.stringify(make(extra))).not.toContain('Mẫu');
  });
});

describe('procedures', () => {
  const cases: [string, Partial<AnswerReading>, string | undefined, string | undefined][] = [
    ['a name of the catalogue, in any case', { procedureName: NAME.toUpperCase() }, NAME, undefined],
    [
      'a known code with the agency’s tail',
      { procedureName: 'x', procedureCode: '1.001193.000.00.00.H26' },
      NAME,
      '1.001193.000.00.00.H26',
    ],
    ['no name shown: none is added', { procedureCode: '1.001193' }, undefined, '1.001193'],
    [
      'a code that is not in the catalogue',
      { procedureCode: '9.999999', procedureName: 'Thủ tục mẫu' },
      undefined,
      '9.999999',
    ],
  ];
  it.each(cases)('%s', (_, reading, name, code) => {
    const sighting = make(reading);
    expect(sighting.procedureName).toBe(name);
    expect(sighting.procedureCode).toBe(code);
  });
});

it('dates, channel, payment and the other code pass as they are; the same code twice is no other code', () => {
  const reading = {
    otherCode: 'H26.14-261116-0007',
    receivedAt: '2026-11-16T08:00',
    dueAt: '2026-11-27',
    resolvedAt: '2026-11-20',
    statusAt: '2026-11-20T09:00',
    channel: 'online',
    payment: 'unpaid',
  } as const;
  expect(make(reading)).toMatchObject(reading);
  expect(make({ otherCode: CODE }).otherCode).toBeUndefined();
});
