// @vitest-environment happy-dom
/** What an officer does in the side panel: sets aside, takes back, links codes, writes to support, keeps a dossier. */
import { afterEach, describe, expect, it } from 'vitest';
import { SidePanel } from '../../../components/sidepanel/SidePanel';
import { findingKey } from '../../../utils/view/finding-facts';
import { CODE, madeUpSources, movable, SETTINGS, VIEW, viewWith } from './made-up';
import { button, change, click, enter, fill, one, press, render, text, unmount } from './render';

afterEach(unmount);

const OTHER = 'G18.01-261103-090012';
const [finding] = VIEW.findings;
const key = finding ? findingKey(finding) : '';

it('a finding is set aside with one of a few reasons, and with the facts it rests on', async () => {
  const sources = madeUpSources();
  await render(SidePanel, sources);
  await click(button('Gác lại'));
  expect(document.activeElement).toBe(one('input[name=reason]'));
  await click(one('input[name=reason][type=radio]:not(:checked)'));
  await change(() => one<HTMLFormElement>('#findings ~ ul form').requestSubmit());
  const [, , ...deed] = sources.deeds.find(([what]) => what === 'dismiss') ?? [];
  expect(deed).toEqual([key, finding?.facts, 'reported']);
});

it('what could not be kept is told, and the form stays', async () => {
  await render(SidePanel, madeUpSources({ dismiss: () => Promise.resolve(false) }));
  await click(button('Gác lại'));
  await change(() => one<HTMLFormElement>('#findings ~ ul form').requestSubmit());
  expect(text('[role=alert]')).toContain('Chưa lưu được');
  await press('Escape');
  expect(document.querySelector('input[name=reason]')).toBeNull();
});

it('a finding set aside says why, and is taken back by one press', async () => {
  const because = {
    because: 'dismissed',
    becauseText: 'Gác lại lúc 10:35 22/11/2026: đã kiểm tra.',
  } as const;
  const aside = VIEW.findings.slice(0, 1).map((each) => ({ ...each, ...because }));
  const sources = madeUpSources({ view: () => movable(viewWith({ findings: [], aside })) });
  await render(SidePanel, sources);
  expect(text('section[aria-labelledby=aside]')).toContain(because.becauseText);
  await click(button('Hoàn tác'));
  expect(sources.deeds).toEqual([['dismiss', CODE, key, finding?.facts, undefined]]);
});

describe('another code', () => {
  const type = async (typed: string) => {
    const field = one<HTMLInputElement>('#other-code');
    await fill(field, typed);
    field.focus();
    await enter();
  };

  it('is linked in its normal form, and undone by one press', async () => {
    const sources = madeUpSources();
    await render(SidePanel, sources);
    await type(' g18.01 – 261103 – 090012 ');
    expect(sources.deeds).toEqual([['link', CODE, OTHER, true]]);
    expect(text()).toContain(`Đã nối ${OTHER}`);
    await click(button('Hoàn tác'));
    expect(sources.deeds.at(-1)).toEqual(['link', CODE, OTHER, false]);
  });

  it.each([
    ['no code', '17-1436', 'Đây chưa phải mã hồ sơ'],
    ['nothing', '', 'Đây chưa phải mã hồ sơ'],
    ['the dossier’s own', CODE, 'đã được nối'],
  ])('that is %s is told and not linked', async (_, typed, said) => {
    const sources = madeUpSources();
    await render(SidePanel, sources);
    await type(typed);
    expect(sources.deeds).toEqual([]);
    expect(text('#other-code-error')).toContain(said);
  });
});

describe('a report to support', () => {
  const contact = { email: 'hotro@example.gov.vn', name: 'Tổ hỗ trợ Mẫu' };

  it('goes by mail to the office’s contact, is copied and saved as the officer left it', async () => {
    const settings = movable({ ...SETTINGS, supportContact: contact });
    const sources = madeUpSources({ settings });
    await render(SidePanel, sources);
    await click(button('Viết phản ánh'));
    const body = one<HTMLTextAreaElement>('textarea');
    await change(() => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(body, 'Đã sửa');
      body.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(decodeURIComponent(one<HTMLAnchorElement>('a[href^=mailto]').href)).toContain('Đã sửa');
    await click(button('Chép phản ánh'));
    await click(button('Lưu tệp'));
    const [copied, saved] = sources.deeds;
    expect(copied?.[1]).toMatch(/Nhóm: Lỗi hệ thống\nĐã sửa$/);
    expect(saved?.slice(0, 2)).toEqual(['saveFile', `phan-anh-${CODE}.txt`]);
    expect(text()).toContain('Tổ hỗ trợ Mẫu');
  });

  it('holds the panel to its dossier while it is written', async () => {
    const current = movable<string | null>(CODE);
    await render(SidePanel, madeUpSources({ current }));
    await click(button('Viết phản ánh'));
    await change(() => current.set(OTHER));
    expect(text('h2')).toContain(CODE);
    await click(button('Đóng'));
    expect(text('h2')).toContain(OTHER);
  });
});

it('a dossier is kept by hand, whatever the cursor rests on, until the officer goes on', async () => {
  const current = movable<string | null>(CODE);
  await render(SidePanel, madeUpSources({ current }));
  await click(one('input[type=checkbox]'));
  await change(() => current.set(OTHER));
  expect(text('h2')).toContain(CODE);
  await click(button(`Chuyển sang ${OTHER}`));
  expect(text('h2')).toContain(OTHER);
});

it('the timeline’s table stands there for a screen reader, and is shown by a press', async () => {
  await render(SidePanel, madeUpSources());
  const table = one('#timeline-table');
  expect(table.querySelectorAll('tbody tr').length).toBeGreaterThan(5);
  expect(table.parentElement?.className).toContain('sr-only');
  await click(button('Xem dạng bảng'));
  expect(table.parentElement?.className).not.toContain('sr-only');
});
