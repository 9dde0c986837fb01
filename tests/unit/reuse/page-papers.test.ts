// @vitest-environment happy-dom
/** Components and requests of a page: whose they are, what is painted, what is told to the background. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Reading } from '../../../utils/dossier/sighting';
import { translator } from '../../../utils/platform/i18n';
import type { PageReading } from '../../../utils/reading';
import type { Place } from '../../../utils/reading/place';
import { createPagePapers, type PaperPorts } from '../../../utils/reuse/page-papers';
import { dossierOf, type ProcedureSaid, procedureNear } from '../../../utils/reuse/procedure-here';
import { summaryPlace } from '../../../utils/reuse/summary-place';
import { asksToSupplement, fieldOf } from '../../../utils/reuse/supplement-field';

// The page's layout is the browser's to know: here everything is visible.
Element.prototype.checkVisibility = () => true;

const LIST = `<h3>Thành phần hồ sơ</h3><table><tr><th>STT</th><th>Tên giấy tờ</th></tr>
<tr><td>1</td><td id="form">Tờ khai đăng ký lại khai sinh</td></tr>
<tr><td>2</td><td id="birth">Bản sao Giấy khai sinh</td></tr>
<tr><td>3</td><td id="card">Căn cước công dân</td></tr></table>`;
const CODE = 'H26.14-261120-0001';
const OTHER = 'H26.14-261120-0002';

const placeOf = (id: string): Place => {
  const node = document.getElementById(id)?.firstChild as Text;
  return { kind: 'text', node, start: 0, end: node.length };
};

const dossier = (id: string, code: string, more: Partial<Reading> = {}) => ({
  reading: { code, ...more } as Reading,
  places: [placeOf(id)],
});

function reading(dossiers: ReturnType<typeof dossier>[] = []): PageReading {
  const components = ['form', 'birth', 'card'].map((id) => ({
    text: document.getElementById(id)?.textContent ?? '',
    place: placeOf(id),
  }));
  return { dossiers, components, doubts: [] } as unknown as PageReading;
}

interface Seen {
  asked: { said: ProcedureSaid; papers: string[] }[];
  spared: [string, string[]][];
  marks: { key: string; chip: string; place: Place; under?: { start: number; end: number }[] }[];
  summary?: { text: string; code?: string };
}

function started(covered: boolean, more: Partial<PaperPorts> = {}) {
  const seen: Seen = { asked: [], spared: [], marks: [] };
  const papers = createPagePapers(document, {
    databases: { 'civil-status': { state: 'in-use' } },
    t: translator('vi'),
    procedure: async (said, named) => {
      seen.asked.push({ said, papers: named });
      return { covered };
    },
    spared: (code, named) => seen.spared.push([code, named]),
    paint: (marks, summary) => {
      seen.marks = marks.map(({ key, place, prompt, under }) => ({ key, place, chip: prompt.chip, under }));
      seen.summary = summary;
    },
    ...more,
  });
  return { papers, seen };
}

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

describe('a field in which supplements are asked for', () => {
  it.each<[string, string, boolean]>([
    ['its label', '<label for="f">Nội dung yêu cầu bổ sung</label><textarea id="f"></textarea>', true],
    [
      'its cell’s label',
      '<table><tr><td>Lý do bổ sung:</td><td><textarea id="f"></textarea></td></tr></table>',
      true,
    ],
    ['its accessible name', '<textarea id="f" aria-label="Nội dung bổ sung"></textarea>', true],
    ['its placeholder', '<input id="f" placeholder="Nhập lý do yêu cầu bổ sung">', true],
    [
      'the heading of its dialog',
      '<dialog open><h2>Yêu cầu công dân bổ sung</h2>Nội dung<textarea id="f"></textarea></dialog>',
      true,
    ],
    ['a note', '<label for="f">Ghi chú</label><textarea id="f"></textarea>', false],
    [
      'a label that belongs to the field before',
      '<div>Nội dung bổ sung <textarea></textarea> Người ký <input id="f"></div>',
      false,
    ],
    [
      'a heading of another box',
      '<form><h2>Yêu cầu bổ sung</h2></form><form><h2>Phân công</h2><textarea id="f"></textarea></form>',
      false,
    ],
    [
      'prose that speaks of it',
      `<p>${'Hồ sơ đã có yêu cầu bổ sung '.repeat(9)}</p><textarea id="f"></textarea>`,
      false,
    ],
  ])('%s', (_, html, expected) => {
    document.body.innerHTML = html;
    const field = fieldOf(document.getElementById('f'));
    expect(field && asksToSupplement(field)).toBe(expected);
  });

  it('is judged when told that it was left; one mark for all its papers, the clearest first; gone with its words', () => {
    document.body.innerHTML = '<label for="f">Lý do bổ sung</label><textarea id="f"></textarea>';
    const field = document.getElementById('f') as HTMLTextAreaElement;
    const { papers, seen } = started(true);
    field.value = 'Đề nghị bổ sung CCCD và giấy khai sinh';
    expect(seen.marks).toEqual([]);
    papers.judge(field);
    expect(seen.marks.map(({ chip }) => chip)).toEqual([
      'Thẻ căn cước, CCCD hoặc CMND: kiểm tra dữ liệu trước (+1)',
    ]);
    expect(seen.marks[0]?.under?.map(({ start, end }) => field.value.slice(start, end))).toEqual([
      'CCCD',
      'giấy khai sinh',
    ]);
    field.value = 'Đề nghị sửa tờ khai';
    papers.judge(field);
    expect(seen.marks).toEqual([]);
    expect(field.value).toBe('Đề nghị sửa tờ khai');
    expect(seen.asked).toEqual([]);
  });

  it('words that cannot be found as they were typed get no line', () => {
    document.body.innerHTML = '<label for="f">Lý do bổ sung</label><textarea id="f"></textarea>';
    const field = document.getElementById('f') as HTMLTextAreaElement;
    field.value = 'Bổ sung giấy khai sinh'.normalize('NFD');
    const { papers, seen } = started(true);
    papers.judge(field);
    expect(seen.marks.map(({ under }) => under)).toEqual([[]]);
  });

  it('a paper whose database is not connected is rightly asked for', () => {
    document.body.innerHTML = '<label for="f">Lý do bổ sung</label><textarea id="f">Bổ sung CCCD</textarea>';
    const { papers, seen } = started(true, { databases: { population: { state: 'not-connected' } } });
    papers.judge(document.getElementById('f'));
    expect(seen.marks).toEqual([]);
  });
});
