/** The tour by itself: every page read, the popup used, each finding named, screenshots kept, and a verdict on the whole. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Sandbox, TourPage } from '../../tests/sandbox';
import type { DossierView } from '../../utils/view/dossier-view';
import type { Launched } from '../browser/launch';
import { type FrameState, readerStates, waitForReaders } from '../browser/reader-state';
import { openCard } from './open-card';
import { lookUp } from './popup';

interface Seen {
  verdicts: Map<string, DossierView>;
  prompts: number;
}

const VERDICTS = ['out-of-sync', 'in-sync', 'cannot-tell'] as const;

function counts(views: DossierView[]): string {
  return VERDICTS.map(
    (verdict) => `${views.filter((view) => view.verdict === verdict).length} ${verdict}`,
  ).join(', ');
}

const codesOf = (states: FrameState[]) =>
  states.flatMap(({ readings }) => readings.map(({ code }) => String(code)));

/** Waits until every dossier that the page holds was read and painted. */
async function settle(page: Page, extensionId: string, expected: TourPage): Promise<FrameState[]> {
  return waitForReaders(page, extensionId, (states) => {
    const codes = codesOf(states);
    const viewed = states.flatMap(({ views }) => views.map(({ code }) => code as string));
    return (
      states.some(({ settled }) => settled > 0) &&
      expected.holds.every((code) => codes.includes(code)) &&
      codes.every((code) => viewed.includes(code)) &&
      states.every(
        ({ components, prompts, settled }) => components.length === 0 || prompts > 0 || settled > 0,
      )
    );
  });
}

async function refresh(page: Page, extensionId: string): Promise<DossierView[]> {
  await page.bringToFront();
  return (await readerStates(page, extensionId)).flatMap(({ views }) => views);
}

const worstFirst = (one: DossierView, other: DossierView) =>
  VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict);

/** @returns true when it saw out of sync, in sync, cannot tell and a reuse prompt */
export async function tour(launched: Launched, sandbox: Sandbox, folder: string): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  const { browser, extensionId } = launched;
  const seen: Seen = { verdicts: new Map(), prompts: 0 };
  const open: { page: Page; place: TourPage; states: FrameState[] }[] = [];
  for (const place of sandbox.pages) {
    const page = await browser.newPage();
    await page.goto(place.url, { waitUntil: 'load' });
    open.push({ page, place, states: await settle(page, extensionId, place) });
  }
  // Each page is looked at again once all were seen: what a later page said changes the verdicts of an earlier one.
  for (const [index, { page, place, states }] of open.entries()) {
    const views = await refresh(page, extensionId);
    for (const view of views) seen.verdicts.set(view.codes[0] ?? view.code, view);
    const prompts = states.reduce((sum, state) => sum + state.prompts, 0);
    seen.prompts += prompts;
    const papers = prompts ? `, ${prompts} reuse prompts` : '';
    console.log(
      `${place.system} ${place.kind}: ${codesOf(states).length} dossiers read, ${counts(views)}${papers}`,
    );
    await openCard(
      page,
      [...views].sort(worstFirst).map(({ code }) => code),
    );
    await page.screenshot({
      path: join(
        folder,
        `${String(index + 1).padStart(2, '0')}-${place.system}-${place.kind}.png`,
      ) as `${string}.png`,
    });
  }
  for (const { code, findings } of seen.verdicts.values())
    for (const { rule, systems, reason } of findings)
      if (rule !== 'not-known-yet') console.log(`${code} ${systems.join(' ')} ${rule}: ${reason}`);
  const looked = await lookUp(launched, [...seen.verdicts.keys()][0] ?? '', join(folder, 'popup.png'));
  console.log(looked);

  const missing = VERDICTS.filter(
    (verdict) => ![...seen.verdicts.values()].some((view) => view.verdict === verdict),
  );
  const short = [...missing, ...(seen.prompts ? [] : ['reuse prompt'])];
  console.log(short.length ? `not seen: ${short.join(', ')}` : `all seen; screenshots in ${folder}`);
  return short.length === 0;
}
