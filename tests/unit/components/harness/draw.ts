/**
 * Draws every page of the extension with made-up dossiers in Chromium, light, dark, at 200 %, in English, asks axe-core
 * about each, and writes pictures: `npx tsx tests/unit/components/harness/draw.ts OUT_DIR [SCENE …]`.
 * Prints one line a picture; exits 1 when axe finds anything.
 */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import puppeteer, { type Page } from 'puppeteer-core';
import { build, preview } from 'vite';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const SIZES: Record<string, [width: number, height: number]> = {
  popup: [400, 560],
  panel: [380, 800],
  options: [900, 1000],
  board: [1100, 800],
  help: [900, 900],
};
const SCENES = [
  'popup-recent popup-empty popup-selected popup-bad popup-found popup-today',
  'panel-empty panel-found panel-in-sync panel-aside panel-dismiss panel-report panel-pilot',
  'options options-policy options-pilot board board-empty help',
].flatMap((line) => line.split(' '));
const LOOKS = [
  { name: 'light', scheme: 'light', zoom: 1, language: 'vi' },
  { name: 'dark', scheme: 'dark', zoom: 1, language: 'vi' },
  { name: 'zoom', scheme: 'light', zoom: 2, language: 'vi' },
  { name: 'english', scheme: 'light', zoom: 1, language: 'en' },
];

interface Violation {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}

async function violations(page: Page): Promise<Violation[]> {
  return (await page.evaluate(
    'axe.run(document, { runOnly: ["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"] }).then((r) => r.violations)',
  )) as Violation[];
}

async function main(outDir: string, only: string[]): Promise<number> {
  await mkdir(outDir, { recursive: true });
  const built = await mkdtemp(join(tmpdir(), 'soi-pages-'));
  await build({
    root: HERE,
    configFile: false,
    logLevel: 'error',
    plugins: [tailwindcss()],
    build: { outDir: built, emptyOutDir: true },
  });
  const server = await preview({
    root: HERE,
    configFile: false,
    logLevel: 'error',
    build: { outDir: built },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const profile = await mkdtemp(join(tmpdir(), 'soi-profile-'));
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    userDataDir: profile,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  });
  const axe = await readFile(AXE, 'utf8');
  const base = server.resolvedUrls?.local[0];
  let wrong = 0;
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => {
      wrong += 1;
      console.log(`page error: ${String(error)}`);
    });
    for (const scene of only.length > 0 ? only : SCENES) {
      for (const look of LOOKS) {
        const [width, height] = SIZES[scene.split('-')[0] ?? ''] ?? [900, 900];
        // At 200 % the window holds half as many CSS pixels; the popup's window grows with it, up to 800 × 600.
        const zoomed = scene.startsWith('popup') ? width : Math.round(width / look.zoom);
        await page.setViewport({ width: zoomed, height, deviceScaleFactor: look.zoom });
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: look.scheme }]);
        await page.goto(`${base}?show=${scene}&language=${look.language}`);
        await page.waitForSelector('main');
        await page.evaluate('new Promise((done) => setTimeout(done, 250))');
        await page.screenshot({
          path: join(outDir, `${scene}-${look.name}.png`) as `${string}.png`,
          fullPage: true,
        });
        await page.evaluate(axe);
        const found = await violations(page);
        const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        console.log(
          `${scene} ${look.name}: ${found.length} violations${Number(wide) > 0 ? `, ${wide} px too wide` : ''}`,
        );
        if (Number(wide) > 0) wrong += 1;
        for (const { id, nodes } of found) {
          wrong += 1;
          console.log(
            `  ${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n    ')}`,
          );
        }
      }
    }
  } finally {
    await browser.close();
    await server.close();
    await rm(built, { recursive: true, force: true });
    await rm(profile, { recursive: true, force: true });
  }
  return wrong;
}

const [outDir = join(tmpdir(), 'soi-pages-pictures'), ...only] = process.argv.slice(2);
process.exitCode = (await main(outDir, only)) > 0 ? 1 : 0;
