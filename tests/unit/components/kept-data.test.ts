// @vitest-environment happy-dom
/** What is kept on this machine: how much, what had to go, files out and in, and what is wrong with one. */
import { afterEach, expect, it } from 'vitest';
import { Options } from '../../../components/options/Options';
import type { ImportOutcome } from '../../../components/shared/sources';
import type { LedgerNotices } from '../../../utils/platform/ledger-notices';
import { madeUpSources, movable } from './made-up';
import { button, change, click, one, render, text, unmount } from './render';

afterEach(unmount);

const KEPT = 'section[aria-labelledby=kept]';

async function choose(): Promise<void> {
  const input = one<HTMLInputElement>('#import-file');
  Object.defineProperty(input, 'files', { value: [new File(['{}'], 'so-ho-so.json')], configurable: true });
  await change(() => input.dispatchEvent(new Event('change', { bubbles: true })));
}

it('says how much is kept of how much, and what went for want of room', async () => {
  const ledgerNotices = movable<LedgerNotices>({ purged: { at: '2026-11-22T01:00:00.000Z', dossiers: 120 } });
  await render(Options, madeUpSources({ ledgerNotices }));
  expect(text(KEPT)).toContain('12.3 MB trong giới hạn 40 MB');
  expect(text(KEPT)).toContain('đã xoá 120 hồ sơ cũ');
});

it('writes the file by a click and says so', async () => {
  const sources = madeUpSources();
  await render(Options, sources);
  await click(button('Xuất ra tệp'));
  expect(sources.deeds).toEqual([['exportLedger']]);
  expect(text(KEPT)).toContain('Đã xuất ra tệp.');
});

it('takes a file in and says how many rows, and how many were too old', async () => {
  await render(Options, madeUpSources());
  await choose();
  expect(text(KEPT)).toContain('Đã nhập 3 dòng. Bỏ qua 1 dòng');
});

const wrong: [string, ImportOutcome, string][] = [
  ['no JSON', { wrong: 'json', params: [] }, 'không đọc được'],
  ['another program’s', { wrong: 'format', params: [] }, 'không phải tệp dữ liệu của Soi Hồ Sơ'],
  ['a later version’s', { wrong: 'version', params: ['2'] }, 'phiên bản 2'],
  ['a wrong row', { wrong: 'row', params: ['sightings', '7', 'dueAt'] }, '“sightings”, dòng 7, mục “dueAt”'],
  ['nothing kept any more', { outcome: 'failed', taken: 500, tooOld: 0 }, 'Đã nhập 500 dòng'],
];
it.each(wrong)('a file that is wrong (%s) is named, aloud', async (_, outcome, words) => {
  await render(Options, madeUpSources({ importLedger: () => Promise.resolve(outcome) }));
  await choose();
  expect(text(`${KEPT} [role=alert]`)).toContain(words);
});

it('what goes on long shows how far it is, and stops when it is told to', async () => {
  let tell: (done: number) => boolean = () => true;
  let end: (outcome: ImportOutcome) => void = () => undefined;
  const importLedger: ReturnType<typeof madeUpSources>['importLedger'] = (_, told) => {
    tell = (done) => told('keep', done, 10);
    return new Promise((resolve) => {
      end = resolve;
    });
  };
  await render(Options, madeUpSources({ importLedger }));
  await choose();
  await change(() => expect(tell(4)).toBe(true));
  expect(one<HTMLProgressElement>(`${KEPT} progress`).value).toBe(4);
  await click(button('Dừng'));
  await change(() => expect(tell(5)).toBe(false));
  await change(() => end({ outcome: 'stopped', taken: 2_000, tooOld: 0 }));
  expect(text(KEPT)).toContain('Đã dừng. Đã nhập 2000 dòng');
});

it('trouble of the ledger is told on the page until it was read', async () => {
  const ledgerNotices = movable<LedgerNotices>({ damaged: { at: '2026-11-22T01:00:00.000Z' } });
  const sources = madeUpSources({ ledgerNotices });
  await render(Options, sources);
  expect(text('[role=alert]')).toContain('bị hỏng lúc 08:00 22/11/2026');
  await click(button('Đã hiểu'));
  expect(sources.deeds).toEqual([['noticesRead']]);
});
