/** An officer at work: sandbox, real browser with the built extension, signed in everywhere. One a test file. */
import type { Page } from 'puppeteer-core';
import { type LaunchOptions, launch } from '../../scripts/browser/launch';
import { type FrameState, waitForReaders } from '../../scripts/browser/reader-state';
import { EXTENSION } from '../../scripts/build';
import { signInEverywhere } from '../../scripts/tour/sign-in';
import {
  type Sandbox,
  type SandboxOptions,
  type SandboxSystem,
  startSandbox,
  type TourPage,
} from '../sandbox';

export type Officer = Awaited<ReturnType<typeof startOfficer>>;

export async function startOfficer(
  options: {
    sandbox?: SandboxOptions;
    /** One that runs already, and is left running. */
    standing?: Sandbox;
    launch?: Partial<LaunchOptions>;
  } = {},
) {
  const sandbox = options.standing ?? (await startSandbox(options.sandbox));
  const launched = await launch({
    extension: EXTENSION,
    headless: true,
    hostRules: sandbox.hostResolverRules,
    ...options.launch,
  });
  await signInEverywhere(launched.browser, sandbox);
  const { browser, extensionId } = launched;

  const at = async (url: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(url, { waitUntil: 'load' });
    return page;
  };

  return {
    ...launched,
    sandbox,
    /** Opens a page without waiting for the reader. */
    at,
    /** Opens a page and waits until its readers have read and shown at least so many dossiers. */
    async reads(url: string, least = 1): Promise<{ page: Page; states: FrameState[] }> {
      const page = await at(url);
      const states = await waitForReaders(page, extensionId, (all) => {
        const views = all.reduce((sum, { views: shown }) => sum + shown.length, 0);
        return all.some(({ settled }) => settled > 0) && views >= least;
      });
      return { page, states };
    },
    /** A page of the tour. */
    place(system: SandboxSystem, kind: TourPage['kind']): TourPage {
      const place = sandbox.pages.find((one) => one.system === system && one.kind === kind);
      if (!place) throw new Error(`the tour has no ${kind} of ${system}`);
      return place;
    },
    async extensionPage(name: string): Promise<Page> {
      return at(`chrome-extension://${extensionId}/${name}.html`);
    },
    async close() {
      await launched.close();
      if (!options.standing) await sandbox.close();
    },
  };
}

/** A page that is still on its way to its address: what was asked of it is asked again. */
const ON_ITS_WAY = /Execution context was destroyed|Cannot find context/;

/** Polls until a value is there, through a navigation too. @throws with what was waited for */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  withinMs = 15_000,
): Promise<T> {
  const until = Date.now() + withinMs;
  while (Date.now() < until) {
    const seen = await look().catch((error: unknown) => {
      if (!ON_ITS_WAY.test(String(error))) throw error;
    });
    if (seen) return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never came: ${what}`);
}
