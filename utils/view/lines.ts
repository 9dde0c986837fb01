/** One line for each system: what it says, when that was seen, or why nothing is known of it. */
import { type DossierCode, parseCode } from '../dossier/code';
import type { Translate } from '../dossier/finding';
import type { LedgerSighting, Outcome, SystemId } from '../dossier/sighting';
import { maskUnknown } from '../dossier/status';
import { type IsoInstant, showTime, toInstant } from '../dossier/time';
import { codesFor } from '../lookup/codes-for';
import { isAskable } from '../lookup/tab-answer';
import type { System } from '../systems/system';
import type { LineState, SystemLine } from './dossier-view';
import { statusLabel } from './sentence';

/** What the ledger knows of one dossier; its own file type holds more. */
export interface ViewedFile {
  codes: DossierCode[];
  sightings: LedgerSighting[];
  /** The latest try of each system. */
  tries: { system: SystemId; outcome: Outcome; at: IsoInstant; retryAt?: IsoInstant; held?: string }[];
  asking: { system: SystemId; since: IsoInstant }[];
}

interface LineContext {
  code: DossierCode;
  file: ViewedFile;
  here?: SystemId;
  /** Hosts whose open pages may be asked by. */
  askInTabs?: readonly string[];
  /** Systems that are left alone today; all of them. */
  paused?: ReadonlySet<SystemId> | 'all';
  now: number;
  t: Translate;
}

function latest<T>(items: T[], at: (item: T) => IsoInstant): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best && toInstant(at(best)) >= toInstant(at(item)) ? best : item),
    undefined,
  );
}

/** The system's word under whichever code: a found one before not-found, since it may know one code alone. */
function wordOf(system: SystemId, { sightings }: ViewedFile): LedgerSighting | undefined {
  const own = sightings.filter((sighting) => sighting.system === system);
  const found = own.filter(({ outcome }) => outcome === 'found');
  return latest(found.length ? found : own, ({ seenAt }) => seenAt);
}

/** Key of the sentence for a state; a system that can only be opened is never "not asked yet". */
function stateKey(state: LineState, askBy: SystemLine['askBy'], hasStatus: boolean): string {
  if (state === 'never-asked' && askBy === 'link') return 'outcome_never_asked_link';
  if (state === 'found' && !hasStatus) return 'outcome_found_no_status';
  return `outcome_${state.replaceAll('-', '_')}`;
}

/** URL that opens the dossier there; a local code means nothing to a system that did not show it. */
export function openUrlOf(system: System, code: DossierCode, shown: boolean): string | undefined {
  const named = system.dossierUrl && (shown || parseCode(code));
  return named ? system.dossierUrl?.replaceAll('{code}', encodeURIComponent(code)) : system.homeUrl;
}

export function lineOf(system: System, context: LineContext): SystemLine {
  const { code, file, here, paused, now, t } = context;
  const said = wordOf(system.id, file);
  const tried = latest(
    file.tries.filter((attempt) => attempt.system === system.id),
    ({ at }) => at,
  );
  const asking = file.asking.some((question) => question.system === system.id);
  const askable = isAskable(system, context.askInTabs ?? []) && codesFor(system, file).length > 0;
  const askBy = askable ? 'request' : 'link';
  // A try that failed after the last sighting is what the officer must know; what was seen before stays beside it.
  const failed = tried && (!said || toInstant(tried.at) > toInstant(said.seenAt)) ? tried : undefined;
  const state: LineState = asking ? 'asking' : (failed?.outcome ?? said?.outcome ?? 'never-asked');
  const found = said?.outcome === 'found' ? said : undefined;
  const retry = failed?.retryAt && toInstant(failed.retryAt) > now ? failed.retryAt : undefined;
  const pause = paused === 'all' ? 'all' : paused?.has(system.id) ? 'system' : undefined;
  const until = failed?.held ? `held_${failed.held.replaceAll('-', '_')}` : 'rate_limited_until';
  const stateText =
    state === 'rate-limited' && retry
      ? t(`outcome_${until}`, [showTime(retry)])
      : t(stateKey(state, askBy, Boolean(found?.status ?? found?.statusText)));
  const hasStatus = Boolean(found?.statusText || found?.status);

  return {
    system: system.id,
    name: system.name,
    shortName: system.shortName,
    state,
    stateText,
    ...(found?.statusText && { statusText: maskUnknown(found.statusText) }),
    ...(hasStatus && {
      status: found?.status ?? 'unknown',
      statusLabel: statusLabel(found?.status ?? 'unknown', t),
    }),
    ...(found?.dueAt && { dueText: showTime(found.dueAt) }),
    ...(said && {
      seenAt: said.seenAt,
      seenText: t(said.via === 'page' ? 'view_seen_on_page' : 'view_seen_by_lookup', [showTime(said.seenAt)]),
    }),
    askBy,
    ...(pause && askBy === 'request' && { paused: pause, pausedText: t(`view_paused_${pause}`) }),
    ...(state === 'not-signed-in' && system.loginUrl
      ? { openUrl: system.loginUrl }
      : { openUrl: openUrlOf(system, said?.code ?? code, Boolean(said)) }),
    ...(state === 'not-signed-in' && { signIn: true as const }),
    ...(here === system.id && { here: true }),
  };
}
