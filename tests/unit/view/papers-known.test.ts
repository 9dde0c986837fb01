import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerSighting } from '../../../utils/dossier/sighting';
import { type Ledger, openLedger } from '../../../utils/ledger/database';
import { noteNumbers, rememberPapers } from '../../../utils/ledger/papers';
import { translator } from '../../../utils/platform/i18n';
import { DEFAULT_SETTINGS } from '../../../utils/policy';
import type { Settings } from '../../../utils/policy/settings';
import { papersKnown, promptsKnown } from '../../../utils/view/papers-known';

type Named = Pick<LedgerSighting, 'outcome' | 'procedureCode' | 'procedureName'>;

const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  databases: { 'civil-status': { state: 'in-use' }, insurance: { state: 'not-connected' } },
  coveredProcedures: ['1.004884', '1.001193'],
  procedurePapers: { '1.001193': ['birth-certificate', 'marriage-certificate'] },
};
let db: Ledger;

beforeAll(async () => {
  db = openLedger('papers-known');
  await rememberPapers(db, '1.004884', ['birth-certificate', 'identity-card', 'health-insurance-card']);
  await rememberPapers(db, '1.000894', ['birth-certificate']);
  await rememberPapers(db, '1.012259', []);
  await rememberPapers(db, '1.001193', ['identity-card']);
  await noteNumbers(db, new Map([['Thủ tục đăng ký lại khai sinh', '1.004884']]));
});
afterAll(() => db.delete());

const PAGES = 'Thành phần hồ sơ (theo trang đã đọc của thủ tục này)';
const POLICY = 'Thành phần hồ sơ (theo danh mục của đơn vị)';

const said = async (...sightings: Partial<Named>[]) => {
  const file = { sightings: sightings.map((one) => ({ outcome: 'found' as const, ...one })) };
  return (await papersKnown(db, [file], SETTINGS, translator('vi')))[0];
};

describe('a page that names the procedure alone', () => {
  it.each<[string, Partial<Named>[], string | undefined]>([
    [
      'components read before: what is taken as before is not counted',
      [{ procedureCode: '1.004884' }],
      `${PAGES}: 1 không yêu cầu nộp · 1 nên kiểm tra dữ liệu`,
    ],
    [
      'with an agency’s tail',
      [{ procedureCode: '1.004884.000.00.00.H26' }],
      `${PAGES}: 1 không yêu cầu nộp · 1 nên kiểm tra dữ liệu`,
    ],
    [
      'by its name in the catalogue',
      [{ procedureName: 'Thủ tục đăng ký lại khai sinh' }],
      `${PAGES}: 1 không yêu cầu nộp · 1 nên kiểm tra dữ liệu`,
    ],
    ['policy goes before pages', [{ procedureCode: '1.001193' }], `${POLICY}: 2 không yêu cầu nộp`],
    ['not covered', [{ procedureCode: '1.000894' }], `${PAGES}: 1 nên kiểm tra dữ liệu`],
    ['nothing to say of its papers', [{ procedureCode: '1.012259' }], undefined],
    ['a procedure not read yet', [{ procedureCode: '1.009999' }], undefined],
    [
      'two systems name two procedures',
      [{ procedureCode: '1.004884' }, { procedureCode: '1.001193' }],
      undefined,
    ],
    [
      'a system that does not hold the dossier',
      [{ procedureCode: '1.004884', outcome: 'not-found' }],
      undefined,
    ],
    ['no procedure', [{}], undefined],
  ])('%s', async (_, sightings, expected) => expect(await said(...sightings)).toBe(expected));
});

describe('a page that names procedures, and no dossier', () => {
  const promptsOf = (...procedures: (string | undefined)[]) =>
    promptsKnown(db, procedures, SETTINGS, translator('vi'));

  it('components read before: the counts, where they are known from, what to do for each database', async () => {
    const [prompt] = await promptsOf('1.004884');
    expect(prompt).toMatchObject({
      level: 'not-required',
      chip: '1 không yêu cầu nộp · 1 nên kiểm tra dữ liệu',
      title: PAGES,
    });
    const lines = prompt?.lines.map(({ text }) => text) ?? [];
    for (const words of [
      /^Không yêu cầu nộp: Giấy khai sinh$/,
      /kiểm tra trước khi yêu cầu nộp: Thẻ căn cước/,
      /nhận giấy tờ như trước: Thẻ bảo hiểm y tế/,
      /hộ tịch điện tử: đang khai thác tại đơn vị/,
      /Nghị quyết 66.7\/2025\/NQ-CP, Điều 2/,
    ])
      expect(lines.filter((line) => words.test(line))).toHaveLength(1);
    // Only what may be there already is asked of the citizen to be updated.
    expect(prompt?.copy?.text).toContain('Giấy khai sinh');
    expect(prompt?.copy?.text).not.toContain('bảo hiểm y tế');
  });

  it('brought by policy: marked so', async () => {
    expect(await promptsOf('1.001193')).toMatchObject([{ title: POLICY, chip: '2 không yêu cầu nộp' }]);
  });

  it('in their order, absent where nothing is known or to be said', async () => {
    const prompts = await promptsOf(undefined, '1.009999', '1.000894', '1.012259');
    expect(prompts.map((prompt) => prompt?.chip)).toEqual([
      undefined,
      undefined,
      '1 nên kiểm tra dữ liệu',
      undefined,
    ]);
  });
});
