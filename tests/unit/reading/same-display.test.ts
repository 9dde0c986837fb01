/** A page changed in what nobody sees, or beside its dossiers, reads as it did: every page of tests/pages, every change. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Launched, launch } from '../../../scripts/browser/launch';
import { pageScript } from '../../../scripts/page-script';

const root = new URL('../../pages/', import.meta.url);
const names = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

describe('a page that only looks different in its source reads the same', () => {
  let browser: Launched;
  let page: Page;
  beforeAll(async () => {
    const script = await pageScript(fileURLToPath(new URL('./same-display-in-page.ts', import.meta.url)));
    browser = await launch({ headless: true });
    page = await browser.browser.newPage();
    await page.evaluate(script);
  }, 60_000);
  afterAll(() => browser?.close());

  it.each(names)('%s', { timeout: 30_000 }, async (name) => {
    const html = readFileSync(new URL(`${name}/page.html`, root), 'utf8');
    const { otherwise } = await page.evaluate((source) => window.soiSameDisplay(source), html);
    expect(otherwise).toEqual({});
  });

  it('the changes are not made on empty pages', async () => {
    const html = readFileSync(new URL('material-table/page.html', root), 'utf8');
    expect((await page.evaluate((source) => window.soiSameDisplay(source), html)).dossiers).toBe(2);
  });
});
