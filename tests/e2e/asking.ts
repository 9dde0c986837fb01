/** Asking systems as the popup does, and looking up what came of it; one of the extension's own pages is the door. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Outcome } from '../../utils/dossier/sighting';
import type { Try } from '../../utils/ledger/database';
import { managedValues } from '../../utils/policy/managed-schema';
import { eventually, type Officer } from './officer';

/** Of the right form, and nobody's, by who could hold it. */
export const NOBODYS: Record<string, string> = {
  land: 'H15.18-260105-9999',
  'province-h56': 'H56.18-260105-9999',
  insurance: '00001/2026/07998',
};
export const NOBODYS_ANYWHERE = 'H26.18-260105-9999';

export interface Asking {
  page: Page;
  /** What the extension's database holds. */
  rows<T>(table: string): Promise<T[]>;
  /** Hosts that failed before are asked again at once. */
  forgive(): Promise<void>;
  /** As if no system had been opened for long. */
  forgetOpened(): Promise<void>;
  /** @returns what came of asking one system, and what the ledger then says the state is */
  ask(system: string, code: string): Promise<{ outcome: Outcome; status?: string }>;
}

/** Puts a policy in force as Chrome would have handed it over. */
export async function setPolicy(officer: Officer, policy: Record<string, unknown>): Promise<void> {
  const worker = await officer.worker();
  await worker.evaluate(async (lastPolicy) => {
    // The check whether it is gone would take it away a minute after the start.
    await chrome.alarms.clear('policy-check');
    await chrome.storage.local.set({ lastPolicy });
  }, managedValues(policy));
}

/** Nobody sits at this machine: the browser is told that somebody does, until its worker ends. */
export async function attended(officer: Officer, state: 'active' | 'locked'): Promise<void> {
  const worker = await officer.worker();
  await worker.evaluate((now) => {
    chrome.idle.queryState = (async () => now) as typeof chrome.idle.queryState;
  }, state);
}

export async function startAsking(officer: Officer): Promise<Asking> {
  const page = await officer.extensionPage('help');
  const inStore = <T>(table: string, mode: IDBTransactionMode, deed: 'getAll' | 'clear'): Promise<T[]> =>
    page.evaluate(
      async (name, how, what) => {
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open('so-ho-so');
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error);
        });
        const done = await new Promise<unknown>((resolve, reject) => {
          const asked = db.transaction(name, how).objectStore(name)[what]();
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(asked.error);
        });
        db.close();
        return done as T[];
      },
      table,
      mode,
      deed,
    ) as Promise<T[]>;
  const rows = <T>(table: string) => inStore<T>(table, 'readonly', 'getAll');
  return {
    page,
    rows,
    forgive: async () => void (await inStore('hosts', 'readwrite', 'clear')),
    forgetOpened: async () => void (await inStore('meta', 'readwrite', 'clear')),
    async ask(system, code) {
      const since = new Date().toISOString();
      // Settings that were just changed may not be in force yet.
      await eventually(`${system} to be asked`, async () => {
        const reply = await page.evaluate(
          (payload) => chrome.runtime.sendMessage({ name: 'dossier/ask', payload }),
          { code, systems: [system], why: 'popup' },
        );
        return (reply as { answer?: { asked: string[] } }).answer?.asked.includes(system);
      });
      const fits = (one: { code: string; system: string }) => one.code === code && one.system === system;
      const made = await eventually(
        `an answer of ${system}`,
        async () => (await rows<Try>('tries')).find((one) => fits(one) && one.at >= since),
        25_000,
      );
      const latest = (await rows<{ code: string; system: string; status?: string }>('latest')).find(fits);
      const status = made.outcome === 'found' ? latest?.status : undefined;
      return { outcome: made.outcome, ...(status !== undefined && { status }) };
    },
  };
}

/** Asks and expects. */
export async function expectOutcome(
  { ask }: Asking,
  system: string,
  code: string,
  outcome: Outcome,
): Promise<void> {
  expect((await ask(system, code)).outcome).toBe(outcome);
}
