/** Makes what a person is shown of one dossier. Pure: everything it words comes in, nothing is asked. */

import { CALENDARS } from '../deadline/calendar';
import type { DossierCode } from '../dossier/code';
import type { Finding, Judgement, Translate } from '../dossier/finding';
import type { SystemId } from '../dossier/sighting';
import { showTime, toInstant } from '../dossier/time';
import type { Settings } from '../policy/settings';
import { CATALOGUE, systemById } from '../systems';
import { chipOf } from './chip';
import { concernOf } from './concern';
import type { AsideView, DossierView, FindingView, SystemLine } from './dossier-view';
import { factsOf } from './finding-facts';
import { lineOf, type ViewedFile } from './lines';
import { sentence, type Wording } from './sentence';
import { isDismissable, isQuiet, type Settled } from './set-aside';

export interface ViewInput {
  code: DossierCode;
  file: ViewedFile;
  judgement: Judgement & Partial<Settled>;
  settings: Pick<Settings, 'systems' | 'disabled'> &
    Partial<Pick<Settings, 'pauseAsking' | 'askInTabs' | 'calendars'>>;
  /** Systems that can hold the dossier, in the order to show them. */
  planned: SystemId[];
  /** The system whose page the officer is on. */
  here?: SystemId;
  /** Systems that the officer wants left alone today. */
  paused?: ReadonlySet<SystemId>;
  /** Milliseconds. */
  now: number;
  t: Translate;
}

/** @returns lines of the page's own system first, then of those that disagree, then the others as planned. */
export function buildView(input: ViewInput): DossierView {
  const { code, file, judgement, settings, planned, here, now, t } = input;
  const { askInTabs } = settings;
  const paused = settings.pauseAsking ? 'all' : input.paused;
  const wording: Wording = {
    t,
    shortName: (id) => (systemById(settings.systems, id) ?? systemById(CATALOGUE, id))?.shortName ?? id,
  };
  const apart = judgement.findings.flatMap(({ severity, systems }) => (severity === 'error' ? systems : []));
  const known = [...file.sightings, ...file.tries, ...file.asking].map(({ system }) => system);
  const order = [...new Set([...(here ? [here] : []), ...apart, ...planned, ...known])];
  const lines = order.flatMap((id) => {
    const system = settings.disabled.includes(id) ? null : systemById(settings.systems, id);
    return system ? [lineOf(system, { askInTabs, code, file, here, paused, now, t })] : [];
  });
  const calendars = settings.calendars ? { ...CALENDARS, ...settings.calendars } : CALENDARS;
  const concern = concernOf(judgement, { now, calendars });
  const quiet = isQuiet(judgement);
  const viewed = (finding: Finding) => findingView(finding, file, wording);
  const chip = chipOf(judgement, lines, { ...wording, here, now });
  return {
    code,
    codes: [code, ...file.codes.filter((other) => other !== code)],
    verdict: judgement.verdict,
    verdictText: quiet ? t('verdict_quiet') : verdictText(judgement, t),
    ...(chip && { chip }),
    lines,
    findings: judgement.findings.map(viewed),
    ...(judgement.aside?.length && { aside: asideViews(judgement.aside, viewed, t) }),
    ...(quiet && { quiet }),
    ...(concern && { concern }),
    asOfText: asOfText(lines, t),
  };
}

function findingView(finding: Finding, file: ViewedFile, wording: Wording): FindingView {
  const { rule, severity, systems, ask, reason, remedy } = finding;
  return {
    rule,
    severity,
    systems,
    ask,
    reason: sentence(reason, wording),
    remedy: sentence(remedy, wording),
    ...(isDismissable(finding) && { facts: factsOf(finding, file.sightings) }),
  };
}

function asideViews(
  aside: Settled['aside'],
  viewed: (finding: Finding) => FindingView,
  t: Translate,
): AsideView[] {
  return aside.map(({ because, ...finding }) => ({
    ...viewed(finding),
    because: because.kind,
    becauseText:
      because.kind === 'muted'
        ? t('view_aside_muted', [String(because.percent)])
        : t('view_aside_dismissed', [showTime(because.at), t(`dismiss_${because.reason}`)]),
  }));
}

function verdictText({ verdict, findings }: Judgement, t: Translate): string {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const onlyMissing = errors.length > 0 && errors.every(({ rule }) => rule === 'missing-on-system');
  return t(onlyMissing ? 'verdict_missing' : `verdict_${verdict.replaceAll('-', '_')}`);
}

/** Verdicts are as seen at: the span from the oldest to the newest word. */
function asOfText(lines: SystemLine[], t: Translate): string {
  const seen = lines.flatMap(({ seenAt }) => seenAt ?? []).sort((a, b) => toInstant(a) - toInstant(b));
  const [from, to] = [seen[0], seen.at(-1)].map((at) => at && showTime(at));
  if (!from || !to) return t('view_as_of_nothing');
  return from === to ? t('view_as_of', [from]) : t('view_as_of_span', [from, to]);
}
