/** Opens the card of a dossier as an officer does: by a click on its mark. */
import type { Page } from 'puppeteer-core';
import { type Painted, painted } from '../browser/painted';

/** Marks are painted a moment after the page settled; what has none by then is not in view. */
const PATIENCE_MS = 2_000;

async function until<T>(look: () => Promise<T | null | undefined>): Promise<T | null> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const seen = await look();
    if (seen) return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return null;
}

/** @returns the mark in view of the first of these dossiers that has one */
export async function markOf(page: Page, codes: string[]): Promise<Painted | null> {
  return until(async () => {
    const marks = (await painted(page)).filter(({ role, box }) => role === 'button' && box && box.width > 0);
    return codes.flatMap((code) => marks.find(({ label }) => label.includes(code)) ?? [])[0];
  });
}

/** @returns the card's text, or null when none of the dossiers has a mark in view */
export async function openCard(page: Page, codes: string[]): Promise<string | null> {
  const mark = await markOf(page, codes);
  if (!mark?.box) return null;
  await page.mouse.click(mark.box.x + mark.box.width / 2, mark.box.y + mark.box.height / 2);
  return cardText(page);
}

/** @returns the text of the card that is open, or null when none opens */
export function cardText(page: Page): Promise<string | null> {
  return until(async () => (await painted(page)).find(({ role }) => role === 'dialog')?.text);
}
