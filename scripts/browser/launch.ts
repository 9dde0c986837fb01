/** Starts a real browser with the built extension and, where asked, the systems' host names on this machine. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import puppeteer, { type Browser, type WebWorker } from 'puppeteer-core';
import { findBrowser } from './find.mjs';

export interface LaunchOptions {
  /** Folder of the built extension; without it a plain browser starts. */
  extension?: string;
  headless: boolean;
  /** Value of --host-resolver-rules: which hosts are served on this machine. All others are unknown. */
  hostRules?: string;
  /** Keeps the profile after closing; by default a new one is made and removed. */
  userDataDir?: string;
  viewport?: { width: number; height: number; deviceScaleFactor?: number } | null;
  args?: string[];
}

export interface Launched {
  browser: Browser;
  /** Empty without an extension. */
  extensionId: string;
  userDataDir: string;
  /** The background's worker, waking it when it sleeps. */
  worker(): Promise<WebWorker>;
  close(): Promise<void>;
}

/** Quiet, closed to the network, the same on every machine. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-component-update',
  '--disable-sync',
  '--ignore-certificate-errors',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,Translate',
  '--lang=vi',
];

/** Google Chrome and Edge dropped --load-extension; there puppeteer loads it through the debugging pipe. */
function takesLoadFlag(executable: string): boolean {
  return basename(executable).includes('chromium');
}

async function workerOf(browser: Browser, extensionId: string): Promise<WebWorker> {
  const target = await browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().startsWith(`chrome-extension://${extensionId}/`),
    { timeout: 20_000 },
  );
  const worker = await target.worker();
  if (!worker) throw new Error('the background worker ended while it was looked for');
  return worker;
}

async function idOf(browser: Browser): Promise<string> {
  const target = await browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().startsWith('chrome-extension://'),
    { timeout: 20_000 },
  );
  return new URL(target.url()).host;
}

/** Wakes a sleeping worker by a message from one of the extension's own pages. */
async function wake(browser: Browser, extensionId: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${extensionId}/help.html`);
  await page.evaluate(() => chrome.runtime.sendMessage({}).catch(() => undefined));
  await page.close();
}

export async function launch(options: LaunchOptions): Promise<Launched> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chrome, Chromium or Edge found: install one or set CHROME_PATH.');
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'soi-ho-so-')));
  const byFlag = takesLoadFlag(executablePath);
  const { extension } = options;
  const browser = await puppeteer.launch({
    executablePath,
    headless: options.headless,
    userDataDir,
    defaultViewport: options.viewport === undefined ? { width: 1280, height: 800 } : options.viewport,
    pipe: true,
    ...(extension && !byFlag ? { enableExtensions: [extension] } : {}),
    ignoreDefaultArgs: extension && byFlag ? ['--disable-extensions'] : [],
    args: [
      ...FLAGS,
      ...(options.headless ? ['--disable-background-networking'] : []),
      ...(extension && byFlag
        ? [`--load-extension=${extension}`, `--disable-extensions-except=${extension}`]
        : []),
      ...(options.hostRules ? [`--host-resolver-rules=${options.hostRules}`] : []),
      ...(options.args ?? []),
    ],
  });
  const extensionId = extension ? await idOf(browser) : '';
  if (extension) await ready(browser, extensionId);
  return {
    browser,
    extensionId,
    userDataDir,
    async worker() {
      const live = browser
        .targets()
        .some((one) => one.type() === 'service_worker' && one.url().includes(extensionId));
      if (!live) await wake(browser, extensionId);
      return workerOf(browser, extensionId);
    },
    async close() {
      await browser.close();
      if (!options.userDataDir) await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The worker's APIs come a moment after the worker: the reader must be registered before a page is opened. */
async function ready(browser: Browser, extensionId: string): Promise<void> {
  const until = Date.now() + 20_000;
  while (Date.now() < until) {
    const worker = await workerOf(browser, extensionId);
    const registered = await worker
      .evaluate(async () => ((await chrome?.scripting?.getRegisteredContentScripts?.()) ?? []).length)
      // Asked before its script ran: the next look may find it.
      .catch(() => 0);
    if (registered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the reader was not registered within 20 s');
}
