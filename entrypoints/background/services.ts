/** What the background's handlers share, opened when first needed: a worker starts anew for every burst of messages. */
import type { Reading, Sighting } from '../../utils/dossier/sighting';
import { nowInstant } from '../../utils/dossier/time';
import { type Ledger, openLedger } from '../../utils/ledger/database';
import { prune } from '../../utils/ledger/prune';
import { type PurgePorts, purgeToShare, purgeToSize } from '../../utils/ledger/purge-to-size';
import { settle } from '../../utils/ledger/settle';
import { type Asker, createAsker } from '../../utils/lookup/asker';
import { mayAskAlone, openedAt } from '../../utils/lookup/automatic';
import { type BatchRunner, createBatchRunner } from '../../utils/lookup/batch';
import { createPageShares, type PageShares } from '../../utils/lookup/page-shares';
import { tabHosts } from '../../utils/lookup/tab-answer';
import { callInTab, tabsOf } from '../../utils/platform/ask-in-tab';
import { browser, chromeOnly } from '../../utils/platform/browser';
import { fetchOnce } from '../../utils/platform/fetch-once';
import { readable } from '../../utils/platform/host-access';
import { translator } from '../../utils/platform/i18n';
import { noteLedger } from '../../utils/platform/ledger-notices';
import { addressOf, keepPageShares, keptPageShares } from '../../utils/platform/page';
import { openParser, parseHtml } from '../../utils/platform/parse-html';
import { loadProcedures } from '../../utils/platform/procedures-file';
import { loadSettings } from '../../utils/platform/settings-store';
import { tellPages } from '../../utils/platform/tabs';
import type { Settings } from '../../utils/policy/settings';
import { profileOf } from '../../utils/systems';
import { type Procedures, parseProcedures } from '../../utils/systems/procedures';
import { stillOpen } from '../../utils/view/still-open';
import { viewsOf } from '../../utils/view/views-of';
import { countInPilot } from './count-in-pilot';
import { createLedgerKeeper, type LedgerKeeper } from './ledger-keeper';

export interface Services {
  settings(): Promise<Settings>;
  /** The settings changed: the next caller reads them anew, and who waits to ask looks again. */
  settingsChanged(): Promise<void>;
  db(): Ledger;
  keeper: LedgerKeeper;
  /** What was seen and could not be kept, the latest last; written with what comes next. */
  unwritten: Sighting[];
  /** The catalogue of procedures, loaded only once a reading names a procedure. */
  procedures(said: readonly Pick<Reading, 'procedureCode' | 'procedureName'>[]): Promise<Procedures>;
  catalogue(): Promise<Procedures>;
  asker(): Promise<Asker>;
  batch(): Promise<BatchRunner>;
  prune(): Promise<void>;
  /** Puts long lists that were put down as they came where they belong, and tells the pages. */
  settle(): Promise<void>;
  pageShares: PageShares;
  /** A tab has a new page since then (ms), or is closed: what was asked for it without a click is wanted no more. */
  pageGone(tabId: number, since?: number): Promise<void>;
  /** Asks again what a worker that died had under way. */
  resumeAsking(): Promise<void>;
}

/** Chrome's estimate tells what the databases alone take. */
type StorageTaken = StorageEstimate & { usageDetails?: { indexedDB?: number } };

/** Seconds without mouse or keyboard after which nobody counts as being there; Chrome's least is 15. */
const IDLE_S = 60;

/** Alarm of a wait that may outlive this worker. */
export const RESUME_ASKING = 'resume-asking';

const NO_PROCEDURES = parseProcedures('');

let setting: Promise<void> = Promise.resolve();

/** One alarm serves every host that waits: the earliest wins, and who is woken sets the next. Calls wait for one another. */
function wakeBy(when: number): Promise<void> {
  setting = setting
    .catch(() => undefined)
    .then(async () => {
      const set = await browser.alarms.get(RESUME_ASKING);
      if (!set || set.scheduledTime > when || set.scheduledTime < Date.now())
        await browser.alarms.create(RESUME_ASKING, { when });
    });
  return setting;
}

export function createServices(): Services {
  let settings: Promise<Settings> | null = null;
  let db: Ledger | null = null;
  let catalogue: Promise<Procedures> | null = null;
  let asker: Promise<Asker> | null = null;
  let batch: Promise<BatchRunner> | null = null;
  let settling: Promise<void> = Promise.resolve();
  let settlesNext: Promise<void> | null = null;

  const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

  const settleNow = async () => {
    settlesNext = null;
    try {
      const settled = await services.keeper.write((ledger) => settle(ledger, pause));
      if (!settled?.done.length) return;
      await tellPages(await services.settings(), { push: 'ledger-changed', codes: settled.done });
    } catch (error) {
      console.error('a list is not in its place yet', error);
    }
  };

  const purging = async (): Promise<PurgePorts> => {
    const settings = await services.settings();
    return {
      stillOpen: (files) => stillOpen(services.db(), files, { settings, now: Date.now() }),
      pause,
    };
  };

  const services: Services = {
    settings() {
      settings ??= loadSettings();
      return settings;
    },
    db() {
      db ??= openLedger();
      return db;
    },
    keeper: createLedgerKeeper({
      db: () => services.db(),
      renew: (fresh) => {
        db = fresh;
        // They hold the one that is gone.
        asker = null;
        batch = null;
      },
      purgeToShare: async (ledger, share) => purgeToShare(ledger, share, await purging()),
      now: () => Date.now(),
    }),
    unwritten: [],
    async procedures(said) {
      const named = said.some(({ procedureCode, procedureName }) => procedureCode || procedureName);
      return named ? services.catalogue() : NO_PROCEDURES;
    },
    catalogue() {
      catalogue ??= services.settings().then(({ procedures }) => loadProcedures(procedures));
      return catalogue;
    },
    asker() {
      asker ??= services.settings().then(() => {
        const queue = createAsker({
          db: services.db(),
          settings: services.settings,
          ports: {
            fetch: fetchOnce,
            parseHtml: (html, url, system) => parseHtml(html, url, profileOf(system)),
            procedures: services.procedures,
            meanwhile: ({ connector }) => {
              // The answer may name a procedure by its words alone: all names are folded while the system works.
              void services.catalogue().then((known) => known.codeOf(''));
              // Where it cannot be opened, the answer that needs it says so.
              if (connector?.kind === 'html') void openParser().catch(() => undefined);
            },
            callInTab: async (call, system) => {
              const { askInTabs } = await services.settings();
              return callInTab(call, tabHosts(system, askInTabs));
            },
            mayReach: async (hostname) => (await readable([`*://${hostname}/*`]))[0] !== null,
            isTabOpen: async (system) => {
              const { askInTabs } = await services.settings();
              return (await tabsOf(tabHosts(system, askInTabs))).length > 0;
            },
            mayAskAlone: async (system, host, pages) =>
              mayAskAlone(system, await services.settings(), {
                host,
                attended: (await chromeOnly.idle.queryState(IDLE_S)) === 'active',
                shown: await services.pageShares.isOpen(pages),
                openedAt: await openedAt(services.db(), system.id),
                now: Date.now(),
              }),
            wakeAt: (when) => void wakeBy(when),
          },
          now: () => Date.now(),
          onChange: async (codes) => {
            if ((await services.db().batches.count()) > 0) await (await services.batch()).look();
            const inForce = await services.settings();
            await tellPages(inForce, { push: 'ledger-changed', codes });
            if (!inForce.pilot.on) return;
            const [now, t] = [Date.now(), translator(inForce.language)];
            const views = await viewsOf(services.db(), codes, { settings: inForce, now, t });
            await countInPilot(services.db(), views, nowInstant(now));
          },
        });
        // Before any click: what a dead worker left is taken up, or ended. A ledger that cannot be read is heard of elsewhere.
        void queue.resume().catch(() => undefined);
        return queue;
      });
      return asker;
    },
    batch() {
      batch ??= services.asker().then((queue) =>
        createBatchRunner({
          db: services.db(),
          settings: services.settings,
          asker: queue,
          now: () => Date.now(),
          wakeAt: (when) => void wakeBy(when),
        }),
      );
      return batch;
    },
    async prune() {
      await services.settle();
      const { retentionDays, ledgerMegabytes } = await services.settings();
      const now = Date.now();
      await services.keeper.write((ledger) => prune(ledger, { retentionDays, now }));
      const { usageDetails, usage = 0 } = (await navigator.storage.estimate()) as StorageTaken;
      const size = { usedBytes: usageDetails?.indexedDB ?? usage, limitBytes: ledgerMegabytes * 1e6 };
      const gone = await services.keeper.write(async (ledger) => purgeToSize(ledger, size, await purging()));
      if (gone?.done) await noteLedger({ purged: { at: nowInstant(now), dossiers: gone.done } });
    },
    settle() {
      // One that is under way may have looked for the last time already.
      settlesNext ??= settling.then(() => {
        settling = settleNow();
        return settling;
      });
      return settlesNext;
    },
    async settingsChanged() {
      settings = null;
      catalogue = null;
      if (asker) (await asker).wake();
      if (batch) await (await batch).look();
    },
    pageShares: createPageShares({
      kept: keptPageShares,
      keep: keepPageShares,
      addressOf,
      now: () => Date.now(),
    }),
    async pageGone(tabId, since) {
      if (await services.pageShares.leave(tabId, since)) (await services.asker()).wake();
    },
    async resumeAsking() {
      if ((await services.db().asking.count()) > 0) await (await services.asker()).resume();
      if ((await services.db().batches.count()) > 0) await (await services.batch()).look();
    },
  };
  return services;
}
