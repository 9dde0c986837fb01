/** All that the extension keeps: its databases and its storage areas. */
import type { Page } from 'puppeteer-core';

/** @param page one of the extension's own pages */
export async function storeOf(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const tables: Record<string, unknown[]> = {};
    for (const name of names) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of db.objectStoreNames)
        tables[store] = await new Promise((resolve, reject) => {
          const all = db.transaction(store).objectStore(store).getAll();
          all.onsuccess = () => resolve(all.result);
          all.onerror = () => reject(all.error);
        });
      db.close();
    }
    const { local, session, sync } = chrome.storage;
    return { tables, local: await local.get(), session: await session.get(), sync: await sync.get() };
  });
}
