// @vitest-environment happy-dom
/** Fields in which supplements are asked for: which they are, when they are judged, what is marked. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { asksToSupplement, fieldOf } from '../../../utils/reuse/supplement-field';
import { started } from './page-at-hand';

beforeEach(() => {
  document.body.innerHTML = '';
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
