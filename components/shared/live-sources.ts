/** The real sources: settings from storage, dossiers from the ledger (read directly, live), deeds by the background. */
import { liveQuery } from 'dexie';
import type { DossierCode } from '../../utils/dossier/code';
import { type Ledger, openLedger } from '../../utils/ledger/database';
import { RECENT_KEPT } from '../../utils/ledger/recent';
import { translator } from '../../utils/platform/i18n';
import {
  currentDossier,
  openPanelHere,
  selectedTextOfPage,
  watchCurrentDossier,
} from '../../utils/platform/page';
import { sendToBackground } from '../../utils/platform/send';
import { loadSettings, saveOwnSettings, watchSettings } from '../../utils/platform/settings-store';
import type { Settings } from '../../utils/policy/settings';
import { DATABASES } from '../../utils/reuse/databases';
import { CATALOGUE } from '../../utils/systems';
import type { DossierView } from '../../utils/view/dossier-view';
import { viewsOf } from '../../utils/view/views-of';
import { boardEntries } from './board-entries';
import type { RecentLookup, Sources, Watched } from './sources';
import { everyMs, switched, watchedBy } from './watched';

/** How often what depends on the clock is worded anew. */
const TICK_MS = 60_000;

export function liveSources(): Sources {
  const db = openLedger();
  const settings = watchedBy<Settings>(loadSettings, watchSettings);
  return {
    settings,
    catalogue: CATALOGUE,
    databases: DATABASES.map(({ id }) => id),
    view: (code) => switched(settings, (inForce) => everyMs(TICK_MS, () => liveView(db, code, inForce))),
    recent: liveQuery<RecentLookup[]>(() => db.recent.orderBy('at').reverse().limit(RECENT_KEPT).toArray()),
    board: switched(settings, (inForce) => liveQuery(() => boardEntries(db, inForce, Date.now()))),
    current: watchedBy(currentDossier, watchCurrentDossier),
    selectedText: selectedTextOfPage,
    ask: (code, why, systems) => sendToBackground('dossier/ask', { code, why, systems }),
    open: async (code, system) => done(await sendToBackground('dossier/open', { code, system })),
    openPanel: openPanelHere,
    saveSettings: (patch) => succeeds(saveOwnSettings(patch)),
    eraseAll: async () => done(await sendToBackground('ledger/erase', {})),
    copy: (text) => succeeds(navigator.clipboard.writeText(text)),
  };
}

function liveView(db: Ledger, code: DossierCode, settings: Settings): Watched<DossierView> {
  return liveQuery(async () => {
    const t = translator(settings.language);
    const [view] = await viewsOf(db, [code], { settings, now: Date.now(), t });
    if (!view) throw new Error('a code was asked for and no view came back');
    return view;
  });
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
