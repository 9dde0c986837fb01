/** What the background answers to each message. Who may send what is checked before (utils/platform/serve.ts). */
import type { Reading, SystemId } from '../../utils/dossier/sighting';
import { nowInstant } from '../../utils/dossier/time';
import { dismiss, restore } from '../../utils/ledger/dismissals';
import { find } from '../../utils/ledger/find';
import { fittedPlaces, noteLayout } from '../../utils/ledger/layouts';
import { link } from '../../utils/ledger/links';
import { countSpared, noteNumbers } from '../../utils/ledger/papers';
import { endPause, pauseSystem } from '../../utils/ledger/pauses';
import { answerFinding } from '../../utils/ledger/pilot';
import { eraseAll } from '../../utils/ledger/prune';
import { remember } from '../../utils/ledger/recent';
import { record } from '../../utils/ledger/record';
import { separate } from '../../utils/ledger/separate-codes';
import { sightingOf } from '../../utils/ledger/sighting-of';
import { noteOpened } from '../../utils/lookup/automatic';
import { endOfDay } from '../../utils/lookup/pace';
import { OVERLAY_TEXT_KEYS } from '../../utils/overlay/texts';
import { forgetConcerns, setConcerns } from '../../utils/platform/badge';
import { browser } from '../../utils/platform/browser';
import { translator } from '../../utils/platform/i18n';
import type { PageSetup } from '../../utils/platform/messages';
import { openSidePanel, setPanelDossier } from '../../utils/platform/page';
import type { Handlers, Sender } from '../../utils/platform/serve';
import { injectScript, tellPages } from '../../utils/platform/tabs';
import type { Settings } from '../../utils/policy/settings';
import { isInUse } from '../../utils/reuse/databases';
import { REUSE_TEXT_KEYS } from '../../utils/reuse/texts';
import { profileOf, systemOfUrl } from '../../utils/systems';
import type { System } from '../../utils/systems/system';
import { forPage } from '../../utils/view/for-page';
import { viewsOf, viewsWithout } from '../../utils/view/views-of';
import { countInPilot } from './count-in-pilot';
import { procedureKnown, proceduresNamed } from './procedure-known';
import type { Services } from './services';
import { takeIn } from './take-in';

/** The system a page belongs to. A page may name its path (routes of single-page apps), never another origin. */
function systemHere(settings: Settings, sender: Sender, url: string): System | null {
  if (sender.from !== 'page' || new URL(sender.url).origin !== new URL(url).origin) return null;
  return systemOfUrl(settings.systems, url);
}

/** A few screens of a long list; what is older is read again when its page is. */
const MOST_UNWRITTEN = 2_000;

function setupFor(system: System, settings: Settings, fitted: string[]): PageSetup {
  const t = translator(settings.language);
  return {
    system: { id: system.id, name: system.name, shortName: system.shortName },
    profile: profileOf(system),
    fitted,
    texts: Object.fromEntries(
      // What varies is filled in by the page: the places stay as they stand in the file.
      [...OVERLAY_TEXT_KEYS, ...REUSE_TEXT_KEYS].map((key) => [key, t(key, ['$1', '$2', '$3'])]),
    ),
    databases: settings.databases,
    showCannotTell: settings.showCannotTell,
    ...(settings.pilot.on && { unpainted: true as const }),
  };
}

export function createHandlers(services: Services): Handlers {
  const recordReadings = async (system: System, readings: Reading[]) => {
    const seenAt = nowInstant(Date.now());
    const procedures = await services.procedures(readings);
    const sightings = readings.map((reading) =>
      sightingOf(reading, { system: system.id, via: 'page', seenAt, procedures }),
    );
    const named = sightings.flatMap(({ procedureCode, procedureName: name }): [string, string][] => {
      const number = !procedureCode && name && procedures.codeOf(name);
      return number ? [[name, number]] : [];
    });
    const kept = await services.keeper.write(async (db) => {
      await noteNumbers(db, new Map(named));
      return record(db, [...services.unwritten, ...sightings]);
    });
    services.unwritten = kept ? [] : [...services.unwritten, ...sightings].slice(-MOST_UNWRITTEN);
    if (kept?.done.length) {
      void tellPages(await services.settings(), { push: 'ledger-changed', codes: kept.done });
    }
  };

  const views = async (codes: string[], here: SystemId | undefined) => {
    const settings = await services.settings();
    const t = translator(settings.language);
    const catalogue = await services.catalogue();
    const now = Date.now();
    const context = { settings, here, now, catalogue, t, unwritten: services.unwritten };
    const made = await services.keeper.read((db) => viewsOf(db, codes, context));
    if (!made) return viewsWithout(codes, context);
    if (settings.pilot.on) await services.keeper.write((db) => countInPilot(db, made.done, nowInstant(now)));
    return made.done;
  };

  const signedIn = (system: System): void => void services.batch().then((batch) => batch.signedIn(system.id));

  const tellChanged = async (codes: string[]) => {
    await tellPages(await services.settings(), { push: 'ledger-changed', codes });
    return { ok: true };
  };

  return {
    'page/hello': async ({ url, since, opened }, sender) => {
      const settings = await services.settings();
      const system = systemHere(settings, sender, url);
      if (!system) return null;
      const tab = sender.from === 'page' && sender.frameId === 0 ? sender.tabId : undefined;
      if (tab !== undefined && since !== undefined) {
        await forgetConcerns(tab, since);
        await services.pageGone(tab, since);
      }
      const fitted = await services.keeper.write(async (db) => {
        if (opened) await noteOpened(db, system.id, Date.now());
        return fittedPlaces(db, system.id);
      });
      if (opened) signedIn(system);
      return setupFor(system, settings, fitted?.done ?? []);
    },
    'page/record': async ({ url, readings, layout = 'none', anew }, sender) => {
      const settings = await services.settings();
      const system = systemHere(settings, sender, url);
      if (!system) return { refused: 'foreign' };
      await recordReadings(system, readings);
      const at = nowInstant(Date.now());
      await services.keeper.write((db) => noteLayout(db, { system: system.id, url, layout, at }));
      if (sender.from === 'page' && settings.askAutomatically.length > 0)
        void injectScript(sender.tabId, sender.frameId, 'in-view');
      const codes = readings.map(({ code }) => code);
      const answer = forPage(await views(codes, system.id));
      // The page has its answer first.
      void services.settle();
      if (anew) signedIn(system);
      return answer;
    },
    'page/view': async ({ url, codes }, sender) => {
      const system = systemHere(await services.settings(), sender, url);
      return system ? forPage(await views(codes, system.id)) : { refused: 'foreign' };
    },
    'page/procedure': async ({ url, procedure, papers }, sender) => {
      const settings = await services.settings();
      if (!systemHere(settings, sender, url)) return { refused: 'foreign' };
      return procedureKnown(services, settings, procedure, papers);
    },
    'page/named': async ({ url, procedures }, sender) => {
      const settings = await services.settings();
      if (!systemHere(settings, sender, url)) return { refused: 'foreign' };
      return proceduresNamed(services, settings, procedures);
    },
    'page/spared': async ({ url, code, papers }, sender) => {
      const settings = await services.settings();
      if (!systemHere(settings, sender, url)) return { refused: 'foreign' };
      const spared = papers.filter((paper) => isInUse(paper, settings.databases));
      await countSpared(services.db(), code, spared, nowInstant(Date.now()));
      return { ok: true };
    },
    'page/in-view': async ({ url, codes }, sender) => {
      const settings = await services.settings();
      const system = systemHere(settings, sender, url);
      if (!system || sender.from !== 'page') return { refused: 'foreign' };
      await noteOpened(services.db(), system.id, Date.now());
      if (settings.askAutomatically.length === 0) return { ok: false };
      const next = await services.pageShares.take(sender.tabId, codes);
      const asker = await services.asker();
      for (const code of next.codes) await asker.askNow(code, undefined, 'page', [], next.page);
      return { ok: next.codes.length > 0 };
    },
    'page/concerns': async ({ url, codes, unread }, sender) => {
      const settings = await services.settings();
      if (!systemHere(settings, sender, url) || sender.from !== 'page') return { refused: 'foreign' };
      const t = translator(settings.language);
      const word = settings.pilot.on ? { codes: [] } : { codes, unread };
      await setConcerns(sender, word, (count, givenUp) =>
        count ? t('badge_tip', [String(count)]) : t(givenUp ? 'badge_unread' : 'extName'),
      );
      return { ok: true };
    },
    'page/looked-at': async ({ url, code }, sender) => {
      if (!systemHere(await services.settings(), sender, url) || sender.from !== 'page')
        return { refused: 'foreign' };
      await setPanelDossier(sender.tabId, code);
      return { ok: true };
    },
    'page/need-script': async ({ script }, sender) => ({
      ok: sender.from === 'page' && (await injectScript(sender.tabId, sender.frameId, script)),
    }),
    'asking/soon': async () => {
      await Promise.all([services.asker(), services.catalogue()]);
      return { ok: true };
    },
    'dossier/ask': async ({ code, systems, why }) => {
      if (why === 'popup') await remember(services.db(), code);
      const asker = await services.asker();
      return asker.askNow(code, systems, why);
    },
    'system/pause': async ({ code, system, paused }) => {
      const db = services.db();
      if (paused) await pauseSystem(db, system, endOfDay(Date.now()));
      else await endPause(db, system);
      if (paused) await (await services.asker()).takeBack(system);
      await tellPages(await services.settings(), { push: 'ledger-changed', codes: [code] });
      return { ok: true };
    },
    'batch/start': async ({ id, codes }) => {
      await (await services.batch()).start(id, codes);
      return { ok: true };
    },
    'batch/steer': async ({ deed, leaveOut }) => {
      const batch = await services.batch();
      await (deed === 'resume' ? batch.resume(leaveOut) : batch[deed]());
      return { ok: true };
    },
    // No wait before openSidePanel: Chrome forgets the click after the first one.
    'panel/open': ({ code, why }, sender) =>
      sender.from === 'page' ? openSidePanel(sender.tabId, code, why).then((ok) => ({ ok })) : { ok: false },
    'dossier/open': async ({ code, system }) => {
      const [view] = await views([code], undefined);
      const url = view?.lines.find((line) => line.system === system)?.openUrl;
      if (!url) return { ok: false };
      await browser.tabs.create({ url });
      return { ok: true };
    },
    'dossier/link': async ({ code, other, linked }) => {
      const db = services.db();
      const before = (await find(db, [code, other])).flatMap(({ codes }) => codes);
      const at = nowInstant(Date.now());
      await (linked ? link(db, code, other, at) : separate(db, code, other, at));
      return tellChanged(before);
    },
    'finding/dismiss': async ({ code, finding, facts, reason }) => {
      const db = services.db();
      const codes = (await find(db, [code])).flatMap((file) => file.codes);
      await restore(db, codes, finding);
      if (reason) await dismiss(db, { code, finding, facts, reason, at: nowInstant(Date.now()) });
      return tellChanged(codes);
    },
    'pilot/answer': async ({ answer, ...finding }) => ({
      ok: await answerFinding(services.db(), finding, answer),
    }),
    'ledger/check': async () => {
      const ok = await services.keeper.check(true);
      if (ok) await services.settle();
      return { ok };
    },
    'ledger/import': ({ part }) => takeIn(services, part),
    'ledger/erase': async () => {
      await services.keeper.erase(async () => {
        services.unwritten = [];
        await eraseAll(services.db());
      });
      await tellPages(await services.settings(), { push: 'settings-changed' });
      return { ok: true };
    },
  };
}
