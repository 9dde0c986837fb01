/** The real sources: settings from storage, dossiers from the ledger (read directly, live), deeds by the background. */
import { liveQuery } from 'dexie';
import type { DossierCode } from '../../utils/dossier/code';
import { nowInstant } from '../../utils/dossier/time';
import { countActivity, latestActivity } from '../../utils/ledger/activity';
import { currentBatch, itemsOf } from '../../utils/ledger/batch-list';
import { type Ledger, openLedger } from '../../utils/ledger/database';
import { RECENT_KEPT } from '../../utils/ledger/recent';
import { codesShortFor } from '../../utils/ledger/short-for';
import { startOfDay } from '../../utils/lookup/pace';
import { explainInActiveTab, watchWhyAsked, whyAsked } from '../../utils/platform/explain-tab';
import { askForAccess, missingAccess, watchAccess } from '../../utils/platform/host-access';
import { translator } from '../../utils/platform/i18n';
import {
  currentDossier,
  openPanelHere,
  selectedTextOfPage,
  watchCurrentDossier,
} from '../../utils/platform/page';
import { loadProcedures } from '../../utils/platform/procedures-file';
import { sendToBackground } from '../../utils/platform/send';
import { loadSettings, saveOwnSettings, watchSettings } from '../../utils/platform/settings-store';
import type { Settings } from '../../utils/policy/settings';
import { DATABASES } from '../../utils/reuse/databases';
import { CATALOGUE } from '../../utils/systems';
import type { DossierView } from '../../utils/view/dossier-view';
import { type PanelView, panelOf } from '../../utils/view/panel-view';
import { systemHealth } from '../../utils/view/system-health';
import { type ViewContext, viewsOf } from '../../utils/view/views-of';
import { batchRow } from '../batch/batch-rows';
import { boardEntries } from './board-entries';
import { ledgerSources } from './ledger-sources';
import { nextQuestion, ruleResults } from './pilot-results';
import type { BatchNow, RecentLookup, Sources, Watched } from './sources';
import { sparedByDatabase } from './spared-papers';
import { todayEntries } from './today-entries';
import { unhurried } from './unhurried';
import { everyMs, shared, switched, together, watchedBy } from './watched';

/** How often what depends on the clock is worded anew. */
const TICK_MS = 60_000;

/** More than a day's requests to ten hosts; older ones are in the export of their day. */
const ACTIVITY_SHOWN = 5_000;

export function liveSources(): Sources {
  const db = openLedger();
  // Loaded while the officer still types, and at hand for every dossier after.
  const settings = shared(watchedBy<Settings>(loadSettings, watchSettings));
  const known = shared(switched(settings, (inForce) => watchedBy(() => knownUnder(inForce), unchanging)));
  known.subscribe(() => undefined);
  return {
    settings,
    catalogue: CATALOGUE,
    databases: DATABASES.map(({ id }) => id),
    view: latestOf((code) =>
      together(switched(known, (inForce) => everyMs(TICK_MS, () => liveView(db, code, inForce)))),
    ),
    panel: (code) => switched(known, (inForce) => everyMs(TICK_MS, () => livePanel(db, code, inForce))),
    today: switched(known, (inForce) =>
      everyMs(TICK_MS, () => unhurried((turn) => todayEntries(db, inForce, Date.now(), turn))),
    ),
    link: async (code, other, linked) =>
      done(await sendToBackground('dossier/link', { code, other, linked })),
    dismiss: async (code, finding, facts, reason) =>
      done(await sendToBackground('finding/dismiss', { code, finding, facts, ...(reason && { reason }) })),
    pilotQuestion: switched(known, (inForce) => liveQuery(() => nextQuestion(db, inForce, Date.now()))),
    answerPilot: async ({ code, finding, facts }, answer) =>
      done(await sendToBackground('pilot/answer', { code, finding, facts, answer })),
    pilotResults: switched(settings, (inForce) => liveQuery(() => ruleResults(db, inForce))),
    recent: liveQuery<RecentLookup[]>(() => db.recent.orderBy('at').reverse().limit(RECENT_KEPT).toArray()),
    board: switched(settings, (inForce) => unhurried((turn) => boardEntries(db, inForce, Date.now(), turn))),
    spared: liveQuery(() => sparedByDatabase(db)),
    activity: liveQuery(() => latestActivity(db, ACTIVITY_SHOWN)),
    activityToday: everyMs(TICK_MS, () =>
      liveQuery(() => countActivity(db, nowInstant(startOfDay(Date.now())))),
    ),
    missingAccess: switched(settings, (inForce) =>
      watchedBy(
        () => missingAccess(inForce),
        (changed) => watchAccess(() => void missingAccess(inForce).then(changed)),
      ),
    ),
    askForAccess,
    health: () => systemHealth(db, Date.now()),
    batch: switched(known, (inForce) => liveQuery(() => batchNow(db, inForce))),
    startBatch: async (codes) =>
      done(await sendToBackground('batch/start', { id: crypto.randomUUID(), codes })),
    steerBatch: async (deed, leaveOut) =>
      done(await sendToBackground('batch/steer', leaveOut === undefined ? { deed } : { deed, leaveOut })),
    current: watchedBy(currentDossier, watchCurrentDossier),
    whyAsked: watchedBy(whyAsked, watchWhyAsked),
    explain: explainInActiveTab,
    given: givenText(),
    shortFor: (shorthands) => codesShortFor(db, shorthands),
    selectedText: selectedTextOfPage,
    ask: (code, why, systems) => sendToBackground('dossier/ask', { code, why, systems }),
    open: async (code, system) => done(await sendToBackground('dossier/open', { code, system })),
    pause: async (code, system, paused) =>
      done(await sendToBackground('system/pause', { code, system, paused })),
    openPanel: openPanelHere,
    saveSettings: (patch) => succeeds(saveOwnSettings(patch)),
    eraseAll: async () => done(await sendToBackground('ledger/erase', {})),
    ...ledgerSources(db, saveBlob),
    saveFile: (name, text, type) => succeeds(saveFile(name, text, type)),
    copy: (text) => succeeds(navigator.clipboard.writeText(text)),
  };
}

/** The same one for as long as the same dossier is wanted: who reads ahead and who shows it read once. */
function latestOf(make: Sources['view']): Sources['view'] {
  let latest: { code: DossierCode; view: Watched<DossierView> } | undefined;
  return (code) => {
    if (latest?.code !== code) latest = { code, view: make(code) };
    return latest.view;
  };
}

/** What a dossier's view is made with beside the ledger. */
type Known = Pick<ViewContext, 'settings' | 'catalogue'>;

async function knownUnder(settings: Settings): Promise<Known> {
  return { settings, catalogue: await loadProcedures(settings.procedures) };
}

const unchanging = () => () => undefined;

function liveView(db: Ledger, code: DossierCode, known: Known): Watched<DossierView> {
  return liveQuery(async () => {
    const t = translator(known.settings.language);
    const [view] = await viewsOf(db, [code], { ...known, now: Date.now(), t });
    if (!view) throw new Error('a code was asked for and no view came back');
    return view;
  });
}

function livePanel(db: Ledger, code: DossierCode, known: Known): Watched<PanelView> {
  const t = translator(known.settings.language);
  return liveQuery(() => panelOf(db, code, { ...known, now: Date.now(), t }));
}

async function batchNow(db: Ledger, known: Known): Promise<BatchNow | null> {
  const batch = await currentBatch(db);
  if (!batch) return null;
  const items = await itemsOf(db, batch.id);
  const t = translator(known.settings.language);
  const codes = items.map(({ code }) => code);
  const views = await viewsOf(db, codes, { ...known, now: Date.now(), t });
  const byCode = new Map(views.map((view) => [view.code, view]));
  const rows = items.flatMap(({ code, state }) => {
    const view = byCode.get(code);
    return view ? batchRow(view, state, t) : [];
  });
  return { state: batch.state, rows, ...(batch.waitsFor && { waitsFor: batch.waitsFor }) };
}

/** The browser asks where to put it, or puts it among the downloads. */
async function saveFile(name: string, text: string, type = 'text/csv'): Promise<void> {
  saveBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

function saveBlob(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Stands in the address, after the mark; a broken one is no text. */
function givenText(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

function done(answer: { ok: boolean } | { refused: string }): boolean {
  return 'ok' in answer && answer.ok;
}

/** A refusal by the browser (storage full, clipboard blocked) is told to the officer by whoever asked. */
function succeeds(deed: Promise<void>): Promise<boolean> {
  return deed.then(
    () => true,
    () => false,
  );
}
