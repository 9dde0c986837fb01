// @vitest-environment happy-dom
/** Fields in which supplements are asked for: which they are, when they are judged, what is marked. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { asksToSupplement, fieldOf } from '../../../utils/reuse/supplement-field';
import { started } from './page-at-hand';

beforeEach(() => {
  document.body.innerHTML = '';
});

/** The field of a page, in open shadow roots (templates with `shadowrootmode`, which happy-dom leaves alone) and frames too. */
function fieldIn(html: string): HTMLElement {
  document.body.innerHTML = html;
  let field = document.getElementById('f');
  const hosts: ParentNode[] = [document];
  for (const part of hosts) {
    for (const template of part.querySelectorAll<HTMLTemplateElement>('template[root]')) {
      const root = template.parentElement?.attachShadow({ mode: 'open' });
      root?.append(template.content.cloneNode(true));
      template.remove();
      if (root) hosts.push(root);
    }
    field = part.querySelector('#f') ?? field;
  }
  if (!field) throw new Error('no field');
  return field;
}

const LONG = 'Nội dung đã soạn. '.repeat(300);

describe('a field in which supplements are asked for', () => {
  it.each<[string, string]>([
    ['its label', '<label for="f">Nội dung yêu cầu bổ sung</label><textarea id="f"></textarea>'],
    [
      'its cell’s label',
      '<table><tr><td>Lý do bổ sung:</td><td><textarea id="f"></textarea></td></tr></table>',
    ],
    ['its accessible name', '<textarea id="f" aria-label="Nội dung bổ sung"></textarea>'],
    ['its placeholder', '<input id="f" placeholder="Nhập lý do yêu cầu bổ sung">'],
    [
      'the heading of its dialog',
      '<dialog open><h2>Yêu cầu công dân bổ sung</h2>Nội dung<textarea id="f"></textarea></dialog>',
    ],
    [
      'a heading far above, with a long list between',
      `<dialog open><h2>Phiếu yêu cầu bổ sung</h2><ol><li>${LONG}</li></ol>Nội dung<textarea id="f"></textarea></dialog>`,
    ],
    ['a label around it', `<label>Nội dung bổ sung <textarea id="f">${LONG}</textarea></label>`],
    [
      'a label that breaks',
      '<label for="f">Nội dung yêu cầu<br>bổ<br>sung</label><textarea id="f"></textarea>',
    ],
    ['a line break in its text', '<p>Nội dung yêu cầu bổ\n     sung</p><textarea id="f"></textarea>'],
    ['a no-break space', '<p>Nội dung bổ&nbsp;sung</p><textarea id="f"></textarea>'],
    ['letters taken apart', `<p>${'Nội dung bổ sung'.normalize('NFD')}</p><textarea id="f"></textarea>`],
    ['capitals', '<p>NỘI DUNG BỔ SUNG</p><textarea id="f"></textarea>'],
    ['no accents', '<p>Noi dung bo sung</p><textarea id="f"></textarea>'],
    ['words apart in bold', '<p>Nội dung <b>yêu cầu</b> <i>bổ sung</i></p><textarea id="f"></textarea>'],
    [
      'star, hint and counter between',
      '<div>Nội dung bổ sung <span>*</span></div><p>(tối đa 500 ký tự)</p><p>0/500</p><textarea id="f"></textarea>',
    ],
    ['a hint between', '<div>Nội dung bổ sung</div><p>Ghi rõ từng giấy tờ.</p><textarea id="f"></textarea>'],
    [
      'its label by its id, far away',
      `<h5 id="l">Nội dung <br>bổ sung</h5><p>${LONG}</p><textarea id="f" aria-labelledby="l"></textarea>`,
    ],
    [
      'a long editor, deep in its boxes, below its tools',
      `<div>Nội dung yêu cầu bổ sung</div><div><div role="toolbar"><button>Đậm</button><select></select></div><div class="ql-toolbar"><select></select></div>
       <div><div><div><div><div><div><div id="f" contenteditable>${LONG}</div></div></div></div></div></div></div></div>`,
    ],
    [
      'an editor that hides the field it stands for',
      '<label>Lý do bổ sung</label><textarea hidden></textarea><div><div id="f" contenteditable></div></div>',
    ],
    [
      'its label in the shadow root with it',
      '<x-field><template root><style>p { color: red }</style><p>Nội dung bổ sung</p><textarea id="f"></textarea></template></x-field>',
    ],
    [
      'the label of the element that shows it',
      '<x-field label="Nội dung bổ sung"><template root><textarea id="f"></textarea></template></x-field>',
    ],
    [
      'words before the element that shows it',
      '<p>Lý do bổ sung</p><x-form><template root><x-field><template root><textarea id="f"></textarea></template></x-field></template></x-form>',
    ],
    [
      'a label that another element shows',
      '<x-label><template root><b>Lý do bổ sung</b></template></x-label><x-field><template root><textarea id="f"></textarea></template></x-field>',
    ],
    [
      'its label by its id, in its root',
      '<x-field><template root><p id="l">Lý do bổ sung</p><hr><p>Ghi</p><textarea id="f" aria-labelledby="l"></textarea></template></x-field>',
    ],
    [
      'the heading of the dialog that shows it in a slot',
      '<x-dialog><template root><h2>Yêu cầu bổ sung</h2><slot></slot></template><label for="f">Nội dung</label><textarea id="f"></textarea></x-dialog>',
    ],
  ])('%s', (_, html) => {
    expect(asksToSupplement(fieldIn(html))).toBe(true);
  });

  it.each<[string, string]>([
    ['a note', '<label for="f">Ghi chú</label><textarea id="f"></textarea>'],
    [
      'a label that belongs to the field before',
      '<div>Nội dung bổ sung <textarea></textarea> Người ký <input id="f"></div>',
    ],
    [
      'a heading of another box',
      '<form><h2>Yêu cầu bổ sung</h2></form><form><h2>Phân công</h2><textarea id="f"></textarea></form>',
    ],
    [
      'prose that speaks of it',
      `<p>${'Hồ sơ đã có yêu cầu bổ sung '.repeat(9)}</p><textarea id="f"></textarea>`,
    ],
    [
      'a note below a state of that name',
      '<table><tr><td>Trạng thái</td><td>Yêu cầu bổ sung</td></tr><tr><td>Ghi chú</td><td><textarea id="f"></textarea></td></tr></table>',
    ],
    [
      'a note below a button of that name',
      '<button>Yêu cầu bổ sung</button><div>*</div><textarea id="f"></textarea>',
    ],
    [
      'the second field of an element, below a request for the first',
      '<p>Nội dung bổ sung</p><x-form><template root><input><textarea id="f"></textarea></template></x-form>',
    ],
    [
      'what is typed into a field inside of the label',
      '<label>Ghi chú <textarea id="f">Yêu cầu bổ sung</textarea></label>',
    ],
  ])('not by %s', (_, html) => {
    expect(asksToSupplement(fieldIn(html))).toBe(false);
  });

  it.each<[string, string, boolean]>([
    ['a text area', '<textarea id="t"></textarea>', true],
    ['a line of text', '<input id="t">', true],
    ['a paragraph of an editor: the editor', '<div id="f" contenteditable><p id="t">x</p></div>', true],
    ['a date', '<input id="t" type="date">', false],
    ['a button', '<button id="t">Gửi</button>', false],
  ])('typed into: %s', (_, html, expected) => {
    document.body.innerHTML = html;
    const field = fieldOf(document.getElementById('t'));
    expect(field?.id).toBe(expected ? (document.getElementById('f') ? 'f' : 't') : undefined);
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

  it.each<[string, string, (field: HTMLElement) => void]>([
    [
      'a text area that a script empties',
      '<textarea id="f">Bổ sung giấy khai sinh</textarea>',
      (field) => {
        (field as HTMLTextAreaElement).value = '';
      },
    ],
    [
      'an editor whose text a script replaces',
      '<div id="f" contenteditable>Bổ sung giấy khai sinh</div>',
      (field) => field.replaceChildren('Đã gửi'),
    ],
    [
      'a field that a script takes away',
      '<textarea id="f">Bổ sung giấy khai sinh</textarea>',
      (field) => field.remove(),
    ],
  ])('%s keeps no mark', (_, html, change) => {
    vi.useFakeTimers();
    document.body.innerHTML = `<p>Lý do bổ sung</p>${html}`;
    const field = document.getElementById('f') as HTMLElement;
    const { papers, seen } = started(true);
    papers.judge(field);
    vi.advanceTimersByTime(5_000);
    expect(seen.marks).toHaveLength(1);
    change(field);
    vi.advanceTimersByTime(1_000);
    expect(seen.marks).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it('what is being typed again is judged when it is left; nothing is looked at after the end', () => {
    vi.useFakeTimers();
    document.body.innerHTML = '<p>Lý do bổ sung</p><textarea id="f">Bổ sung giấy khai sinh</textarea>';
    const field = document.getElementById('f') as HTMLTextAreaElement;
    const { papers, seen } = started(true);
    papers.judge(field);
    field.focus();
    field.value = '';
    vi.advanceTimersByTime(3_000);
    expect(seen.marks).toHaveLength(1);
    papers.stop();
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it('in a frame it is judged by what the page around knows, also when that comes later', () => {
    vi.useFakeTimers();
    document.body.innerHTML = '<p>Lý do bổ sung</p><textarea id="f">Bổ sung giấy khai sinh</textarea>';
    let around: { covered: boolean } | undefined;
    const { papers, seen } = started(true, { around: () => around });
    papers.judge(document.getElementById('f') as HTMLElement);
    expect(seen.marks.map(({ chip }) => chip)).toEqual(['Giấy khai sinh: kiểm tra dữ liệu trước']);
    around = { covered: true };
    vi.advanceTimersByTime(1_000);
    expect(seen.marks.map(({ chip }) => chip)).toEqual(['Giấy khai sinh: không yêu cầu nộp']);
    papers.stop();
    vi.useRealTimers();
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
    papers.judge(document.getElementById('f') as HTMLElement);
    expect(seen.marks).toEqual([]);
  });
});
