import { describe, expect, it } from 'vitest';
import { compare, Score } from '../../../scripts/score';
import type { Reading } from '../../../utils/dossier/sighting';

const CODE = 'H26.14-261102-0011';
const NOTED = new Set(['code', 'statusText', 'receivedDate', 'channel']);

function scored(expected: object, readings: Reading[], components: string[] = []) {
  const score = new Score();
  const report = {
    dossiers: readings.map((reading) => ({ reading, procedureText: undefined })),
    components,
  } as unknown as Parameters<typeof compare>[1];
  const differences = compare({ dossiers: [], ...expected }, report, NOTED, score);
  return { differences, lines: String(score).split('\n') };
}

describe('a page is scored', () => {
  it('as displayed: codes in any case, days in any form, channels by their kind', () => {
    const shown = {
      code: 'h26.14-261102-0011',
      statusText: 'Đang xử lý',
      receivedDate: '02/11/2026 08:30',
      channel: 'Trực tuyến',
    };
    const read: Reading = {
      code: CODE,
      statusText: 'Đang xử lý',
      receivedAt: '2026-11-02',
      channel: 'online',
    };
    const { differences, lines } = scored({ dossiers: [shown] }, [read]);
    expect(differences).toEqual([]);
    expect(lines).toContain('statusText     1.000  right 1, wrong 0, missing 0');
    expect(lines).toHaveLength(4);
  });

  it.each([
    ['a dossier nobody shows', {}, [{ code: CODE }], ['wrong code: H26.14-261102-0011']],
    [
      'a dossier not read, and all it says',
      { dossiers: [{ code: CODE, statusText: 'Đang xử lý' }] },
      [],
      ['missing code: H26.14-261102-0011', 'missing statusText: H26.14-261102-0011 “”, not “Đang xử lý”'],
    ],
    [
      'a value the page does not show',
      { dossiers: [{ code: CODE }] },
      [{ code: CODE, statusText: 'Đang xử lý' }],
      ['wrong statusText: H26.14-261102-0011 “Đang xử lý”, not “”'],
    ],
    [
      'another value than the page’s',
      { dossiers: [{ code: CODE, receivedDate: '02/11/2026' }] },
      [{ code: CODE, receivedAt: '2026-11-03' }],
      ['wrong receivedDate: H26.14-261102-0011 “2026-11-03”, not “02/11/2026”'],
    ],
  ])('%s is a difference', (_why, expected, readings, differences) => {
    expect(scored(expected, readings).differences).toEqual(differences);
  });

  it.each([
    ['an optional field', { dossiers: [{ code: CODE, statusText: 'Mới', optional: ['statusText'] }] }],
    ['a field nobody took note of', { dossiers: [{ code: CODE, agency: 'UBND xã Tân Lập' }] }],
  ])('%s may be left out', (_why, expected) => {
    expect(scored(expected, [{ code: CODE }]).differences).toEqual([]);
  });

  it('a value given wrong is both wrong and missing; papers count one by one', () => {
    const { lines } = scored(
      { dossiers: [{ code: CODE, statusText: 'Mới' }], components: ['Đơn đề nghị', 'Bản sao'] },
      [{ code: CODE, statusText: 'Đã trả' }],
      ['Đơn đề nghị', 'Bản vẽ'],
    );
    expect(lines).toContain('statusText     0.000  right 0, wrong 1, missing 1');
    expect(lines).toContain('components     0.500  right 1, wrong 1, missing 1');
  });
});
