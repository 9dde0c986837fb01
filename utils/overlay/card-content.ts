/** What stands in a card: one line per system with where and when it was seen, the findings on top; or a paper's prompt. */
import type { SystemId } from '../dossier/sighting';
import type { DossierView, SystemLine } from '../view/dossier-view';
import type { CardContent } from './card';
import type { ComponentPrompt } from './overlay';
import type { Spec } from './patch';
import type { OverlayTextKey } from './texts';

export type Say = (key: OverlayTextKey) => string;

export interface CardActs {
  ask(code: string, systems?: SystemId[]): void;
  /** Asked by a click a moment ago, before the answer of the background is here. */
  isAsked(code: string, system: SystemId): boolean;
  open(code: string, system: SystemId): void;
  panel(code: string, why?: boolean): void;
  pause(code: string, system: SystemId, paused: boolean): void;
  /** Absent: a link is shown as words alone. */
  link?: (url: string) => void;
  /** Absent: there is nothing to copy. */
  copy?: (prompt: ComponentPrompt) => void;
  /** What came of copying this prompt's text a moment ago. */
  copied(prompt: ComponentPrompt): boolean | undefined;
  close(): void;
}

export function severityOf(view: DossierView): string {
  return view.findings.some((finding) => finding.severity === 'error') ? 'error' : '';
}

/** @param view absent while nothing is known of the dossier yet. @param notes what else is to be said; empty ones are not */
export function dossierCard(
  code: string,
  view: DossierView | undefined,
  notes: (string | false)[],
  say: Say,
  acts: CardActs,
): CardContent {
  const others = view?.codes.filter((other) => other !== code).join(', ');
  const lines = view?.lines ?? [];
  return {
    label: `${say('overlay_dossier')} ${code}`,
    children: [
      head(code, say, acts),
      {
        ...box('about', [
          !!view && words(`verdict ${view.verdict} ${severityOf(view)}`, view.verdictText),
          words('soft', view ? view.asOfText : say('overlay_nothing_known')),
          !!others && words('soft', `${say('overlay_other_codes')}: ${others}`, 'codes'),
        ]),
        attrs: { role: 'status' },
      },
      ...(view?.findings ?? []).map(({ severity, rule, systems, reason, remedy }) =>
        box(`finding ${severity}`, [words('', reason), words('soft', remedy)], `${rule} ${systems}`),
      ),
      // `list-style: none` takes the role of a list away from it in some browsers.
      {
        tag: 'ul',
        is: 'lines',
        attrs: { role: 'list' },
        children: lines.map((line) => systemLine(code, line, say, acts)),
      },
      ...notes.map((note) => !!note && box('papers', [words('', note)], note)),
      box('foot', [
        (!view || lines.some((line) => line.askBy === 'request')) &&
          act('all', say('overlay_ask_all'), () => acts.ask(code)),
        act('panel', say('overlay_panel'), () => acts.panel(code)),
        act('why', say('overlay_why'), () => acts.panel(code, true)),
      ]),
      words('hint soft', say('overlay_modal_hint')),
    ],
  };
}

function systemLine(code: string, line: SystemLine, say: Say, acts: CardActs): Spec {
  const { system, shortName, statusText, statusLabel, dueText, seenText, state } = line;
  const asking = state === 'asking' || acts.isAsked(code, system);
  // A value is shown only with where and when it was seen.
  const status = seenText && (statusText || statusLabel || (state === 'found' && say('overlay_no_status')));
  const label = statusText && statusLabel && statusText !== statusLabel ? ` (${statusLabel})` : '';
  const stateText = asking ? say('overlay_asking') : state !== 'found' && line.stateText;
  return {
    tag: 'li',
    is: 'line',
    key: system,
    attrs: { 'aria-busy': `${asking}` },
    children: [
      box('about', [
        words('name', line.name),
        !!line.here && words('here soft', say('overlay_here')),
        !!status && words('status', status + label),
        !!seenText &&
          words(
            'soft',
            joined(dueText && `${say('overlay_due')}: ${dueText}`, `${say('overlay_seen')}: ${seenText}`),
            'seen',
          ),
        !!stateText && words(asking ? 'soft busy' : 'soft', stateText, 'state'),
        !!line.pausedText && words('soft', line.pausedText, 'paused'),
      ]),
      box('acts', [
        line.askBy === 'request' &&
          !line.paused &&
          act(
            'ask',
            say(seenText ? 'overlay_ask_again' : 'overlay_ask'),
            () => acts.ask(code, [system]),
            shortName,
            asking,
          ),
        line.askBy === 'request' &&
          line.paused !== 'all' &&
          act(
            'pause',
            say(line.paused ? 'overlay_unpause' : 'overlay_pause'),
            () => acts.pause(code, system, !line.paused),
            shortName,
          ),
        !!line.openUrl &&
          act(
            'open',
            say(line.signIn ? 'overlay_sign_in' : 'overlay_open'),
            () => acts.open(code, system),
            shortName,
          ),
      ]),
    ],
  };
}

/** The prompt of one component line. */
export function componentCard(prompt: ComponentPrompt, say: Say, acts: CardActs): CardContent {
  const { title, lines, links = [], copy } = prompt;
  const { link: follow, copy: take } = acts;
  const copied = acts.copied(prompt);
  const told = copied === undefined ? '' : copied ? copy?.done : copy?.failed;
  return {
    label: `${say('overlay_component')}: ${title}`,
    children: [
      head(title, say, acts),
      ...lines.map(({ text, as = '' }, at) => words(`say ${as}`, text, `${at}`)),
      (!!links[0] || (!!copy && !!take)) &&
        box('foot', [
          ...links.map(({ text, url }) =>
            follow ? act(url, text, () => follow(url)) : words('soft', `${text}: ${url}`, url),
          ),
          !!copy && !!take && act('copy', copy.label, () => take(prompt)),
          // There before it says anything: what comes with its words is not read out.
          !!copy && { ...words('soft', told ?? ''), attrs: { role: 'status' } },
        ]),
    ],
  };
}

function head(title: string, say: Say, { close }: CardActs): Spec {
  return box('head', [
    { tag: 'h2', is: 'title', text: title },
    { ...act('', '×', close), is: 'close', attrs: { 'aria-label': say('overlay_close') } },
  ]);
}

/** @param off shown but without effect: a button that is really disabled would lose the focus. */
function act(key: string, text: string, click: () => void, about = '', off = false): Spec {
  return {
    tag: 'button',
    is: 'act',
    key,
    text,
    attrs: { 'aria-label': `${text} ${about}`.trim(), 'aria-disabled': off ? 'true' : undefined },
    click: off ? undefined : click,
  };
}

function box(is: string, children: Spec['children'], key = ''): Spec {
  return { tag: 'div', is, key, children };
}

function words(is: string, text: string, key = ''): Spec {
  return { tag: 'div', is, key, text };
}

function joined(...parts: (string | number | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}
