/** What an officer does with the papers of a page: open it, look at its marks, open a card, press a button. */
import type { Page } from 'puppeteer-core';
import { type Painted, painted } from '../../scripts/browser/painted';
import { waitForReaders } from '../../scripts/browser/reader-state';
import { cardText } from '../../scripts/tour/open-card';
import { eventually, type Officer } from './officer';

/** Opens a page and waits until its prompts are painted. */
export async function components(officer: Officer, url: string): Promise<{ page: Page; prompts: number }> {
  const page = await officer.at(url);
  const states = await waitForReaders(page, officer.extensionId, (all) =>
    all.some(({ settled, components: lines }) => settled > 0 && lines.length > 0),
  );
  return { page, prompts: states.reduce((sum, { prompts }) => sum + prompts, 0) };
}

export async function marks(page: Page): Promise<Painted[]> {
  return (await painted(page)).filter(({ role, box }) => role === 'button' && box);
}

export async function click(page: Page, { box }: Painted): Promise<void> {
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
}

/** Opens the card of the mark whose label says this. */
export async function cardOf(page: Page, words: RegExp): Promise<string> {
  const mark = await eventually(`a mark that says ${words}`, async () =>
    (await marks(page)).find(({ label }) => words.test(label)),
  );
  await click(page, mark);
  return eventually(`the card of ${words}`, async () => {
    const text = await cardText(page);
    return text && words.test(text) && text;
  });
}

export async function press(page: Page, words: RegExp): Promise<void> {
  const button = await eventually(`the button ${words}`, async () =>
    (await marks(page)).find(({ text }) => words.test(text)),
  );
  await click(page, button);
}

/** The detail of a dossier of this procedure that a system holds. */
export function detailOf(
  officer: Officer,
  procedure: string,
  except: string[] = [],
): { url: string; code: string } {
  const holding = officer.sandbox.world
    .held('province-h26')
    .find(({ code, dossier }) => dossier.procedure.code === procedure && !except.includes(code));
  if (!holding) throw new Error(`nobody applied for ${procedure}`);
  const { dossier, code } = holding;
  return { url: `https://dichvucong.hanoi.gov.vn/ho-so/chi-tiet/${dossier.numericId}`, code };
}
