/** Marks at what stands in open shadow roots: found, kept off the page's words, moved with what they are about. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { settled, stage } from './stage';

const { open } = stage();

/** A field in a root inside of a root, in a box that scrolls there; its words asked for twice. */
const TEXT = `Bổ sung giấy khai sinh${'\n'.repeat(20)}và căn cước`;

async function withField(): Promise<Page> {
  const shown = await open('<h1>Hồ sơ</h1><x-form></x-form>');
  await shown.evaluate(async (text) => {
    const outer = document.querySelector('x-form')?.attachShadow({ mode: 'open' });
    if (!outer) throw new Error('no host');
    outer.innerHTML =
      '<style>.scroller { height: 300px; overflow: auto; padding: 40px } .long { height: 900px }</style><div class="scroller"><x-field></x-field><div class="long"></div></div>';
    const inner = outer.querySelector('x-field')?.attachShadow({ mode: 'open' });
    if (!inner) throw new Error('no host');
    inner.innerHTML = '<textarea rows="4" cols="50"></textarea>';
    const field = inner.querySelector('textarea') as HTMLTextAreaElement;
    field.value = text;
    Object.assign(window, { field, scroller: outer.querySelector('.scroller') });
    const start = text.indexOf('giấy');
    window.soi.overlay.setComponents([
      {
        key: 'field',
        place: { kind: 'element', element: field },
        prompt: { level: 'check-first', chip: 'Kiểm tra', title: 'Giấy khai sinh', lines: [] },
        under: [{ start, end: start + 'giấy khai sinh'.length }],
      },
    ]);
    await window.soi.settled();
  }, TEXT);
  return shown;
}

const seen = (shown: Page) =>
  shown.evaluate(() => {
    const { field } = window as unknown as { field: HTMLElement };
    const boxOf = (element: Element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left, top, right, bottom };
    };
    const [mark] = window.soi.marks();
    return {
      field: boxOf(field),
      mark: mark && { ...boxOf(mark), words: mark.dataset.t },
      lines: [...(mark?.querySelectorAll('i') ?? [])].map(boxOf),
    };
  });

it('has its words beside the field and a line under the paper’s', async () => {
  const { field, mark, lines } = await seen(await withField());
  expect(mark?.words).toBe('Kiểm tra');
  expect(
    (mark?.left ?? 0) >= field.right || (mark?.bottom ?? 0) <= field.top || (mark?.top ?? 0) >= field.bottom,
  ).toBe(true);
  expect(lines).toHaveLength(1);
  expect(lines[0]?.left).toBeGreaterThan(field.left);
  expect(lines[0]?.bottom).toBeLessThan(field.bottom);
});

it('goes with the field as a box around it in its root scrolls, and away with it', async () => {
  const shown = await withField();
  const before = await seen(shown);
  await shown.evaluate(() => (window as unknown as { scroller: Element }).scroller.scrollTo(0, 25));
  await settled(shown);
  const after = await seen(shown);
  expect(before.field.top - after.field.top).toBe(25);
  expect((before.mark?.top ?? 0) - (after.mark?.top ?? 0)).toBe(25);
  expect((before.lines[0]?.top ?? 0) - (after.lines[0]?.top ?? 0)).toBe(25);
  await shown.evaluate(() => (window as unknown as { scroller: Element }).scroller.scrollTo(0, 600));
  await settled(shown);
  expect((await seen(shown)).mark).toBeUndefined();
});

it('a line goes with its words as the field itself scrolls', async () => {
  const shown = await withField();
  expect((await seen(shown)).lines).toHaveLength(1);
  await shown.evaluate(() => (window as unknown as { field: Element }).field.scrollTo(0, 200));
  await settled(shown);
  const { mark, lines } = await seen(shown);
  expect(mark).toBeDefined();
  expect(lines).toEqual([]);
});

it('none where something of another root lies over the field', async () => {
  const shown = await withField();
  await shown.evaluate(() => {
    const cover = document.createElement('x-cover');
    document.body.append(cover);
    cover.attachShadow({ mode: 'open' }).innerHTML =
      '<div style="position:fixed;inset:0;background:white">Đang lưu</div>';
    dispatchEvent(new Event('resize'));
  });
  await settled(shown);
  expect((await seen(shown)).mark).toBeUndefined();
});

it('the focus comes back to the field when the card is closed', async () => {
  const shown = await withField();
  await shown.evaluate(() => {
    (window as unknown as { field: HTMLElement }).field.focus();
    window.soi.openCard('');
  });
  expect(await shown.evaluate(() => document.activeElement?.hasAttribute('data-soi-layer'))).toBe(true);
  await shown.keyboard.press('Escape');
  await shown.keyboard.type('!');
  expect(
    await shown.evaluate(() => (window as unknown as { field: HTMLTextAreaElement }).field.value),
  ).toContain('!');
});
