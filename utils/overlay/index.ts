/**
 * The painted layer of a page: marks beside the codes in view, and the card. In: what was read and where, and the views
 * the background made. Out: the officer's wishes, as calls. Plain DOM; nothing is added to or changed in the page itself.
 *
 *   host (one element, closed root, top layer) ── marks (what is in view, where there is room: free-space)
 *                                              └─ card (one line per system: card-content, kept current by patch)
 */
import type { DossierCode } from '../dossier/code';
import type { DossierView } from '../view/dossier-view';
import { createCard, type Opened } from './card';
import { type CardActs, componentCard, dossierCard, type Say, severityOf } from './card-content';
import { createHost } from './host';
import type { Look, Mark, Target } from './mark';
import { createMarks } from './marks';
import type { ComponentPrompt, ComponentSummary, Overlay, OverlayOptions } from './overlay';
import { listenTo, underModal } from './pointer-and-keys';

export type { ComponentPrompt, ComponentSummary, Overlay, OverlayOptions } from './overlay';
export { OVERLAY_TEXT_KEYS } from './texts';

/** A frame smaller than this (px) has no room for a card: the side panel serves. */
const CARD_FRAME = { width: 360, height: 220 };
/** A question that brought no view for so long shows no more as being asked (ms). */
const ASKED_FOR = 10_000;

/** What a mark stands for: a dossier, or a component line with its prompt. */
type Subject = { code: DossierCode; prompt?: undefined } | { prompt: ComponentPrompt };

/** Starts the layer in one frame; what an older instance left is taken away. It adds its host with the first mark. */
export function createOverlay(document: Document, options: OverlayOptions): Overlay {
  const view = document.defaultView as Window;
  const views = new Map<string, DossierView>();
  const asked = new Set<string>();
  let summary: ComponentSummary | undefined;
  let copied: { text: string; done: boolean } | null = null;
  const stop = new AbortController();
  const host = createHost(document, destroy, stop.signal);
  let dossiers: Target<Subject>[] = [];
  let components: Target<Subject>[] = [];
  let note = '';
  let open: { id: string; subject: Subject } | null = null;

  const say: Say = (key) => {
    const text = options.texts[key];
    if (text === undefined) throw new Error(`no text for ${key}`);
    return text;
  };

  function lookOf(subject: Subject): Look | null {
    const { prompt } = subject;
    if (prompt) {
      const { level, chip, title } = prompt;
      // What is seen is also what is heard and called by voice.
      const name = title.startsWith(chip) ? title : `${title}, ${chip}`;
      return { shape: level, chips: [chip], lineEnd: true, label: `${say('overlay_component')}: ${name}` };
    }
    const about = views.get(subject.code);
    if (!about || about.quiet || (about.verdict === 'cannot-tell' && !options.showCannotTell)) return null;
    const chip = (about.verdict === 'out-of-sync' && about.chip) || '';
    return {
      shape: `${about.verdict} ${severityOf(about)}`,
      chips: chip ? [chip, chip.split(':')[0] ?? chip] : [],
      label: [subject.code, about.verdictText, chip].filter(Boolean).join(', '),
    };
  }

  const acts: CardActs = {
    open: options.onOpen,
    panel: options.onPanel,
    pause: options.onPause,
    link: options.onLink,
    copy: options.onCopy && ((prompt) => void copy(prompt)),
    copied: ({ copy: own }) => (own && copied?.text === own.text ? copied.done : undefined),
    close: () => card.close(),
    isAsked: (code, system) => asked.has(`${code} ${system}`),
    ask(code, systems) {
      for (const { askBy, system } of views.get(code)?.lines ?? []) {
        if (askBy !== 'request' || (systems && !systems.includes(system))) continue;
        const key = `${code} ${system}`;
        asked.add(key);
        setTimeout(() => {
          asked.delete(key);
          renew();
        }, ASKED_FOR);
      }
      options.onAsk(code, systems);
      renew();
    },
  };

  const contentOf = (subject: Subject) =>
    subject.prompt
      ? componentCard(subject.prompt, say, acts)
      : dossierCard(subject.code, views.get(subject.code), notesOf(subject.code), say, acts);

  const notesOf = (code: DossierCode) => [papersOf(code), note];

  /** What this page lists goes before what is known of the procedure from elsewhere. */
  function papersOf(code: DossierCode): string {
    const about = views.get(code);
    const here = summary?.code && (summary.code === code || about?.codes.includes(summary.code));
    return (here ? `${say('overlay_component')}: ${summary?.text}` : about?.papersText) ?? '';
  }

  async function copy({ copy: own }: ComponentPrompt): Promise<void> {
    if (!own || !options.onCopy) return;
    copied = { text: own.text, done: await options.onCopy(own.text) };
    renew();
  }

  function renew(): void {
    if (open) card.update(contentOf(open.subject));
  }

  function show({ id, subject, box }: Mark<Subject>, how: Opened): void {
    const code = subject.prompt ? null : subject.code;
    const cramped =
      view !== view.top && (view.innerWidth < CARD_FRAME.width || view.innerHeight < CARD_FRAME.height);
    const passive = underModal(document);
    if (cramped || (passive && how === 'pinned')) {
      if (code && how === 'pinned') options.onPanel(code);
      return;
    }
    card.element.classList.toggle('passive', passive);
    const fresh = open?.id !== id;
    open = { id, subject };
    card.open(
      contentOf(subject),
      how,
      box && { left: box.left - view.scrollX, top: box.top - view.scrollY, height: box.height },
    );
    if (fresh && code) options.onRead?.(code);
  }

  const card = createCard(
    document,
    host,
    () => {
      open = copied = null;
    },
    stop.signal,
  );
  const marks = createMarks(document, host, lookOf, stop.signal);
  marks.layer.ariaLabel = say('overlay_marks');
  marks.layer.lang = card.element.lang = say('overlay_language');
  listenTo(document, host, marks, card, show, () => open?.id, stop.signal);

  function setTargets(): void {
    marks.set([...dossiers, ...components]);
    renew();
  }

  function destroy(): void {
    card.close();
    stop.abort();
    host.element.remove();
  }

  return {
    setDossiers(given, about = '') {
      note = about;
      dossiers = given.flatMap(({ code, places }) =>
        places.map((place, at) => ({ id: `${code} ${at}`, subject: { code }, place })),
      );
      setTargets();
    },
    setViews(given) {
      for (const one of given) {
        for (const code of one.codes) if (views.get(code)?.code !== code) views.set(code, one);
        views.set(one.code, one);
        for (const { system } of one.lines) asked.delete(`${one.code} ${system}`);
      }
      renew();
      marks.schedule();
    },
    setComponents(given, about) {
      summary = about;
      components = given.map(({ key, place, prompt, under }) => ({
        id: `paper ${key}`,
        subject: { prompt },
        place,
        under,
      }));
      setTargets();
    },
    follow: marks.follow,
    destroy,
  };
}
