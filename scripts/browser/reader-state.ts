/** What the extension knows of a page, read from its isolated world through the debugging protocol: the page cannot. */
import type { CDPSession, Page } from 'puppeteer-core';
import type { DossierView } from '../../utils/view/dossier-view';

export interface FrameState {
  frameUrl: string;
  settled: number;
  /** Codes read, with the fields read of each. */
  readings: Record<string, string | boolean>[];
  components: string[];
  /** How many procedures the page names alone. */
  procedures: number;
  prompts: number;
  views: DossierView[];
}

interface Context {
  id: number;
  frameId: string;
}

const sessions = new WeakMap<Page, Promise<{ client: CDPSession; contexts: Map<number, Context> }>>();

function follow(page: Page, extensionId: string) {
  const known = sessions.get(page);
  if (known) return known;
  const started = (async () => {
    const client = await page.createCDPSession();
    const contexts = new Map<number, Context>();
    client.on('Runtime.executionContextCreated', ({ context }) => {
      const { id, origin, auxData } = context;
      if (origin.includes(extensionId) && auxData?.type === 'isolated')
        contexts.set(id, { id, frameId: auxData.frameId });
    });
    client.on('Runtime.executionContextDestroyed', ({ executionContextId }) =>
      contexts.delete(executionContextId),
    );
    client.on('Runtime.executionContextsCleared', () => contexts.clear());
    await client.send('Runtime.enable');
    return { client, contexts };
  })();
  sessions.set(page, started);
  return started;
}

// A reader that an update cut off is none any more.
const EXPRESSION = `globalThis.soiHoSo?.alive() ? {
  frameUrl: location.href,
  settled: soiHoSo.settled,
  readings: (soiHoSo.report?.dossiers ?? []).map(({ reading }) => reading),
  components: (soiHoSo.report?.components ?? []).map(({ text }) => text),
  procedures: soiHoSo.report?.procedures?.length ?? 0,
  prompts: soiHoSo.prompts,
  views: soiHoSo.views,
} : null`;

/** @returns the state of each frame that holds a reader, top frame first; empty where there is none */
export async function readerStates(page: Page, extensionId: string): Promise<FrameState[]> {
  return (await inReaders<FrameState | null>(page, extensionId, EXPRESSION)).filter(
    (state) => state !== null,
  );
}

/** Evaluates in every isolated world of the extension on the page. */
export async function inReaders<T>(page: Page, extensionId: string, expression: string): Promise<T[]> {
  const { client, contexts } = await follow(page, extensionId);
  const values: T[] = [];
  for (const context of [...contexts.values()]) {
    const { result } = await client
      .send('Runtime.evaluate', { expression, contextId: context.id, returnByValue: true })
      // The frame went away between listing and asking: it has nothing to say.
      .catch(() => ({ result: { value: null } }));
    values.push(result.value as T);
  }
  return values;
}

/** Waits until a condition over the page's readers holds. @throws with the last states when it does not in time */
export async function waitForReaders(
  page: Page,
  extensionId: string,
  holds: (states: FrameState[]) => boolean,
  timeoutMs = 15_000,
): Promise<FrameState[]> {
  const until = Date.now() + timeoutMs;
  let states: FrameState[] = [];
  while (Date.now() < until) {
    states = await readerStates(page, extensionId);
    if (holds(states)) return states;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(
    `the reader never came that far on ${page.url()}: ${JSON.stringify(states).slice(0, 2_000)}`,
  );
}
