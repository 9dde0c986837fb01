// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { Options } from '../../../components/options/Options';
import type { Settings } from '../../../utils/policy/settings';
import { madeUpSources, movable, SETTINGS } from './made-up';
import { button, change, click, fill, one, render, text, unmount } from './render';

afterEach(unmount);

const grace = () => one<HTMLInputElement>('#grace');
const leave = (element: HTMLElement) =>
  change(() => element.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));

describe('grace time', () => {
  it.each([
    ['the least', '5', 5],
    ['the most', '1440', 1440],
    ['a usual one', '90', 90],
  ])('%s is kept', async (_, typed, kept) => {
    const sources = madeUpSources();
    await render(Options, sources);
    await fill(grace(), typed);
    await leave(grace());
    expect(sources.deeds).toEqual([['save', { graceMinutes: kept }]]);
    expect(text('main + p[role=status]')).toBe('Đã lưu.');
  });

  it.each([
    ['below the least', '4'],
    ['above the most', '1441'],
    ['no number', 'một giờ'],
    ['a fraction', '7.5'],
    ['empty', ''],
  ])('%s is explained and not kept', async (_, typed) => {
    const sources = madeUpSources();
    await render(Options, sources);
    await fill(grace(), typed);
    await leave(grace());
    expect(sources.deeds).toEqual([]);
    expect(text('#grace-error')).toBe('Hãy nhập một số từ 5 đến 1440.');
    expect(grace().getAttribute('aria-describedby')).toContain('grace-error');
  });
});

describe('what policy has fixed', () => {
  const fixed: Settings = {
    ...SETTINGS,
    locked: ['graceMinutes', 'databases.land', 'disabled', 'language'],
    problems: [{ path: 'systems.land.hosts[1].host', reason: 'Không phải tên máy chủ' }],
    supportContact: { name: 'Tổ hỗ trợ Mẫu', email: 'hotro@example.gov.vn' },
  };

  it.each(['#grace', '#database-land', '#system-national-portal', '#language'])(
    '%s is locked',
    async (selector) => {
      await render(Options, madeUpSources({ settings: movable(fixed) }));
      const control = one<HTMLInputElement>(selector);
      expect(control.disabled).toBe(true);
      const why = control.getAttribute('aria-describedby')?.split(' ').at(-1);
      expect(text(`#${why}`)).toBe('Do cơ quan đặt, không đổi được ở đây.');
    },
  );

  it.each(['#office', '#retention', '#database-population'])(
    '%s is left to the officer',
    async (selector) => {
      await render(Options, madeUpSources({ settings: movable(fixed) }));
      expect(one<HTMLInputElement>(selector).disabled).toBe(false);
    },
  );

  it('what was skipped is listed by path and reason', async () => {
    await render(Options, madeUpSources({ settings: movable(fixed) }));
    expect(text('section[aria-labelledby=problems] li')).toBe(
      'systems.land.hosts[1].hostKhông phải tên máy chủ',
    );
  });

  it('the support contact is shown', async () => {
    await render(Options, madeUpSources({ settings: movable(fixed) }));
    expect(one<HTMLAnchorElement>('section[aria-labelledby=support] a').href).toBe(
      'mailto:hotro@example.gov.vn',
    );
  });

  it('a change by policy shows in the open page', async () => {
    const settings = movable<Settings>(SETTINGS);
    await render(Options, madeUpSources({ settings }));
    await change(() => settings.set({ ...fixed, graceMinutes: 30 }));
    expect(grace().value).toBe('30');
    expect(grace().disabled).toBe(true);
  });
});

it('systems are switched off and on', async () => {
  const sources = madeUpSources();
  await render(Options, sources);
  await click(one('#system-land'));
  await click(one('#system-ministry-g17'));
  expect(sources.deeds).toEqual([
    ['save', { disabled: ['ministry-g17', 'land'] }],
    ['save', { disabled: ['land'] }],
  ]);
});

it("a system's surest address comes first, each with how sure it is", async () => {
  await render(Options, madeUpSources());
  const item = one('#system-national-portal').closest('li');
  const hosts = [...(item?.querySelectorAll('ul li') ?? [])].map(({ textContent }) => textContent);
  expect(hosts).toEqual(['dichvucong.gov.vn (đã kiểm tra)', 'old.dichvucong.gov.vn (suy đoán)']);
});

it('a database keeps what is known of it when its state changes', async () => {
  const sources = madeUpSources();
  await render(Options, sources);
  await fill(one<HTMLSelectElement>('#database-land'), 'in-use');
  expect(sources.deeds).toEqual([
    [
      'save',
      {
        databases: { ...SETTINGS.databases, land: { state: 'in-use', note: 'chờ kết nối của thành phố' } },
      },
    ],
  ]);
});

it("what policy fixed is never kept as the officer's own", async () => {
  const settings = movable<Settings>({ ...SETTINGS, locked: ['disabled.ministry-g17', 'databases.land'] });
  const sources = madeUpSources({ settings });
  await render(Options, sources);
  await click(one('#system-land'));
  await fill(one<HTMLSelectElement>('#database-population'), 'in-use');
  const { land, ...others } = SETTINGS.databases;
  expect(land).toBeDefined();
  expect(sources.deeds).toEqual([
    ['save', { disabled: ['land'] }],
    ['save', { databases: { ...others, population: { state: 'in-use' } } }],
  ]);
});

it('an office may have no province', async () => {
  const sources = madeUpSources();
  await render(Options, sources);
  await fill(one<HTMLSelectElement>('#office'), '');
  expect(sources.deeds).toEqual([['save', { officeProvince: undefined }]]);
});

it('what could not be kept is told', async () => {
  await render(Options, madeUpSources({ saveSettings: () => Promise.resolve(false) }));
  await click(one('#cannot-tell'));
  expect(text('main + p[role=status]')).toBe('Chưa lưu được. Hãy thử lại.');
});

describe('erasing', () => {
  it('asks once more, with the focus on the careful answer', async () => {
    const sources = madeUpSources();
    await render(Options, sources);
    await click(button('Xoá hết dữ liệu đã lưu'));
    expect(sources.deeds).toEqual([]);
    expect(document.activeElement).toBe(button('Không xoá'));
    await click(button('Không xoá'));
    expect(sources.deeds).toEqual([]);
  });

  it('erases when it is said twice, and says so', async () => {
    const sources = madeUpSources();
    await render(Options, sources);
    await click(button('Xoá hết dữ liệu đã lưu'));
    await click(button('Xoá hết'));
    expect(sources.deeds).toEqual([['eraseAll']]);
    expect(text('section[aria-labelledby=erase]')).toContain('Đã xoá hết dữ liệu đã lưu.');
  });

  it('never says that it is done when it failed', async () => {
    await render(Options, madeUpSources({ eraseAll: () => Promise.resolve(false) }));
    await click(button('Xoá hết dữ liệu đã lưu'));
    await click(button('Xoá hết'));
    expect(text('section[aria-labelledby=erase]')).toContain('Chưa xoá được.');
  });
});

it('a system whose pages Chrome does not let us read says so, and asks by a click alone', async () => {
  const patterns = ['https://*.vbdlis.vn/*'];
  const missingAccess = movable<Record<string, string[]>>({ land: patterns });
  const sources = madeUpSources({ missingAccess });
  await render(Options, sources);
  expect(document.body.textContent).toContain(
    'Chrome chưa cho phép đọc trang của hệ thống này (*.vbdlis.vn)',
  );
  expect(sources.deeds).toEqual([]);
  await click(button('Cho phép đọc trang này: Đất đai'));
  expect(sources.deeds).toEqual([['askForAccess', patterns]]);
  await change(() => missingAccess.set({}));
  expect(document.body.textContent).not.toContain('Chrome chưa cho phép');
});
