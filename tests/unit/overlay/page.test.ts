import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { TEXTS } from './browser';
import { madeCode } from './made-codes';
import { DETAIL, tableOf } from './made-pages';
import { inSync, outOfSync } from './made-views';
import { disagrees, focused, geometry, settled, stage } from './stage';

const { open } = stage();

describe('the page', () => {
  it('learns no verdict from the DOM, highlights, finding, selecting or the accessible host', async () => {
    const shown = await open(tableOf(12, '420px'), disagrees);
    await shown.evaluate(() => window.soi.openCard('H26.14-261120-0002'));
    const seen = await shown.evaluate(() => {
      const host = document.querySelector('[data-soi-layer]') as HTMLElement;
      const finds = ['DVCQG', 'Lệch', 'Báo quản trị', 'Điều phối'].filter((word) =>
        (window as unknown as { find(word: string): boolean }).find(word),
      );
      document.execCommand('selectAll');
      return {
        root: host.shadowRoot,
        children: host.childNodes.length,
        attributes: host.getAttributeNames(),
        size: [host.offsetWidth, host.offsetHeight, host.scrollWidth, host.scrollHeight],
        highlights: CSS.highlights.size,
        finds,
        selected: /DVCQG|Lệch/.test(getSelection()?.toString() ?? ''),
        text: /DVCQG|Lệch/.test(
          document.documentElement.innerText +
            document.documentElement.outerHTML.replace(/<script[\s\S]*?<\/script>/g, ''),
        ),
        active: document.activeElement === host,
      };
    });
    expect(seen).toMatchObject({
      root: null,
      children: 0,
      attributes: ['data-soi-layer', 'popover'],
      highlights: 0,
      finds: [],
      selected: false,
      text: false,
      active: true,
    });
    expect(seen.size.slice(0, 2)).toEqual([0, 0]);
  });

  it('its elements are not touched, and events inside the layer do not reach it', async () => {
    const shown = await open(tableOf(12, '420px'), () => null);
    const seen = await shown.evaluate(
      async (view) => {
        const before = document.body.outerHTML;
        const types: string[] = [];
        for (const type of ['click', 'mousedown', 'keydown', 'focusin']) {
          document.addEventListener(type, () => types.push(type));
        }
        window.soi.overlay.setViews([view]);
        await window.soi.settled();
        window.soi.openCard(view.code);
        window.soi.root().querySelector<HTMLElement>('.close')?.click();
        return { same: document.body.outerHTML === before, types };
      },
      outOfSync(madeCode(1)),
    );
    expect(seen).toEqual({ same: true, types: [] });
  });

  it('its styles do not reach the layer', async () => {
    const css =
      '*{all:revert;font-size:40px!important;padding:20px!important;display:inline!important;transform:scale(2)} div{opacity:.1!important}html{font-size:50px}';
    const shown = await open(DETAIL, disagrees);
    const seen = await shown.evaluate((words) => {
      window.soi.openCard('H26.14-261120-0001');
      document.head.append(Object.assign(document.createElement('style'), { textContent: words }));
      const host = document.querySelector('[data-soi-layer]') as HTMLElement;
      const card = window.soi.root().querySelector('.card') as HTMLElement;
      return [
        getComputedStyle(host).opacity,
        getComputedStyle(host).transform,
        getComputedStyle(card).fontSize,
        card.offsetWidth,
      ];
    }, css);
    expect(seen).toEqual(['1', 'none', '13px', 372]);
  });

  it('without a dossier to show it gets nothing at all', async () => {
    const shown = await open(tableOf(5), () => null);
    expect(await shown.$('[data-soi-layer]')).toBe(null);
  });

  it('destroy leaves nothing, twice is no harm, and what an older instance left is taken away', async () => {
    const shown = await open(tableOf(12), disagrees);
    const counts = await shown.evaluate(async (texts) => {
      const count = () => document.querySelectorAll('[data-soi-layer]').length;
      const old = window.soi.overlay;
      const seen = [count()];
      const next = window.soi.start(texts);
      next.setDossiers(window.soi.read());
      dispatchEvent(new Event('resize'));
      await window.soi.settled();
      seen.push(count());
      for (const overlay of [old, old, next, next]) overlay.destroy();
      document.dispatchEvent(new Event('scroll'));
      window.dispatchEvent(new Event('resize'));
      await window.soi.settled();
      seen.push(count());
      return seen;
    }, TEXTS);
    expect(counts).toEqual([1, 0, 0]);
  });
});

describe('on top', () => {
  /** Where the host stands among what is in the top layer is shown by what lies over a point of its card. */
  const cardIsHit = (shown: Page) =>
    shown.evaluate(() => {
      const box = window.soi.root().querySelector('.card')?.getBoundingClientRect() as DOMRect;
      return document.elementFromPoint(box.left + 30, box.top + 30)?.hasAttribute('data-soi-layer') ?? false;
    });

  it('is raised above a popover that the page opens, and keeps the focus in the card', async () => {
    const shown = await open(
      `<div popover style="inset:0;width:100%;height:100%">Mã hồ sơ <b>${madeCode(7)}</b></div>${DETAIL}`,
      disagrees,
    );
    await shown.evaluate(() => window.soi.openCard('H26.14-261120-0001'));
    await shown.evaluate(() =>
      document.querySelector<HTMLElement>('[popover]:not([data-soi-layer])')?.showPopover(),
    );
    await settled(shown);
    await shown.waitForFunction(
      (code) => window.soi.marks()[0]?.ariaLabel?.startsWith(code),
      {},
      madeCode(7),
    );
    expect(await cardIsHit(shown)).toBe(true);
    expect(await focused(shown)).toContain('card');
  });

  it('marks codes inside a modal dialog above it, not those behind, and is raised for fullscreen', async () => {
    const shown = await open(
      `<dialog style="width:600px">Mã hồ sơ <b>${madeCode(7)}</b></dialog>${tableOf(20)}<div id="full" style="background:#fff">Mã <b>${madeCode(8)}</b></div>`,
      (code) => inSync(code),
    );
    await shown.evaluate(async () => {
      document.querySelector('dialog')?.showModal();
      await window.soi.settled();
    });
    expect((await geometry(shown)).map(({ code }) => code)).toEqual([madeCode(7)]);
    await shown.evaluate(async () => {
      document.querySelector('dialog')?.close();
      await window.soi.settled();
    });
    expect((await geometry(shown)).length).toBeGreaterThan(8);
    await shown.evaluate(() => {
      document.body.onclick = () => document.getElementById('full')?.requestFullscreen();
    });
    await shown.mouse.click(1000, 500);
    await shown.waitForFunction(() => document.fullscreenElement && window.soi.marks().length === 1);
    expect((await geometry(shown)).map(({ code }) => code)).toEqual([madeCode(8)]);
  });

  it('comes back when the page takes the host off', async () => {
    const shown = await open(tableOf(5), disagrees);
    const back = await shown.evaluate(async () => {
      document.querySelector('[data-soi-layer]')?.remove();
      dispatchEvent(new Event('resize'));
      await window.soi.settled();
      return !!document.querySelector('[data-soi-layer]:popover-open');
    });
    expect(back).toBe(true);
  });
});
