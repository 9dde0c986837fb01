import { describe, expect, it } from 'vitest';
import { TEXTS } from './browser';
import { madeCode } from './made-codes';
import { scrolledTable, tableOf } from './made-pages';
import { inSync } from './made-views';
import { calls, cardClosed, cardOpen, disagrees, focused, geometry, middleOf, stage } from './stage';

const { open } = stage();

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
    await shown.evaluate(() => window.soi.marks()[0]?.focus());
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
