// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BatchPage } from '../../../components/batch/BatchPage';
import { type BatchRow, batchRow, batchTable } from '../../../components/batch/batch-rows';
import type { BatchNow } from '../../../components/shared/sources';
import { translator } from '../../../utils/platform/i18n';
import type { SystemLine } from '../../../utils/view/dossier-view';
import { CODE, madeUpSources, movable, viewWith } from './made-up';
import { button, change, click, one, render, text, unmount } from './render';

afterEach(unmount);
const t = translator('vi');
const OTHER = 'H26.18-261105-0124';

const row = (more: Partial<BatchRow> = {}): BatchRow => ({
  code: CODE,
  state: 'done',
  verdict: 'in-sync',
  verdictText: 'Khớp',
  said: [{ system: 'national-portal', shortName: 'DVCQG', text: 'Đang xử lý', seenText: 'tra cứu 10:32' }],
  ...more,
});
const withBatch = (now: BatchNow | null) => madeUpSources({ batch: movable<BatchNow | null>(now) });

async function paste(list: string): Promise<void> {
  const area = one<HTMLTextAreaElement>('#list');
  await change(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, list);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

describe('the list', () => {
  it('what is pasted is counted, and begun with each code once', async () => {
    const sources = withBatch(null);
    await render(BatchPage, sources);
    await paste(`STT,Mã\n1,${CODE}\n2,${OTHER}\n3,${CODE}`);
    expect(text('#list-count')).toBe('2 mã hồ sơ. 1 dòng không có mã');
    await click(button('Tra cứu danh sách'));
    one<HTMLFormElement>('form').requestSubmit();
    expect(sources.deeds[0]).toEqual(['startBatch', [CODE, OTHER]]);
  });

  const file = (text: string, name = 'ds.csv') => new File([text], name, { type: 'text/csv' });
  const choose = (chosen: File) =>
    change(() => {
      const input = one<HTMLInputElement>('input[type=file]');
      Object.defineProperty(input, 'files', { value: [chosen], configurable: true });
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
  const drop = (dataTransfer: { files: File[]; getData(): string }, at = '#list') =>
    change(() => {
      const event = new Event('drop', { bubbles: true, cancelable: true });
      one(at).dispatchEvent(Object.assign(event, { dataTransfer }));
    });

  it.each<[string, () => Promise<void>]>([
    ['chosen', () => choose(file(`\ufeffSTT;Mã\r\n1;${CODE}\r\n2;${OTHER}`))],
    ['dropped', () => drop({ files: [file(`${CODE}\n${OTHER}`, 'ds.txt')], getData: () => '' })],
    [
      'dropped beside the field',
      () => drop({ files: [file(`${CODE}\n${OTHER}`)], getData: () => '' }, 'button[type=submit]'),
    ],
  ])('a file that is %s is in the list', async (_, give) => {
    const sources = withBatch(null);
    await render(BatchPage, sources);
    await give();
    await vi.waitFor(() => expect(text('#list-count')).toContain('2 mã hồ sơ'));
    one<HTMLFormElement>('form').requestSubmit();
    expect(sources.deeds[0]).toEqual(['startBatch', [CODE, OTHER]]);
  });

  it('a text that is dropped is in the list', async () => {
    await render(BatchPage, withBatch(null));
    await drop({ files: [], getData: () => `${CODE} ${OTHER}` });
    expect(text('#list-count')).toBe('2 mã hồ sơ');
  });

  it.each<[string, File, string]>([
    ['too large', file('x'.repeat(2_000_001)), 'quá lớn'],
    ['a workbook', file('PK\x03\x04\x00', 'ds.xlsx'), 'Không đọc được tệp này'],
  ])('a file that is %s is explained, and the list stays', async (_, given, words) => {
    await render(BatchPage, withBatch(null));
    await paste(CODE);
    await choose(given);
    await vi.waitFor(() => expect(text('form')).toContain(words));
    expect(text('#list-count')).toBe('1 mã hồ sơ');
  });

  it('of more than five hundred it says how many are left out', async () => {
    const sources = withBatch(null);
    await render(BatchPage, sources);
    await paste(Array.from({ length: 507 }, (_, n) => `H26.18-261105-${String(1_000 + n)}`).join('\n'));
    expect(text('#list-count')).toContain('500 mã hồ sơ');
    expect(text('#list-count')).toMatch(/\b7\b.*500/);
    one<HTMLFormElement>('form').requestSubmit();
    expect(sources.deeds[0]?.[1]).toHaveLength(500);
  });

  it('without a code there is nothing to begin', async () => {
    const sources = withBatch(null);
    await render(BatchPage, sources);
    await paste('xin chào');
    one<HTMLFormElement>('form').requestSubmit();
    expect(sources.deeds).toEqual([]);
  });
});

describe('under way', () => {
  const rows = [row(), row({ code: OTHER, state: 'waiting', said: [] })];

  it('it says how far it is, and can be stopped', async () => {
    const sources = withBatch({ state: 'running', rows });
    await render(BatchPage, sources);
    expect(text('[role=status]')).toBe('Đang tra cứu. 1/2 hồ sơ');
    expect(document.querySelector('#list')).toBeNull();
    await click(button('Tạm dừng'));
    await click(button('Hủy danh sách'));
    expect(sources.deeds).toEqual([
      ['steerBatch', 'pause', undefined],
      ['steerBatch', 'cancel', undefined],
    ]);
  });

  it('signed out: it says where, opens it by a dossier that met it, goes on with or without it', async () => {
    const answered = row({ said: [{ system: 'land', shortName: 'Đất đai', text: 'Đang xử lý' }] });
    const said = [{ system: 'land', shortName: 'Đất đai', text: 'Chưa đăng nhập', signedOut: true as const }];
    // The first that is not done may be no dossier of that system at all.
    const met = row({ code: 'H26.18-261105-0125', state: 'waiting', said });
    const sources = withBatch({ state: 'paused', waitsFor: 'land', rows: [answered, ...rows, met] });
    await render(BatchPage, sources);
    const name = 'Hệ thống thông tin đất đai';
    expect(text('main')).toContain(`Chưa đăng nhập ${name}.`);
    await click(button(`Mở ${name}`));
    await click(button('Tiếp tục'));
    await click(button(`Tiếp tục, bỏ qua ${name}`));
    expect(sources.deeds).toEqual([
      ['open', met.code, 'land'],
      ['steerBatch', 'resume', undefined],
      ['steerBatch', 'resume', 'land'],
    ]);
  });

  it('done: the result can be copied and saved, and another list begun', async () => {
    const sources = withBatch({ state: 'done', rows });
    await render(BatchPage, sources);
    await click(button('Chép bảng'));
    await click(button('Lưu tệp CSV'));
    expect(sources.deeds.map(([deed]) => deed)).toEqual(['copy', 'saveFile']);
    expect(sources.deeds[1]?.[2]).toContain(`${CODE},Khớp,Đang xử lý · tra cứu 10:32\r\n`);
    expect(document.querySelector('#list')).not.toBeNull();
  });
});

describe('a row', () => {
  it('has a column for every system that said anything, in one order', () => {
    const land = { system: 'land', shortName: 'Đất đai', text: 'Chưa đăng nhập' };
    expect(batchTable([row(), row({ code: OTHER, said: [land] })], t)).toEqual([
      ['Mã hồ sơ', 'Đánh giá', 'DVCQG', 'Đất đai'],
      [CODE, 'Khớp', 'Đang xử lý · tra cứu 10:32', ''],
      [OTHER, 'Khớp', '', 'Chưa đăng nhập'],
    ]);
  });

  it.each<[string, Partial<SystemLine>, string[]]>([
    ['never asked says nothing', { state: 'never-asked', stateText: 'Chưa hỏi' }, []],
    ['found says its state', { state: 'found', statusText: 'Đã trả', seenText: 'lúc 10:32' }, ['Đã trả']],
    ['found without a state says so', { state: 'found', seenText: 'lúc 10:32' }, [t('shared_no_status')]],
    [
      'a failed try beside what was seen before',
      { state: 'unreachable', stateText: 'Không kết nối được', statusText: 'Đã trả', seenText: 'lúc 10:32' },
      ['Đã trả · Không kết nối được'],
    ],
    ['not there', { state: 'not-found', stateText: 'Không có hồ sơ' }, ['Không có hồ sơ']],
  ])('%s', (_, more, texts) => {
    const base = {
      system: 'land',
      name: 'x',
      shortName: 'Đất đai',
      stateText: '',
      askBy: 'request',
    } as const;
    const view = viewWith({ lines: [{ ...base, state: 'found', ...more }] });
    expect(batchRow(view, 'done', t).said.map((said) => said.text)).toEqual(texts);
  });
});
