/** Opens the card of a dossier as an officer does: by a click on its mark. */
import type { Page } from 'puppeteer-core';
import { painted } from '../browser/painted';

/** @returns the card's text, or null when the dossier has no mark in view */
export async function openCard(page: Page, code: string): Promise<string | null> {
  const mark = (await painted(page)).find(
    ({ label, role, box }) => role === 'button' && label.includes(code) && box && box.width > 0,
  );
  if (!mark?.box) return null;
  await page.mouse.click(mark.box.x + mark.box.width / 2, mark.box.y + mark.box.height / 2);
  for (let tries = 0; tries < 40; tries++) {
    const card = (await painted(page)).find(({ role }) => role === 'dialog');
    if (card) return card.text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return null;
}
