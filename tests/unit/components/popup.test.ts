// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { Popup } from '../../../components/popup/Popup';
import type { DossierView, SystemLine } from '../../../utils/view/dossier-view';
import { CODE, madeUpSources, movable, VIEW, viewWith } from './made-up';
import { button, change, click, enter, fill, one, press, render, text, unmount } from './render';

const field = () => one<HTMLInputElement>('#code');
const asks = (deeds: unknown[][]) => deeds.filter(([what]) => what === 'ask');

async function lookUp(typed: string): Promise<void> {
  await fill(field(), typed);
  field().focus();
  await enter();
}

afterEach(unmount);

describe('a code typed into the popup', () => {
  it.each([
    ['as it is', CODE],
    ['in lower case', 'h26.18-261105-0123'],
    ['with spaces around it and around its hyphens', '  H26.18 - 261105 - 0123 '],
    ['with en dashes', 'H26.18–261105–0123'],
    ['with non-breaking hyphens', 'H26.18\u2011261105\u20110123'],
  ])('is looked up %s', async (_, typed) => {
    const sources = madeUpSources();
    await render(Popup, sources);
    await lookUp(typed);
    expect(asks(sources.deeds)).toEqual([['ask', CODE, 'popup', undefined]]);
    expect(text('h2')).toContain(CODE);
    expect(field().value).toBe(CODE);
  });

  it('is asked for once what the ledger knows of it stands there, and once alone', async () => {
    const known = movable<DossierView>();
    const sources = madeUpSources({ view: () => known });
    await render(Popup, sources);
    await lookUp(CODE);
    expect(asks(sources.deeds)).toEqual([]);
    await change(() => known.set(VIEW));
    expect(text('h2')).toContain(CODE);
    await change(() => known.set(viewWith({})));
    expect(asks(sources.deeds)).toEqual([['ask', CODE, 'popup', undefined]]);
  });

  it('is asked for also while the question before it is still on its way, whose answer is told no more', async () => {
    const first = madeUpSources();
    const answers: (() => void)[] = [];
    const sources = madeUpSources({
      ask: async (...asked) => {
        const answer = await first.ask(...asked);
        await new Promise<void>((resolve) => answers.push(resolve));
        return asked[0] === CODE ? { refused: 'failed' as const } : answer;
      },
    });
    await render(Popup, sources);
    await lookUp(CODE);
    await lookUp('H26.18-261105-0124');
    expect(asks(first.deeds).map(([, code]) => code)).toEqual([CODE, 'H26.18-261105-0124']);
    await change(() => answers[0]?.());
    expect(text('main')).toContain('Đang hỏi các hệ thống…');
    await change(() => answers[1]?.());
    expect(text('main')).toMatch(/\d\/3 hệ thống đã trả lời/);
  });

  it.each([
    ['nothing', ''],
    ["staff's shorthand", '17-1436'],
    ['a phone number', '0900 000 000'],
    ['a sentence', 'hồ sơ của tôi đâu'],
    ['a code cut short', 'H26.18-261105'],
  ])('that is %s gets one sentence and asks no system', async (_, typed) => {
    const sources = madeUpSources();
    await render(Popup, sources);
    await lookUp(typed);
    expect(sources.deeds).toEqual([]);
    const alerts = document.querySelectorAll('[role=alert]');
    expect(alerts).toHaveLength(1);
    expect(alerts[0]?.textContent).toMatch(/H26\.18-261105-0123\.$/);
    expect(field().getAttribute('aria-describedby')).toBe(alerts[0]?.id);
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field());
  });

  const known = (...codes: string[]) => ({ shortFor: () => Promise.resolve(new Map([['17-1436', codes]])) });

  it("that is staff's shorthand of one known dossier is that one", async () => {
    const sources = madeUpSources(known('H15.50.05.12-260917-1436'));
    await render(Popup, sources);
    await lookUp('17-1436');
    expect(asks(sources.deeds)).toEqual([['ask', 'H15.50.05.12-260917-1436', 'popup', undefined]]);
  });

  it("that is staff's shorthand of several known dossiers offers them", async () => {
    const sources = madeUpSources(known('H15.50.05.12-260917-1436', 'H26.14-260817-1436'));
    await render(Popup, sources);
    await lookUp('17-1436');
    expect(asks(sources.deeds)).toEqual([]);
    await click(button('H26.14-260817-1436'));
    expect(asks(sources.deeds)).toEqual([['ask', 'H26.14-260817-1436', 'popup', undefined]]);
  });

  it('is no longer called wrong once it is changed', async () => {
    await render(Popup, madeUpSources());
    await lookUp('17-1436');
    await fill(field(), '17-14361');
    expect(document.querySelector('[role=alert]')).toBeNull();
  });
});

describe('answers', () => {
  const line = (system: string, state: SystemLine['state'], statusText?: string): SystemLine => ({
    system,
    name: system,
    shortName: system,
    state,
    stateText: state,
    statusText,
    ...(statusText && { seenText: '10:32 22/11/2026, trên trang' }),
    askBy: 'request',
  });
  const stage = (...lines: SystemLine[]): DossierView => viewWith({ lines, findings: [] });

  it('come from the ledger at once and from each system as it answers', async () => {
    const view = movable<DossierView>(
      stage(
        line('national-portal', 'found', 'Đang xử lý'),
        line('province-h26', 'asking'),
        line('ministry-g18', 'asking'),
      ),
    );
    await render(Popup, madeUpSources({ view: () => view }));
    await lookUp(CODE);
    expect(text()).toContain('Đang xử lý');
    expect(text('p[role=status]')).toContain('1/3');
    expect(one<HTMLProgressElement>('progress').getAttribute('value')).toBe('1');

    await change(() =>
      view.set(
        stage(
          line('national-portal', 'found', 'Đang xử lý'),
          line('province-h26', 'not-found'),
          line('ministry-g18', 'asking'),
        ),
      ),
    );
    expect(text('p[role=status]')).toContain('2/3');

    await change(() =>
      view.set(
        stage(
          line('national-portal', 'found', 'Đang xử lý'),
          line('province-h26', 'not-found'),
          line('ministry-g18', 'captcha'),
        ),
      ),
    );
    expect(text('p[role=status]')).toContain('3/3');
    expect(document.querySelector('progress')).toBeNull();
  });

  it('of one dossier are never shown under another', async () => {
    const other = 'G18.01-261103-090012';
    const late = movable<DossierView>();
    await render(Popup, madeUpSources({ view: (code) => (code === CODE ? movable(VIEW) : late) }));
    await lookUp(CODE);
    expect(text()).toContain('Đã có kết quả, chờ trả');
    await lookUp(other);
    expect(text()).not.toContain('Đã có kết quả, chờ trả');
    await change(() => late.set(viewWith({ code: other, codes: [other], lines: [], findings: [] })));
    expect(text('h2')).toContain(other);
  });

  it('that could not be asked for are told, with what to do', async () => {
    const sources = madeUpSources({ ask: () => Promise.resolve({ refused: 'failed' as const }) });
    await render(Popup, sources);
    await lookUp(CODE);
    expect(text('[role=alert]')).toContain('Hỏi các hệ thống');
  });

  it('say where and when each was seen', async () => {
    await render(Popup, madeUpSources());
    await lookUp(CODE);
    for (const { seenText } of VIEW.lines) if (seenText) expect(text()).toContain(`Thấy lúc ${seenText}`);
  });

  it('carry the words for a system that opens, and a failure to open is told', async () => {
    const sources = madeUpSources({ open: () => Promise.resolve(false) });
    await render(Popup, sources);
    await lookUp(CODE);
    await click(button('Mở ở Đất đai'));
    expect(text('[role=alert]')).toContain('Chưa mở được');
  });

  it('are asked for again only from the systems that a finding names', async () => {
    const sources = madeUpSources();
    await render(Popup, sources);
    await lookUp(CODE);
    await click(button('Hỏi lại DVCQG'));
    expect(asks(sources.deeds).at(-1)).toEqual(['ask', CODE, 'popup', ['national-portal']]);
  });

  it('go to the side panel', async () => {
    const sources = madeUpSources();
    await render(Popup, sources);
    await lookUp(CODE);
    await click(button('Bảng bên'));
    expect(sources.deeds.at(-1)).toEqual(['openPanel', CODE]);
  });
});

describe('text selected on the page', () => {
  it('that is a code stands in the field, asked for only on Enter', async () => {
    const sources = madeUpSources({ selectedText: () => Promise.resolve(' h26.18-261105-0123 ') });
    await render(Popup, sources);
    expect(field().value).toBe(CODE);
    expect(sources.deeds).toEqual([]);
    field().focus();
    await enter();
    expect(asks(sources.deeds)).toHaveLength(1);
  });

  it('that holds several codes offers each', async () => {
    const sources = madeUpSources({ selectedText: () => Promise.resolve(`${CODE}; G18.01-261103-090012`) });
    await render(Popup, sources);
    await click(button('G18.01-261103-090012'));
    expect(asks(sources.deeds)).toEqual([['ask', 'G18.01-261103-090012', 'popup', undefined]]);
  });

  it('that holds no code leaves the field empty', async () => {
    await render(Popup, madeUpSources({ selectedText: () => Promise.resolve('Nguyễn Văn Mẫu') }));
    expect(field().value).toBe('');
    expect(text()).not.toContain('Nguyễn Văn Mẫu');
  });
});

describe('the last lookups', () => {
  it('are reached and walked by the arrow keys, and left upwards', async () => {
    const sources = madeUpSources();
    await render(Popup, sources);
    field().focus();
    await press('ArrowDown');
    expect(document.activeElement?.textContent).toContain(CODE);
    await press('ArrowDown');
    expect(document.activeElement?.textContent).toContain('G18.01-261103-090012');
    await press('ArrowUp');
    await press('ArrowUp');
    expect(document.activeElement).toBe(field());
  });

  it('are looked up by a press', async () => {
    const sources = madeUpSources();
    await render(Popup, sources);
    field().focus();
    await press('ArrowDown');
    await click(document.activeElement as HTMLElement);
    expect(asks(sources.deeds)).toEqual([['ask', CODE, 'popup', undefined]]);
  });

  it('come back when the field is emptied', async () => {
    await render(Popup, madeUpSources());
    await lookUp(CODE);
    await fill(field(), '');
    expect(text('h2')).toBe('Tra cứu gần đây');
  });

  it('none yet: a friendly word', async () => {
    await render(Popup, madeUpSources({ recent: movable([]) }));
    expect(text('main')).toContain('Nhập hoặc dán một mã hồ sơ');
  });
});

it('a ledger that cannot be read ends in a clear message', async () => {
  const quiet = console.error;
  console.error = () => undefined; // React prints what the boundary caught.
  const recent = movable([{ code: CODE, at: '2026-11-22T03:32:00Z' }]);
  await render(Popup, madeUpSources({ recent }));
  await change(() => recent.fail(new Error('quota')));
  console.error = quiet;
  expect(text('[role=alert]')).toContain('Không đọc được dữ liệu');
});

it('speaks English when the settings say so', async () => {
  const sources = madeUpSources();
  await render(Popup, sources);
  await change(() => sources.saveSettings({ language: 'en' }));
  expect(document.documentElement.lang).toBe('en');
  expect(text('label')).toBe('Dossier code');
});
