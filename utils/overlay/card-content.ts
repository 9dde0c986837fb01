/** What stands in a card: one line per system with where and when it was seen, the findings on top; or a paper's prompt. */
import type { SystemId } from '../dossier/sighting';
import type { DossierView, SystemLine } from '../view/dossier-view';
import type { CardContent } from './card';
import type { ComponentPrompt, OverlayOptions } from './overlay';
import type { Spec } from './patch';
import type { OverlayTextKey } from './texts';

export type Say = (key: OverlayTextKey) => string;

/** How many papers of this page need not be asked for, and how many are to be looked up first. */
export type PaperCounts = Record<ComponentPrompt['level'], number>;

export interface CardActs extends Pick<OverlayOptions, 'onOpen' | 'onPanel' | 'onLink'> {
  ask(code: string, systems?: SystemId[]): void;
  /** Asked by a click a moment ago, before the answer of the background is here. */
  isAsked(code: string, system: SystemId): boolean;
  close(): void;
}

export function severityOf(view: DossierView): string {
  return view.findings.some((finding) => finding.severity === 'error') ? 'error' : '';
}

/** @param view absent while nothing is known of the dossier yet. */
export function dossierCard(
  code: string,
  view: DossierView | undefined,
  papers: PaperCounts,
  say: Say,
  acts: CardActs,
): CardContent {
  const others = view?.codes.filter((other) => other !== code) ?? [];
  const lines = view?.lines ?? [];
  const canAsk = lines.some((line) => line.askBy === 'request');
  const counts = [
    papers['not-required'] && `${say('overlay_not_required_count')}: ${papers['not-required']}`,
    papers['check-first'] && `${say('overlay_check_first_count')}: ${papers['check-first']}`,
  ].filter(Boolean);
  return {
    label: `${say('overlay_dossier')} ${code}`,
    children: [
      head(code, say, acts),
      {
        tag: 'div',
        is: 'about',
        attrs: { role: 'status' },
        children: [
          view
            ? { tag: 'div', is: `verdict ${view.verdict} ${severityOf(view)}`, text: view.verdictText }
            : { tag: 'div', is: 'soft', text: say('overlay_nothing_known') },
          !!view && { tag: 'div', is: 'soft', text: view.asOfText },
          others.length > 0 && {
            tag: 'div',
            is: 'soft',
            key: 'codes',
            text: `${say('overlay_other_codes')}: ${others.join(', ')}`,
          },
        ],
      },
      ...(view?.findings ?? []).map((finding) => ({
        tag: 'div',
        is: `finding ${finding.severity}`,
        key: `${finding.rule} ${finding.systems}`,
        children: [
          { tag: 'div', text: finding.reason },
          { tag: 'div', is: 'soft', text: finding.remedy },
        ],
      })),
      {
        tag: 'ul',
        is: 'lines',
        // `list-style: none` takes the role of a list away from it in some browsers.
        attrs: { role: 'list' },
        children: lines.map((line) => systemLine(code, line, say, acts)),
      },
      ...(counts.length ? [{ tag: 'div', is: 'papers soft', text: counts.join(' · ') }] : []),
      {
        tag: 'div',
        is: 'foot',
        children: [
          (canAsk || !view) && act('all', say('overlay_ask_all'), () => acts.ask(code)),
          act('panel', say('overlay_panel'), () => acts.onPanel(code)),
        ],
      },
    ],
  };
}

function systemLine(code: string, line: SystemLine, say: Say, acts: CardActs): Spec {
  const { system, statusText, statusLabel, dueText, seenText, openUrl } = line;
  const asking = line.state === 'asking' || acts.isAsked(code, system);
  // A value is shown only with where and when it was seen.
  const status =
    seenText && (statusText || statusLabel || (line.state === 'found' && say('overlay_no_status')));
  const label = statusText && statusLabel && statusText !== statusLabel ? ` (${statusLabel})` : '';
  const seen = seenText && [
    dueText && `${say('overlay_due')}: ${dueText}`,
    `${say('overlay_seen')}: ${seenText}`,
  ];
  const state = asking ? say('overlay_asking') : line.state === 'found' ? '' : line.stateText;
  return {
    tag: 'li',
    is: 'line',
    key: system,
    attrs: { 'aria-busy': asking ? 'true' : undefined },
    children: [
      {
        tag: 'div',
        is: 'about',
        children: [
          { tag: 'div', is: 'name', text: line.name },
          !!line.here && { tag: 'div', is: 'here soft', text: say('overlay_here') },
          !!status && { tag: 'div', is: 'status', text: status + label },
          !!seen && { tag: 'div', is: 'soft', key: 'seen', text: seen.filter(Boolean).join(' · ') },
          !!state && { tag: 'div', is: asking ? 'soft busy' : 'soft', key: 'state', text: state },
        ],
      },
      {
        tag: 'div',
        is: 'acts',
        children: [
          line.askBy === 'request' &&
            act(
              'ask',
              say(seenText ? 'overlay_ask_again' : 'overlay_ask'),
              () => acts.ask(code, [system]),
              line.shortName,
              asking,
            ),
          !!openUrl && act('open', say('overlay_open'), () => acts.onOpen(code, system), line.shortName),
        ],
      },
    ],
  };
}

/** The prompt of one component line. */
export function componentCard(prompt: ComponentPrompt, say: Say, acts: CardActs): CardContent {
  const { link } = prompt;
  return {
    label: `${say('overlay_component')}: ${prompt.title}`,
    children: [
      head(prompt.title, say, acts),
      ...prompt.lines.map((text, at) => ({ tag: 'div', key: `${at}`, text })),
      {
        tag: 'div',
        is: 'foot',
        children: [
          !!link && !!acts.onLink && act('link', link.text, () => acts.onLink?.(link.url)),
          !!link && !acts.onLink && { tag: 'div', is: 'soft', text: `${link.text}: ${link.url}` },
        ],
      },
    ],
  };
}

function head(title: string, say: Say, acts: CardActs): Spec {
  return {
    tag: 'div',
    is: 'head',
    children: [
      { tag: 'h2', is: 'title', text: title },
      {
        tag: 'button',
        is: 'close',
        text: '×',
        attrs: { 'aria-label': say('overlay_close') },
        click: acts.close,
      },
    ],
  };
}

/** @param off shown but without effect: a button that is really disabled would lose the focus. */
function act(key: string, text: string, click: () => void, about = '', off = false): Spec {
  return {
    tag: 'button',
    is: 'act',
    key,
    text,
    attrs: { 'aria-label': about ? `${text}: ${about}` : text, 'aria-disabled': off ? 'true' : undefined },
    click: off ? undefined : click,
  };
}
