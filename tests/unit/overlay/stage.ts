/** What every test file of the overlay needs: one browser, one page a test, and what to ask of the page. */
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { bundle, launch, openPage } from './browser';
import { mixed, outOfSync } from './made-views';

export const disagrees = (code: string) => outOfSync(code);

/** Call once in a test file. @returns what opens the test's page, and the bundled overlay for frames. */
export function stage() {
  vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
  let browser: Browser;
  let script = '';
  let page: Page | undefined;
  beforeAll(async () => {
    [script, browser] = await Promise.all([bundle('./harness.ts'), launch()]);
  });
  afterEach(async () => {
    await page?.close();
    page = undefined;
  });
  afterAll(() => browser.close());
  return {
    script: () => script,
    async open(
      html: string,
      viewOf: Parameters<typeof openPage>[3] = mixed,
      setup: Parameters<typeof openPage>[4] = {},
    ): Promise<Page> {
      page = await openPage(browser, script, html, viewOf, setup);
      return page;
    },
  };
}

export const settled = (shown: Page) => shown.evaluate(() => window.soi.settled());
/** Each painted mark with how far it lies from its code's line, and what of the page it touches. */
export function geometry(shown: Page) {
  return shown.evaluate(() => {
    const texts: { node: Text; rects: DOMRect[] }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
      if (!node.data.trim() || node.parentElement?.closest('script,style')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      texts.push({ node, rects: [...range.getClientRects()] });
    }
    const controls = [...document.querySelectorAll('a,button,input,select')].map((one) =>
      one.getClientRects(),
    );
    return window.soi.marks().map((mark) => {
      const box = mark.getBoundingClientRect();
      const touches = (rect: DOMRect) =>
        box.left < rect.right && box.right > rect.left && box.top < rect.bottom && box.bottom > rect.top;
      const code = mark.ariaLabel?.slice(0, 18) ?? '';
      const own = texts.find(({ node }) => node.data.includes(code));
      const at = own?.node.data.indexOf(code) ?? 0;
      const range = document.createRange();
      if (own) range.setStart(own.node, at);
      if (own) range.setEnd(own.node, at + code.length);
      const line = [...range.getClientRects()].at(-1);
      return {
        code,
        chip: mark.dataset.t,
        away: line ? Math.abs((box.top + box.bottom) / 2 - (line.top + line.bottom) / 2) : Number.NaN,
        over: [...texts.flatMap(({ rects }) => rects), ...controls.flatMap((rects) => [...rects])].some(
          touches,
        ),
        takesPointer: getComputedStyle(mark).pointerEvents !== 'none',
        box: { left: box.left, top: box.top, right: box.right, bottom: box.bottom },
      };
    });
  });
}

/** The element that holds the focus inside the closed root, by class and words. */
export const focused = (shown: Page) =>
  shown.evaluate(() => {
    const active = window.soi.root().activeElement;
    return active instanceof HTMLElement ? `${active.className.split(' ')[0]} ${active.ariaLabel}` : null;
  });
export const cardOpen = (shown: Page) => shown.evaluate(() => !!window.soi.root().querySelector('.card'));
export const cardClosed = (shown: Page) =>
  shown.waitForFunction(() => !window.soi.root().querySelector('.card'));
export const calls = (shown: Page) => shown.evaluate(() => window.soi.calls);
export const middleOf = (shown: Page, at: number) =>
  shown.evaluate((at) => {
    const box = window.soi.marks()[at]?.getBoundingClientRect();
    return { x: ((box?.left ?? 0) + (box?.right ?? 0)) / 2, y: ((box?.top ?? 0) + (box?.bottom ?? 0)) / 2 };
  }, at);
