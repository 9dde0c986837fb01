/** One line for each system: what it says, when that was seen, or why nothing is known of it. */
import { type DossierCode, parseCode } from '../dossier/code';
import type { Translate } from '../dossier/finding';
import type { LedgerSighting, Outcome, SystemId } from '../dossier/sighting';
import { maskUnknown } from '../dossier/status';
import { type IsoInstant, showTime, toInstant } from '../dossier/time';
import { codesFor } from '../lookup/codes-for';
import { isAskable, tabHosts } from '../lookup/tab-answer';
import type { System } from '../systems/system';
import type { LineState, SystemLine } from './dossier-view';
import { statusLabel } from './sentence';

/** What the ledger knows of one dossier; its own file type holds more. */
export interface ViewedFile {
  codes: DossierCode[];
  sightings: LedgerSighting[];
  /** The latest try of each system. */
  tries: {
    system: SystemId;
    outcome: Outcome;
    at: IsoInstant;
    retryAt?: IsoInstant;
    held?: string;
    serverError?: true;
  }[];
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

/** Where to sign in; a system that is asked by its open pages is asked by one of these alone. */
function loginUrlOf(system: System, askInTabs: readonly string[]): string | undefined {
  const [host] = system.connector?.kind === 'tab' ? tabHosts(system, askInTabs) : [];
  return system.loginUrl ?? (host && `https://${host}/`);
}

/** Of a try that brought nothing: why, where that is known, and from when on it is worth another. */
function failureText(failed: ViewedFile['tries'][number], now: number, t: Translate): string | undefined {
  const { outcome, held, serverError, retryAt } = failed;
  const until = retryAt && toInstant(retryAt) > now ? [showTime(retryAt)] : undefined;
  if (outcome === 'unreachable' && serverError)
    return until ? t('outcome_server_error_until', until) : t('outcome_server_error');
  if (outcome !== 'rate-limited' || !until) return undefined;
  return t(held ? `outcome_held_${held.replaceAll('-', '_')}` : 'outcome_rate_limited_until', until);
}

export function lineOf(system: System, context: LineContext): SystemLine {
  const { askInTabs = [], code, file, here, paused, now, t } = context;
  const said = wordOf(system.id, file);
  const tried = latest(
    // A question that we held back ourselves was never asked; once its time has come there is nothing to tell of it.
    file.tries.filter(
      ({ system: asked, held, retryAt }) =>
        asked === system.id && !(held && retryAt && toInstant(retryAt) <= now),
    ),
    ({ at }) => at,
  );
  const asking = file.asking.some((question) => question.system === system.id);
  const askable = isAskable(system, askInTabs) && codesFor(system, file).length > 0;
  const askBy = askable ? 'request' : 'link';
  // A try that failed after the last sighting is what the officer must know; what was seen before stays beside it.
  const failed = tried && (!said || toInstant(tried.at) > toInstant(said.seenAt)) ? tried : undefined;
  const state: LineState = asking ? 'asking' : (failed?.outcome ?? said?.outcome ?? 'never-asked');
  const found = said?.outcome === 'found' ? said : undefined;
  const pause = paused === 'all' ? 'all' : paused?.has(system.id) ? 'system' : undefined;
  const stateText =
    (!asking && failed && failureText(failed, now, t)) ||
    t(stateKey(state, askBy, Boolean(found?.status ?? found?.statusText)));
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
    openUrl:
      (state === 'not-signed-in' && loginUrlOf(system, askInTabs)) ||
      openUrlOf(system, said?.code ?? code, Boolean(said)),
    ...(state === 'not-signed-in' && { signIn: true as const }),
    ...(here === system.id && { here: true }),
  };
}
