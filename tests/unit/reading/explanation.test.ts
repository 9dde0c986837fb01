/** Why a page was read as it was: complete, true to the reading, and without a word that could be a person's. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Launched, launch } from '../../../scripts/browser/launch';
import { FileReader, readerScript } from '../../../scripts/read';
import type { FrameReport } from '../../../scripts/read-in-page';
import { maskField, maskLabel } from '../../../utils/reading/mask-field';

const root = fileURLToPath(new URL('../../pages', import.meta.url));
const names = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

describe('an explained page', () => {
  let browser: Launched;
  let reader: FileReader;
  beforeAll(async () => {
    const [launched, script] = await Promise.all([launch({ headless: true }), readerScript()]);
    browser = launched;
    reader = await FileReader.open(launched.browser, script);
  }, 60_000);
  afterAll(() => browser?.close());

  const read = (name: string, url?: string): Promise<FrameReport> =>
    reader.read(join(root, name, 'page.html'), url);
  const field = ({ explanation }: FrameReport, wanted: string, at = 0) =>
    explanation.dossiers[at]?.fields.find((one) => one.field === wanted);

  it('explains every field of every dossier of every fixture, and names nobody', {
    timeout: 180_000,
  }, async () => {
    for (const name of names) {
      const { dossiers, explanation, doubts } = await read(name);
      for (const { reading, procedureText } of dossiers) {
        const said = new Set(Object.keys(reading).filter((key) => reading[key as 'code'] !== undefined));
        if (procedureText) said.add('procedureName');
        const explained = explanation.dossiers.filter(({ code }) => code === reading.code);
        expect(new Set(explained.flatMap(({ fields }) => fields.map((one) => one.field))), name).toEqual(
          said,
        );
      }
      const left = [...explanation.dossiers, explanation].flatMap(({ leftOut }) => leftOut);
      expect(left.length, name).toBe(doubts.length);
      // The fixtures' people: an explanation is copied and sent on.
      expect(JSON.stringify(explanation), name).not.toMatch(
        /Mẫu|Nguyễn|Trần|Lê |Phạm|Hoàng|Bùi|(?<!\d)\d{9,12}(?!\d)/,
      );
    }
  });

  it('names the column of a list', async () => {
    expect(field(await read('compound-headers'), 'dueAt')).toEqual({
      field: 'dueAt',
      by: 'column',
      label: 'Ngày hẹn trả',
      text: '05/11/2026',
      value: '2026-11-05',
    });
  });

  it('names the label of a detail, and the history that dated the state', async () => {
    const page = await read('history-is-not-the-state');
    expect(field(page, 'statusText')).toMatchObject({ by: 'label', label: 'Trạng thái' });
    expect(field(page, 'statusAt')).toMatchObject({ by: 'history' });
  });

  it('says which words stood without a label', async () => {
    expect(field(await read('badge-in-the-heading'), 'statusText')).toEqual({
      field: 'statusText',
      by: 'words',
      text: 'Chờ ký duyệt',
      value: 'Chờ ký duyệt',
    });
  });

  it('says what was left out, why, and what stood there', async () => {
    const { explanation } = await read('step-deadline-alone');
    expect(explanation.dossiers[0]?.leftOut).toEqual([
      {
        field: 'dueAt',
        reason: 'only-step-deadline',
        from: [{ label: 'Hạn xử lý', text: '05/11/2026 17:00' }],
      },
    ]);
  });

  it('says that a platform’s profile read it', async () => {
    const page = await read('land-work-list', 'https://dla.mplis.gov.vn/dc/XuLyCongViec');
    expect(page.explanation.layout).toBe('fits');
    expect(field(page, 'receivedAt')).toMatchObject({ by: 'profile', value: '2026-10-02T09:12' });
  });
});

describe('what is masked', () => {
  it.each([
    ['dueAt', 'Ngày 05/11/2026 17:00 do Nguyễn Văn Mẫu hẹn', '05/11/2026 17:00', 'dates stay, names go'],
    ['statusText', 'Đang xử lý', 'Đang xử lý', 'words of states stay'],
    ['statusText', 'Chuyển ông Trần Mẫu Ba', '•••', 'an unknown state may name somebody'],
    ['procedureCode', '1.004873.000.00.00.H26', '1.004873.000.00.00.H26', 'a procedure code'],
    [
      'procedureName',
      '1.004873 - Cấp giấy cho bà Lê Thị Mẫu',
      '1.004873•••',
      'a name of a procedure may hold one',
    ],
    ['procedureCode', '012345678901', '•••', 'an identity number is no procedure code'],
    ['agency', 'Sở Xây dựng Hà Nội', 'Sở Xây dựng Hà Nội', 'offices of the catalogue stay'],
    ['agency', 'Phòng Tư pháp, chuyên viên Hoàng Thị Mẫu', 'Phòng Tư pháp, •••', 'who works there does not'],
    ['channel', 'Trực tuyến', 'Trực tuyến', 'a channel'],
    ['payment', 'Đã thanh toán', 'Đã thanh toán', 'a state of money'],
    ['overdueShown', 'Quá hạn 2 ngày', 'Quá hạn 2 ngày', 'lateness'],
    ['code', 'H26.14-261102-0011', 'H26.14-261102-0011', 'the code'],
    ['code', 'Hồ sơ H26.14-261102-0011 của Phạm Mẫu', 'H26.14-261102-0011', 'the code alone'],
  ] as const)('%s "%s"', (field, text, shown, _why) => {
    const masked = maskField(field, text);
    expect(masked).toContain(shown);
    expect(masked).not.toMatch(/Mẫu|Nguyễn|Trần|Lê|Phạm|Hoàng|0123/);
  });

  it('words that no label is made of', () => {
    expect(maskLabel('Ngày hẹn trả kết quả:')).toBe('Ngày hẹn trả kết quả');
    expect(maskLabel('Mã hồ sơ quốc gia')).toBe('Mã hồ sơ quốc gia');
    expect(maskLabel('Hồ sơ Nguyễn Văn Mẫu')).not.toMatch(/Nguyễn|Mẫu/);
  });

  it('whatever a field holds, a name beside its value goes', () => {
    const name = fc.constantFrom('Nguyễn Văn Mẫu', 'Trần Thị Hoa Mẫu', 'Đỗ Mẫu', 'LÊ THỊ MẪU', 'Vũ Xuân Mẫu');
    const field = fc.constantFrom(
      ...(['code', 'statusText', 'receivedAt', 'dueAt', 'procedureCode', 'procedureName'] as const),
      ...(['agency', 'channel', 'payment', 'overdueShown', 'otherCode', 'resolvedAt'] as const),
    );
    const said = fc.constantFrom(
      '05/11/2026',
      'Đang xử lý',
      'Hà Nội',
      'H26.14-261102-0011',
      'Trực tuyến',
      '1.004873',
    );
    fc.assert(
      fc.property(
        field,
        said,
        name,
        fc.constantFrom(' ', ', ', ' - ', ': '),
        fc.boolean(),
        (f, v, n, glue, first) => {
          expect(maskField(f, first ? n + glue + v : v + glue + n)).not.toMatch(/mẫu|nguyễn|thị|xuân|hoa/i);
        },
      ),
    );
  });
});
