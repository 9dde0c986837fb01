/** A world of its own inside a page, as content scripts have one: there every touched node costs more than in the page's. */
import type { Page } from 'puppeteer-core';

/** Evaluates an expression there, waits for what it promises and returns that by value. @throws what the expression throws */
export type Evaluate = <Result>(expression: string) => Promise<Result>;

export async function isolatedWorld(page: Page): Promise<Evaluate> {
  const client = await page.createCDPSession();
  const { frameTree } = await client.send('Page.getFrameTree');
  const { executionContextId: contextId } = await client.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'bench',
  });
  return async (expression) => {
    const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
}
