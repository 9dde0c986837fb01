/** The side panel's view, live. The catalogue of procedures is fetched only when a due date hangs on it. */
import { liveQuery } from 'dexie';
import type { DossierCode } from '../../utils/dossier/code';
import type { Ledger } from '../../utils/ledger/database';
import { translator } from '../../utils/platform/i18n';
import type { Settings } from '../../utils/policy/settings';
import { type Procedures, parseProcedures } from '../../utils/systems/procedures';
import { type PanelView, panelOf } from '../../utils/view/panel-view';
import type { Watched } from './sources';
import { everyMs, switched } from './watched';

export interface Catalogue extends Watched<Procedures | undefined> {
  load(): void;
}

/** The catalogue once somebody needs it; undefined before. */
export function catalogueWhenNeeded(): Catalogue {
  const ears = new Set<(value: Procedures | undefined) => void>();
  let loaded: Procedures | undefined;
  let loading = false;
  return {
    subscribe(next) {
      ears.add(next);
      next(loaded);
      return { unsubscribe: () => void ears.delete(next) };
    },
    load() {
      if (loading) return;
      loading = true;
      void fetch('/procedures.tsv')
        .then((answer) => answer.text())
        .then((tsv) => {
          loaded = parseProcedures(tsv);
          for (const ear of [...ears]) ear(loaded);
        });
    },
  };
}

export function livePanel(
  db: Ledger,
  code: DossierCode,
  settings: Settings,
  catalogue: Catalogue,
  tickMs: number,
): Watched<PanelView> {
  const t = translator(settings.language);
  const query = (procedures: Procedures | undefined) =>
    liveQuery(() => panelOf(db, code, { settings, procedures, now: Date.now(), t }));
  return {
    subscribe(next, failed) {
      const shown = switched(catalogue, (procedures) => everyMs(tickMs, () => query(procedures)));
      return shown.subscribe((panel) => {
        if (panel.deadline?.needsLimit) catalogue.load();
        next(panel);
      }, failed);
    },
  };
}
