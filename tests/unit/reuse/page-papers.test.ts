// @vitest-environment happy-dom
/** Components of a page: whose they are, what is painted, what is told to the background. */
import { beforeEach, describe, expect, it } from 'vitest';
import { dossierOf, procedureNear } from '../../../utils/reuse/procedure-here';
import { summaryPlace } from '../../../utils/reuse/summary-place';
import { CODE, dossier, LIST, OTHER, placeOf, reading, started } from './page-at-hand';

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('whose components these are', () => {
  it('the only dossier of the page', () => {
    document.body.innerHTML = `<p id="code">${CODE}</p>${LIST}`;
    expect(dossierOf(placeOf('birth'), [dossier('code', CODE)])?.reading.code).toBe(CODE);
  });

  it('the dossier of their dialog, over a list of others', () => {
    document.body.innerHTML = `<p id="other">${OTHER}</p><dialog open><p id="code">${CODE}</p>${LIST}</dialog>`;
    const all = [dossier('other', OTHER), dossier('code', CODE)];
    expect(dossierOf(placeOf('birth'), all)?.reading.code).toBe(CODE);
  });

  it('of two dossiers side by side nobody can tell', () => {
    document.body.innerHTML = `<p id="other">${OTHER}</p><p id="code">${CODE}</p>${LIST}`;
    expect(dossierOf(placeOf('birth'), [dossier('other', OTHER), dossier('code', CODE)])).toBeNull();
  });
});

describe('the procedure of a form without a dossier', () => {
  const at = (text: string, query = '') => {
    document.body.innerHTML = `<div>${text}${LIST}</div>`;
    return procedureNear(placeOf('birth'), new URL(`https://mau.example/nop${query}`)).code;
  };

  it.each<[string, string, string, string | undefined]>([
    ['from the address', '', '?maTTHC=1.004884', '1.004884'],
    ['with an agency’s tail', '', '?maThuTuc=1.004884.000.00.00.H26', '1.004884.000.00.00.H26'],
    ['another parameter', '', '?id=1.004884', undefined],
    ['behind its label', '<p>Mã thủ tục: 1.004884 · Lệ phí: 8.000 đ</p>', '', '1.004884'],
    ['a number without a label', '<p>Số tiền 1.004884</p>', '', undefined],
    ['two procedures', '<p>Mã TTHC 1.004884</p><p>Mã TTHC 1.001193</p>', '', undefined],
    ['nothing', '', '', undefined],
  ])('%s', (_, text, query, expected) => expect(at(text, query)).toBe(expected));
});

describe('the place of the summary', () => {
  it('beside the heading of the list', () => {
    document.body.innerHTML = LIST;
    expect(summaryPlace(placeOf('birth'))).toMatchObject({ node: { data: 'Thành phần hồ sơ' } });
  });

  it('where there is no heading, beside the header of the column', () => {
    document.body.innerHTML = LIST.replace(/<h3>.*<\/h3>/, '<h3>Chi tiết</h3>');
    expect(summaryPlace(placeOf('birth'))).toMatchObject({ node: { data: 'Tên giấy tờ' } });
  });

  it('never at a link or a tab', () => {
    document.body.innerHTML = `<a href="#tp">Thành phần hồ sơ</a>${LIST.replace(/<h3>.*<\/h3>/, '')}`;
    expect(summaryPlace(placeOf('birth'))).toMatchObject({ node: { data: 'Tên giấy tờ' } });
  });
});

describe('a page', () => {
  it('covered and in use: counted apart, its papers told by their ids alone, the spared ones counted once', async () => {
    document.body.innerHTML = `<p id="code">${CODE}</p>${LIST}`;
    const { papers, seen } = started(true);
    const page = reading([dossier('code', CODE, { procedureCode: '1.004884' })]);
    expect(await papers.show(page)).toBe(2);
    expect(seen.marks.map(({ key, chip }) => [key, chip])).toEqual([
      ['line 1', 'Không yêu cầu nộp'],
      ['line 2', 'Kiểm tra dữ liệu trước'],
      ['summary', '1 không yêu cầu nộp · 1 nên kiểm tra dữ liệu'],
    ]);
    expect(seen.summary).toEqual({ text: '1 không yêu cầu nộp · 1 nên kiểm tra dữ liệu', code: CODE });
    await papers.show(page);
    expect(seen.asked).toEqual([
      { said: { code: '1.004884', name: undefined }, papers: ['birth-certificate', 'identity-card'] },
    ]);
    expect(seen.spared).toEqual([[CODE, ['birth-certificate']]]);
  });

  it('a name that only the number tells: what it says is handed back is not kept as replaced', async () => {
    document.body.innerHTML = `<p id="code">${CODE}</p>${LIST.replace('Căn cước công dân', 'Giấy phép lái xe')}`;
    const asked: string[][] = [];
    const { papers, seen } = started(true, {
      procedure: async (_, named) => {
        asked.push(named);
        return { covered: true, name: 'Đổi giấy phép lái xe' };
      },
    });
    const page = reading([dossier('code', CODE, { procedureCode: '1.002835' })]);
    await papers.show(page);
    expect(seen.marks.map(({ chip }) => chip)).toContain('Thu lại bản gốc');
    expect(asked.at(-1)).toEqual(['birth-certificate']);
    const times = asked.length;
    await papers.show(page);
    expect(asked.slice(times)).toEqual([]);
  });

  it('not covered: never "not required", nothing counted', async () => {
    document.body.innerHTML = `<p id="code">${CODE}</p>${LIST}`;
    const { papers, seen } = started(false);
    await papers.show(reading([dossier('code', CODE, { procedureCode: '1.004884' })]));
    expect(seen.marks[0]?.chip).toBe('Kiểm tra dữ liệu trước');
    expect(seen.spared).toEqual([]);
  });

  it('no procedure: nobody is asked, and the answer is to check', async () => {
    document.body.innerHTML = LIST;
    const { papers, seen } = started(true);
    await papers.show(reading());
    expect(seen.asked).toEqual([]);
    expect(seen.marks[0]?.chip).toBe('Kiểm tra dữ liệu trước');
  });

  it('an answer that got lost is asked for again', async () => {
    document.body.innerHTML = `<p id="code">${CODE}</p>${LIST}`;
    const answers = [null, { covered: true }];
    const { papers, seen } = started(true, { procedure: async () => answers.shift() ?? null });
    const page = reading([dossier('code', CODE, { procedureCode: '1.004884' })]);
    await papers.show(page);
    expect(seen.marks[0]?.chip).toBe('Kiểm tra dữ liệu trước');
    await papers.show(page);
    expect(seen.marks[0]?.chip).toBe('Không yêu cầu nộp');
  });

  it('a list that is gone leaves nothing', async () => {
    document.body.innerHTML = LIST;
    const { papers, seen } = started(true);
    await papers.show(reading());
    await papers.show({ ...reading(), components: [] });
    expect(seen.marks).toEqual([]);
    expect(seen.summary).toBeUndefined();
  });
});
