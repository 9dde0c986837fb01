/** Signs an officer in to every system of the sandbox: cookies and the pages' own storage, as the login pages would. */
import type { Browser, Page } from 'puppeteer-core';
import type { Sandbox, SandboxSystem } from '../../tests/sandbox';

/** Puts one system's session into the browser. */
export async function signInTo(browser: Browser, sandbox: Sandbox, system: SandboxSystem): Promise<void> {
  const { cookies, localStorage, origin } = sandbox.signIn(system);
  if (cookies) await browser.setCookie(...cookies);
  if (localStorage) await withPage(browser, (page) => store(page, origin, localStorage));
}

async function withPage(browser: Browser, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage();
  try {
    await work(page);
  } finally {
    await page.close();
  }
}

/** Storage belongs to an origin: an empty page of that origin is the quietest way in. */
async function store(page: Page, origin: string, items: Record<string, string>): Promise<void> {
  await page.setRequestInterception(true);
  page.on(
    'request',
    (request) => void request.respond({ status: 200, contentType: 'text/html', body: '<title>·</title>' }),
  );
  await page.goto(`${origin}/`);
  await page.evaluate((entries) => {
    for (const [key, value] of Object.entries(entries)) window.localStorage.setItem(key, value);
  }, items);
}

export const SYSTEMS: SandboxSystem[] = [
  'national-portal',
  'coordination',
  'ministry-g18',
  'ministry-g11',
  'province-h26',
  'land',
];

export async function signInEverywhere(browser: Browser, sandbox: Sandbox): Promise<void> {
  for (const system of SYSTEMS) await signInTo(browser, sandbox, system);
}
