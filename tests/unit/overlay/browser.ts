/** One Chromium for a test file, with the overlay bundled as the content script gets it. */
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { findBrowser } from '../../../scripts/browser/find.mjs';
import { OVERLAY_TEXT_KEYS } from '../../../utils/overlay/index';
import type { OverlayOptions } from '../../../utils/overlay/overlay';
import { translator } from '../../../utils/platform/i18n';
import type { DossierView } from '../../../utils/view/dossier-view';
import type {} from './harness';

export const TEXTS = Object.fromEntries(OVERLAY_TEXT_KEYS.map((key) => [key, translator('vi')(key)]));

/** @param file of this folder, without its extension. @returns the code of one script that stands alone, minified. */
export async function bundle(path: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      target: 'chrome120',
      lib: { entry: fileURLToPath(new URL(path, import.meta.url)), formats: ['iife'], name: 'bundle' },
    },
  });
  const output = Array.isArray(built) ? built[0] : built;
  if (!output || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}

export function launch(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: findBrowser() ?? '',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'],
  });
}

/** A page with this body, the overlay started, and a view for each code by `viewOf`. */
export async function openPage(
  browser: Browser,
  script: string,
  html: string,
  viewOf: (code: string, at: number) => DossierView | null,
  setup: {
    viewport?: { width: number; height: number; deviceScaleFactor?: number };
    dark?: boolean;
    options?: Partial<OverlayOptions>;
  } = {},
): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport(setup.viewport ?? { width: 1200, height: 720 });
  if (setup.dark) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await page.setContent(html);
  await page.addScriptTag({ content: script });
  const codes = await page.evaluate(() => window.soi.read().map(({ code }) => code));
  const views = codes.map(viewOf).filter((view) => view !== null);
  await page.evaluate(
    async (texts, options, given) => {
      const overlay = window.soi.start(texts, options);
      overlay.setDossiers(window.soi.read());
      overlay.setViews(given);
      await window.soi.settled();
    },
    TEXTS,
    setup.options ?? {},
    views,
  );
  return page;
}
