/** All that the side panel shows of one dossier: the view that every place shows, its history as a picture, its deadline. */
import { CALENDARS } from '../deadline/calendar';
import { limitOf } from '../deadline/limit';
import type { DossierCode } from '../dossier/code';
import type { Ledger } from '../ledger/database';
import { find } from '../ledger/find';
import { historyOf } from '../ledger/history';
import { CATALOGUE, systemById } from '../systems';
import { type DeadlineView, deadlineOf } from './deadline-view';
import type { DossierView } from './dossier-view';
import { judgementsOf } from './judgements-of';
import { type Timeline, timelineOf } from './timeline';
import { type ViewContext, viewsOf } from './views-of';

export interface PanelView {
  view: DossierView;
  /** Null while no system was seen to say anything. */
  timeline: Timeline | null;
  /** Null where no system shows a receipt or a due date. */
  deadline: DeadlineView | null;
}

/** @throws when no view comes back for the code: a bug */
export async function panelOf(db: Ledger, code: DossierCode, context: ViewContext): Promise<PanelView> {
  const { settings, catalogue: procedures, now, t } = context;
  const [[view], [file]] = await Promise.all([viewsOf(db, [code], context), find(db, [code])]);
  if (!view || !file) throw new Error('a code was asked for and no view came back');
  const [[judgement], [stored = []]] = await Promise.all([
    judgementsOf(db, [file], { settings, now, procedures }),
    historyOf(db, [file.codes]),
  ]);
  const { codes, sightings, ended = [] } = file;
  const history = [...stored, ...ended];
  const wording = {
    t,
    shortName: (id: string) =>
      (systemById(settings.systems, id) ?? systemById(CATALOGUE, id))?.shortName ?? id,
  };
  const order = view.lines.map(({ system }) => system);
  return {
    view,
    timeline: judgement ? timelineOf({ sightings, history, judgement, order, now, wording }) : null,
    deadline: deadlineOf({
      codes,
      sightings,
      history,
      calendars: settings.calendars && { ...CALENDARS, ...settings.calendars },
      limitOf: procedures && ((number, channel) => limitOf(procedures.of(number)?.timeLimits ?? [], channel)),
      now,
      wording,
    }),
  };
}
