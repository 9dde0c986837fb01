import { describe, expect, it } from 'vitest';
import { TEXTS } from './browser';
import { madeCode } from './made-codes';
import { DETAIL, tableOf } from './made-pages';
import { inSync, LINES, outOfSync } from './made-views';
import { calls, disagrees, stage } from './stage';

const { open, script } = stage();

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
        window.soi.openCard(view.code);
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
    await shown.evaluate(() => window.soi.openCard('H26.14-261120-0001'));
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
      window.soi.openCard('H26.14-261120-0001');
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
          window.soi.openCard(code);
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
    await frame?.addScriptTag({ content: script() });
    const seen = await frame?.evaluate(
      async (texts, view) => {
        const overlay = window.soi.start(texts);
        overlay.setDossiers(window.soi.read());
        overlay.setViews([view]);
        await window.soi.settled();
        window.soi.openCard(view.code);
        return { calls: window.soi.calls, card: !!window.soi.root().querySelector('.card') };
      },
      TEXTS,
      inSync(madeCode(1)),
    );
    expect(seen).toEqual({ calls: [`panel ${madeCode(1)}`], card: false });
  });

  it.each([
    ['light', false],
    ['dark', true],
  ])('has enough contrast and no fault of its names and roles: %s', async (_, dark) => {
    const shown = await open(DETAIL, disagrees, { dark });
    await shown.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' });
    const faults = await shown.evaluate(async () => {
      window.soi.openCard('H26.14-261120-0001');
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
