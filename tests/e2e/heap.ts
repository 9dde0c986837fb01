/** How much memory the extension's hidden parts hold once everything that can go is gone. */
import type { Browser, Target } from 'puppeteer-core';

async function heapOf(target: Target): Promise<number> {
  const client = await target.createCDPSession();
  try {
    await client.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize } = await client.send('Runtime.getHeapUsage');
    return usedSize + backingStorageSize;
  } finally {
    await client.detach();
  }
}

/** Bytes of the background's worker and of the document that parses answers, buffers included. */
export async function hiddenHeap(browser: Browser): Promise<{ worker: number; parser: number }> {
  const targets = browser.targets().filter((one) => one.url().startsWith('chrome-extension://'));
  const worker = targets.find((one) => one.type() === 'service_worker');
  const parser = targets.find((one) => one.url().endsWith('/offscreen.html'));
  if (!worker || !parser) throw new Error('the worker or the parsing document is not there');
  return { worker: await heapOf(worker), parser: await heapOf(parser) };
}
