import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundle, launch, openPage, TEXTS } from './browser';
import { madeCode } from './made-codes';
import { DETAIL, scrolledTable, tableOf } from './made-pages';
import { inSync, LINES, mixed, outOfSync } from './made-views';

let browser: Browser;
let script: string;
let page: Page | undefined;

vi.setConfig({ testTimeout: 30_000 });

beforeAll(async () => {
  [script, browser] = await Promise.all([bundle('./harness.ts'), launch()]);
}, 30_000);
afterEach(async () => {
  await page?.close();
  page = undefined;
});
afterAll(() => browser.close());

const disagrees = (code: string) => outOfSync(code);
async function open(
  html: string,
  viewOf: Parameters<typeof openPage>[3] = mixed,
  setup: Parameters<typeof openPage>[4] = {},
): Promise<Page> {
  page = await openPage(browser, script, html, viewOf, setup);
  return page;
}
const settled = (shown: Page) => shown.evaluate(() => window.soi.settled());

/** Each painted mark with how far it lies from its code's line, and what of the page it touches. */
function geometry(shown: Page) {
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

describe('where marks stand', () => {
  it.each([
    ['a wide column has room for the whole chip', '420px', '', true],
    ['a narrow column leaves the chip the system alone, or a bare shape', '260px', '', false],
    ['a column as wide as the code leaves nothing', '10px', 'td:nth-child(2){white-space:nowrap}', false],
    ['tight rows and small type', '300px', 'td{padding:0 2px!important}table{font:11px/1.1 Arial}', false],
    ['large type', '460px', 'table{font:19px/1.2 Arial}', false],
  ])('%s: no chip lies over text or a control', async (_, width, style, whole) => {
    const shown = await open(tableOf(60, width, style), disagrees);
    const marks = await geometry(shown);
    expect(marks.length).toBeGreaterThan(10);
    expect(marks.filter((mark) => mark.chip && mark.over)).toEqual([]);
    if (whole) expect(marks.some((mark) => mark.chip?.includes('2 giờ trước'))).toBe(true);
    expect(marks.filter((mark) => mark.takesPointer)).toEqual([]);
    expect(marks.filter((mark) => mark.away > 24)).toEqual([]);
  });

  it('a shortened chip names the system and no value', async () => {
    const shown = await open(tableOf(20, '260px'), disagrees);
    const chips = (await geometry(shown)).flatMap(({ chip }) => chip ?? []);
    expect(new Set(chips)).toEqual(new Set(['DVCQG']));
  });

  it('in sync a dot, cannot-tell nothing unless it is switched on', async () => {
    const shown = await open(tableOf(5), mixed);
    expect((await geometry(shown)).map(({ code }) => code)).toEqual([1, 2, 3, 5].map(madeCode));
    await shown.close();
    const all = await open(tableOf(5), mixed, { options: { showCannotTell: true } });
    expect((await geometry(all)).length).toBe(5);
  });

  it('marks follow an inner scroller, and only codes in view have one', async () => {
    const shown = await open(scrolledTable(300), (code) => inSync(code));
    const before = await geometry(shown);
    await shown.evaluate(async () => {
      document.querySelector('.scroller')?.scrollTo(0, 3000);
      scrollTo(0, 120);
      await window.soi.settled();
    });
    const after = await geometry(shown);
    expect(after.length).toBeGreaterThan(8);
    expect(after.filter((mark) => before.some(({ code }) => code === mark.code))).toEqual([]);
    expect(after.filter((mark) => mark.away > 12)).toEqual([]);
    const clip = await shown.$eval('.scroller', (element) => element.getBoundingClientRect().toJSON());
    const head = await shown.$eval('th', (element) => element.getBoundingClientRect().bottom);
    expect(after.filter(({ box }) => box.top < head - 2 || box.bottom > clip.bottom + 2)).toEqual([]);
  });

  it('a code under a sticky column has no mark', async () => {
    const html = `<style>.s{width:300px;overflow:auto}table{width:900px;border-collapse:collapse}
      td:first-child{position:sticky;left:0;background:#fff;width:250px;min-width:250px}</style>
      <div class="s"><table><tr><td>Nguyễn Văn Mẫu</td><td>${madeCode(1)}</td><td>x</td></tr></table></div>`;
    const shown = await open(html, (code) => inSync(code));
    await shown.evaluate(async () => {
      document.querySelector('.s')?.scrollTo(230, 0);
      await window.soi.settled();
    });
    expect(await geometry(shown)).toEqual([]);
  });

  it('a row recycled for another dossier loses the mark at once', async () => {
    const shown = await open(tableOf(6), (code) => inSync(code));
    await shown.evaluate(async () => {
      const link = document.querySelector('td a');
      if (link?.firstChild instanceof Text) link.firstChild.data = 'H26.14-261120-9999';
      window.soi.overlay.refresh();
      await window.soi.settled();
    });
    expect((await geometry(shown)).map(({ code }) => code)).not.toContain(madeCode(1));
  });

  it('a code in a form control gets its mark beside the control', async () => {
    const shown = await open(`<p>Mã hồ sơ <input value="${madeCode(1)}" size="30"></p>`, disagrees);
    await shown.evaluate(
      async (view) => {
        const element = document.querySelector('input') as Element;
        window.soi.overlay.setDossiers([{ code: view.code, places: [{ kind: 'element', element }] }]);
        window.soi.overlay.setViews([view]);
        await window.soi.settled();
      },
      outOfSync(madeCode(1)),
    );
    const [mark] = await geometry(shown);
    expect(mark?.chip).toContain('DVCQG');
    expect(mark?.over).toBe(false);
  });

  it('component lines get their own chip, and the card counts them', async () => {
    const shown = await open(DETAIL, disagrees);
    const seen = await shown.evaluate(async () => {
      const place = document.getElementById('paper-1')?.firstChild;
      if (!(place instanceof Text)) return [];
      window.soi.overlay.setComponents([
        {
          place: { kind: 'text', node: place, start: 0, end: place.length },
          prompt: {
            level: 'not-required',
            chip: 'Không cần nộp',
            title: 'Giấy khai sinh',
            lines: ['Đã có dữ liệu.'],
          },
        },
      ]);
      await window.soi.settled();
      window.soi.overlay.openCard('H26.14-261120-0001');
      return [
        ...window.soi.marks().map((mark) => mark.dataset.t),
        (window.soi.root().querySelector('.papers') as HTMLElement | null)?.dataset.t,
      ];
    });
    expect(seen).toContain('Không cần nộp');
    expect(seen.at(-1)).toBe(`${TEXTS.overlay_not_required_count}: 1`);
  });
});

/** The element that holds the focus inside the closed root, by class and words. */
const focused = (shown: Page) =>
  shown.evaluate(() => {
    const active = window.soi.root().activeElement;
    return active instanceof HTMLElement ? `${active.className.split(' ')[0]} ${active.ariaLabel}` : null;
  });
const cardOpen = (shown: Page) => shown.evaluate(() => !!window.soi.root().querySelector('.card'));
const cardClosed = (shown: Page) => shown.waitForFunction(() => !window.soi.root().querySelector('.card'));
const calls = (shown: Page) => shown.evaluate(() => window.soi.calls);
const middleOf = (shown: Page, at: number) =>
  shown.evaluate((at) => {
    const box = window.soi.marks()[at]?.getBoundingClientRect();
    return { x: ((box?.left ?? 0) + (box?.right ?? 0)) / 2, y: ((box?.top ?? 0) + (box?.bottom ?? 0)) / 2 };
  }, at);

describe('pointer', () => {
  it('hovering opens the card after a moment, leaving closes it, the way into the card keeps it', async () => {
    const shown = await open(tableOf(12, '420px'), disagrees);
    const { x, y } = await middleOf(shown, 1);
    await shown.mouse.move(x, y);
    expect(await cardOpen(shown)).toBe(false);
    await shown.waitForFunction(() => window.soi.root().querySelector('.card'));
    expect(await calls(shown)).toEqual([`read ${madeCode(2)}`]);
    const card = await shown.evaluate(() =>
      window.soi.root().querySelector('.card')?.getBoundingClientRect().toJSON(),
    );
    await shown.mouse.move(card.left + 20, card.top + 20);
    await shown.mouse.move(900, 10);
    await cardClosed(shown);
  });

  it('a click on a chip opens the card and is not the page’s; beside it the page gets its clicks', async () => {
    const shown = await open(tableOf(12, '420px'), disagrees);
    await shown.evaluate(() => {
      for (const row of document.querySelectorAll('tr')) row.onclick = () => window.soi.calls.push('row');
    });
    const { x, y } = await middleOf(shown, 1);
    await shown.mouse.click(x, y);
    expect(await cardOpen(shown)).toBe(true);
    expect(await focused(shown)).toContain('card');
    expect(await calls(shown)).not.toContain('row');
    await shown.mouse.click(20, y + 200);
    expect(await calls(shown)).toContain('row');
    await cardClosed(shown);
  });

  it('a mark without free ground never takes a click', async () => {
    const shown = await open(tableOf(12, '10px', 'td:nth-child(2){white-space:nowrap}'), disagrees);
    await shown.evaluate(() => {
      for (const row of document.querySelectorAll('tr')) row.onclick = () => window.soi.calls.push('row');
    });
    const passive = (await geometry(shown)).findIndex(({ over }) => over);
    expect(passive).toBeGreaterThanOrEqual(0);
    const { x, y } = await middleOf(shown, passive);
    await shown.mouse.click(x, y);
    expect(await calls(shown)).toContain('row');
  });

  it('the page cannot find marks by probing points', async () => {
    const shown = await open(tableOf(12, '420px'), disagrees);
    const hits = await shown.evaluate(() => {
      const seen = new Set<string>();
      for (let x = 0; x < 600; x += 5) {
        for (let y = 0; y < 500; y += 5)
          seen.add(`${document.elementFromPoint(x, y)?.hasAttribute('data-soi-layer')}`);
      }
      return [...seen];
    });
    expect(hits).not.toContain('true');
  });
});

describe('keyboard', () => {
  it('one tab stop for all marks, arrows move, focus opens the card, Enter goes in, Escape comes back', async () => {
    const shown = await open(tableOf(3, '420px', 'a,button{display:none}'), disagrees);
    await shown.keyboard.press('Tab');
    expect(await focused(shown)).toContain(`mark ${madeCode(2)}`);
    expect(await cardOpen(shown)).toBe(true);
    await shown.keyboard.press('ArrowDown');
    expect(await focused(shown)).toContain(`mark ${madeCode(3)}`);
    await shown.keyboard.press('Home');
    expect(await focused(shown)).toContain(`mark ${madeCode(2)}`);
    await shown.keyboard.press('Enter');
    expect(await focused(shown)).toContain('card');
    await shown.keyboard.press('Tab');
    expect(await focused(shown)).toBe(`close ${TEXTS.overlay_close}`);
    await shown.keyboard.press('Escape');
    expect(await focused(shown)).toContain(`mark ${madeCode(2)}`);
    expect(await cardOpen(shown)).toBe(false);
    await shown.keyboard.press('Tab');
    expect(await focused(shown)).toBe(null);
  });

  it('the arrow goes on to a code out of view', async () => {
    const shown = await open(scrolledTable(60), (code) => inSync(code));
    const last = (await geometry(shown)).at(-1)?.code;
    await shown.evaluate(() => window.soi.overlay.focusMarks());
    await shown.keyboard.press('End');
    expect(await focused(shown)).toContain(last);
    await shown.keyboard.press('ArrowDown');
    await shown.waitForFunction(
      (code) => window.soi.root().activeElement?.ariaLabel?.startsWith(code),
      {},
      madeCode(Number(last?.slice(-4)) + 1),
    );
  });

  it('Escape closes a card opened by hovering while the focus stays in the page', async () => {
    const shown = await open(`<input autofocus>${tableOf(12, '420px')}`, disagrees);
    await shown.focus('input');
    const { x, y } = await middleOf(shown, 1);
    await shown.mouse.click(x, y);
    await shown.keyboard.press('Escape');
    expect(await cardOpen(shown)).toBe(false);
    expect(await shown.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  });
});

describe('card', () => {
  it('shows no value without where and when, and each answer in its own words', async () => {
    const shown = await open(DETAIL, disagrees);
    const words = await shown.evaluate(
      async (view) => {
        window.soi.overlay.setViews([
          {
            ...view,
            lines: view.lines.map((line) => ({ ...line, seenText: undefined, statusText: 'Trạng thái lạ' })),
          },
        ]);
        window.soi.overlay.openCard(view.code);
        return [...window.soi.root().querySelectorAll<HTMLElement>('[data-t]')].map((one) => one.dataset.t);
      },
      outOfSync(madeCode(1)),
    );
    expect(words.filter((one) => one?.includes('Trạng thái lạ'))).toEqual([]);
    expect(words).toContain(LINES[2]?.stateText);
    expect(words).toContain('Lệch trạng thái');
  });

  it('asks, shows that it asks, and takes the answer in without losing the focus or the button under it', async () => {
    const shown = await open(DETAIL, disagrees);
    await shown.evaluate(() => window.soi.overlay.openCard('H26.14-261120-0001'));
    const seen = await shown.evaluate(
      async (view) => {
        const root = window.soi.root();
        const button = () => root.querySelector<HTMLElement>('[aria-label="Hỏi Điều phối"]');
        const before = button();
        before?.focus();
        before?.click();
        const busy = root.querySelectorAll('[aria-busy=true]').length;
        const held = root.activeElement === before && before?.getAttribute('aria-disabled');
        before?.click();
        window.soi.overlay.setViews([
          {
            ...view,
            lines: view.lines.map((line) =>
              line.system === 'coordination'
                ? { ...line, state: 'not-found' as const, stateText: 'Không tìm thấy' }
                : line,
            ),
          },
        ]);
        return {
          busy,
          held,
          same: button() === before && root.activeElement === before,
          left: root.querySelectorAll('[aria-busy=true]').length,
        };
      },
      outOfSync(madeCode(1)),
    );
    expect(seen).toEqual({ busy: 1, held: 'true', same: true, left: 0 });
    expect(await calls(shown)).toEqual([`read ${madeCode(1)}`, `ask ${madeCode(1)} coordination`]);
  });

  it('opens systems and the side panel by calls alone', async () => {
    const shown = await open(DETAIL, disagrees);
    await shown.evaluate(() => {
      window.soi.overlay.openCard('H26.14-261120-0001');
      for (const label of ['Mở DVCQG', 'Bảng bên', 'Hỏi các hệ thống']) {
        window.soi.root().querySelector<HTMLElement>(`[aria-label="${label}"]`)?.click();
      }
    });
    const code = madeCode(1);
    expect(await calls(shown)).toEqual([
      `read ${code}`,
      `open ${code} national-portal`,
      `panel ${code}`,
      `ask ${code} all`,
    ]);
    expect(shown.url()).toBe('about:blank');
  });

  it.each([
    ['a small window at 200 %', { width: 640, height: 360, deviceScaleFactor: 2 }],
    ['a narrow window', { width: 380, height: 700 }],
  ])('lies inside the viewport: %s', async (_, viewport) => {
    const shown = await open(tableOf(30, '200px'), disagrees, { viewport });
    const boxes = await shown.evaluate(() =>
      window.soi
        .read()
        .slice(0, 12)
        .map(({ code }) => {
          window.soi.overlay.openCard(code);
          const { left, top, right, bottom } =
            window.soi.root().querySelector('.card')?.getBoundingClientRect() ?? new DOMRect(-1);
          return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
        }),
    );
    expect(boxes).toEqual(boxes.map(() => true));
  });

  it('in a frame too small for it the side panel serves', async () => {
    const shown = await open('<iframe width="300" height="200"></iframe>', disagrees);
    const frame = await (await shown.$('iframe'))?.contentFrame();
    await frame?.evaluate((html) => document.write(html), `<p>${madeCode(1)}</p>`);
    await frame?.addScriptTag({ content: script });
    const seen = await frame?.evaluate((texts) => {
      window.soi.start(texts).openCard('H26.14-261120-0001');
      return { calls: window.soi.calls, card: !!window.soi.root().querySelector('.card') };
    }, TEXTS);
    expect(seen).toEqual({ calls: [`panel ${madeCode(1)}`], card: false });
  });

  it.each([
    ['light', false],
    ['dark', true],
  ])('has enough contrast and no fault of its names and roles: %s', async (_, dark) => {
    const shown = await open(DETAIL, disagrees, { dark });
    await shown.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' });
    const faults = await shown.evaluate(async () => {
      window.soi.overlay.openCard('H26.14-261120-0001');
      // The closed root cannot be walked into by axe: what it holds is laid out once more in the open.
      const copy = document.createElement('div');
      const open = copy.attachShadow({ mode: 'open' });
      open.adoptedStyleSheets = window.soi.root().adoptedStyleSheets;
      for (const child of window.soi.root().children) open.append(child.cloneNode(true));
      // Generated words are no text to axe: in the copy they are made real.
      for (const one of open.querySelectorAll<HTMLElement>('[data-t]')) {
        one.append(one.dataset.t ?? '');
        delete one.dataset.t;
      }
      window.soi.overlay.destroy();
      document.body.replaceChildren(copy);
      document.documentElement.lang = 'vi';
      const { axe } = window as unknown as {
        axe: {
          run(
            root: Element,
            options: object,
          ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      };
      const { violations } = await axe.run(document.body, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(faults).toEqual([]);
  });
});

describe('the page', () => {
  it('learns no verdict from the DOM, highlights, finding, selecting or the accessible host', async () => {
    const shown = await open(tableOf(12, '420px'), disagrees);
    await shown.evaluate(() => window.soi.overlay.openCard('H26.14-261120-0002'));
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
        window.soi.overlay.openCard(view.code);
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
    const shown = await open(`${DETAIL}<style>${css}</style>`, disagrees);
    const seen = await shown.evaluate(() => {
      window.soi.overlay.openCard('H26.14-261120-0001');
      const host = document.querySelector('[data-soi-layer]') as HTMLElement;
      const card = window.soi.root().querySelector('.card') as HTMLElement;
      return [
        getComputedStyle(host).opacity,
        getComputedStyle(host).transform,
        getComputedStyle(card).fontSize,
        card.offsetWidth,
      ];
    });
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
      old.refresh();
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
      `<div popover style="inset:0;width:100%;height:100%">menu</div>${DETAIL}`,
      disagrees,
    );
    await shown.evaluate(() => window.soi.overlay.openCard('H26.14-261120-0001'));
    await shown.evaluate(() =>
      document.querySelector<HTMLElement>('[popover]:not([data-soi-layer])')?.showPopover(),
    );
    await settled(shown);
    await shown.waitForFunction(() => window.soi.marks().length === 0);
    await shown.evaluate(() => window.soi.overlay.openCard('H26.14-261120-0001'));
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
      window.soi.overlay.refresh();
      await window.soi.settled();
      return !!document.querySelector('[data-soi-layer]:popover-open');
    });
    expect(back).toBe(true);
  });
});

describe('cost', () => {
  it('of 5,000 rows only those in view are painted, and a scrolled frame looks at no more than a few points', async () => {
    const shown = await open(tableOf(5000, '260px', 'table{table-layout:fixed}'), mixed);
    const cost = await shown.evaluate(async () => {
      let looks = 0;
      let rects = 0;
      const hit = Document.prototype.elementFromPoint;
      Document.prototype.elementFromPoint = function (x, y) {
        looks++;
        return hit.call(this, x, y);
      };
      const boxes = Range.prototype.getClientRects;
      Range.prototype.getClientRects = function () {
        rects++;
        return boxes.call(this);
      };
      for (let step = 0; step < 10; step++) {
        scrollBy(0, 300);
        await new Promise(requestAnimationFrame);
        await new Promise((done) => setTimeout(done));
      }
      const scrolled = { looks, rects };
      await window.soi.settled();
      return {
        ...scrolled,
        marks: window.soi.root().querySelectorAll('.mark').length,
        painted: window.soi.marks().length,
      };
    });
    expect(cost.painted).toBeGreaterThan(5);
    expect(cost.marks).toBeLessThan(60);
    expect(cost.rects).toBeLessThan(10 * 60 * 4);
    expect(cost.looks).toBeLessThan(10 * 60 * 4);
  }, 60_000);
});
