/** Exports public/icon/icon.svg to the PNG sizes Chrome wants: `npx tsx scripts/icons.ts`. Run after changing the drawing. */
import { readFile, writeFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './browser/find.mjs';

const folder = new URL('../public/icon/', import.meta.url);
const svg = await readFile(new URL('icon.svg', folder), 'utf8');
const executablePath = findBrowser();
if (!executablePath) throw new Error('no browser found');
const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
for (const size of [16, 32, 48, 128]) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await writeFile(new URL(`${size}.png`, folder), await page.screenshot({ omitBackground: true }));
}
await browser.close();
