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
import { type CardActs, componentCard, dossierCard, type PaperCounts, severityOf } from './card-content';
import { createHost } from './host';
import { createMarks, type Look, type Mark, type Target } from './marks';
import type { ComponentPrompt, Overlay, OverlayOptions } from './overlay';
import { listenTo } from './pointer-and-keys';
import type { OverlayTextKey } from './texts';

export type { ComponentPrompt, Overlay, OverlayOptions } from './overlay';
export { OVERLAY_TEXT_KEYS } from './texts';

/** A frame smaller than this (px) has no room for a card: the side panel serves. */
const CARD_FRAME = { width: 360, height: 220 };
/** A question that brought no view for so long shows no more as being asked (ms). */
const ASKED_FOR = 10_000;

/** What a mark stands for: a dossier, or a component line with its prompt. */
type Subject = { code: DossierCode } | { prompt: ComponentPrompt };

/** Starts the layer in one frame; what an older instance left is taken away. It adds its host with the first mark. */
export function createOverlay(document: Document, options: OverlayOptions): Overlay {
  const view = document.defaultView as Window;
  const host = createHost(document);
  const views = new Map<string, DossierView>();
  const subjects = new Map<string, Subject>();
  const asked = new Map<string, ReturnType<typeof setTimeout>>();
  const papers: PaperCounts = { 'not-required': 0, 'check-first': 0 };
  let dossierTargets: Target[] = [];
  let componentTargets: Target[] = [];
  let open: { id: string; subject: Subject } | null = null;

  const say = (key: OverlayTextKey): string => {
    const text = options.texts[key];
    if (text === undefined) throw new Error(`no text for ${key}`);
    return text;
  };
  const viewOf = (code: string): DossierView | undefined => views.get(code);

  function lookOf(id: string): Look | null {
    const subject = subjects.get(id);
    if (!subject) return null;
    if ('prompt' in subject) {
      const { level, chip, title } = subject.prompt;
      return { shape: level, chip, label: `${say('overlay_component')}: ${title}` };
    }
    const about = viewOf(subject.code);
    if (!about || (about.verdict === 'cannot-tell' && !options.showCannotTell)) return null;
    const chip = about.verdict === 'out-of-sync' ? about.chip : undefined;
    return {
      shape: `${about.verdict} ${severityOf(about)}`,
      chip,
      label: [subject.code, about.verdictText, chip].filter(Boolean).join(', '),
    };
  }

  const acts: CardActs = {
    onOpen: options.onOpen,
    onPanel: options.onPanel,
    onLink: options.onLink,
    close: () => card.close(),
    isAsked: (code, system) => asked.has(`${code} ${system}`),
    ask(code, systems) {
      for (const line of viewOf(code)?.lines ?? []) {
        if (line.askBy !== 'request' || (systems && !systems.includes(line.system))) continue;
        const key = `${code} ${line.system}`;
        clearTimeout(asked.get(key));
        asked.set(
          key,
          setTimeout(() => {
            settle(key);
            renew();
          }, ASKED_FOR),
        );
      }
      options.onAsk(code, systems);
      renew();
    },
  };
  function settle(key: string): void {
    clearTimeout(asked.get(key));
    asked.delete(key);
  }

  const contentOf = (subject: Subject) =>
    'prompt' in subject
      ? componentCard(subject.prompt, say, acts)
      : dossierCard(subject.code, viewOf(subject.code), papers, say, acts);

  const renew = (): void => {
    if (open) card.update(contentOf(open.subject));
  };

  function show(id: string, how: Opened, mark?: Mark): void {
    const subject = subjects.get(id);
    if (subject) showSubject(id, subject, how, mark);
  }

  function showSubject(id: string, subject: Subject, how: Opened, mark?: Mark): void {
    const framed = view !== view.top;
    if (framed && (view.innerWidth < CARD_FRAME.width || view.innerHeight < CARD_FRAME.height)) {
      if ('code' in subject && how === 'pinned') options.onPanel(subject.code);
      return;
    }
    const fresh = open?.id !== id;
    open = { id, subject };
    const { left = 0, top = 0, width = 0, height = 0 } = mark?.box ?? {};
    const x = left - view.scrollX;
    const y = top - view.scrollY;
    card.open(
      contentOf(subject),
      how,
      mark?.box ? { left: x, top: y, right: x + width, bottom: y + height } : null,
    );
    if (fresh && 'code' in subject) options.onRead?.(subject.code);
  }

  const card = createCard(document, host, () => {
    open = null;
  });
  const marks = createMarks(document, host, lookOf, destroy);
  marks.layer.ariaLabel = say('overlay_marks');
  const stopListening = listenTo(document, host, marks, card, show, () => open?.id);

  function setTargets(): void {
    marks.set([...dossierTargets, ...componentTargets]);
    renew();
  }

  function destroy(): void {
    card.close();
    stopListening();
    marks.stop();
    for (const timer of asked.values()) clearTimeout(timer);
    asked.clear();
    host.remove();
  }

  return {
    setDossiers(given) {
      for (const { id } of dossierTargets) subjects.delete(id);
      dossierTargets = given.flatMap(({ code, places }) =>
        places.map((place, at) => {
          const id = `${code} ${at}`;
          subjects.set(id, { code });
          return { id, place };
        }),
      );
      setTargets();
    },
    setViews(given) {
      for (const one of given) {
        for (const code of one.codes) if (views.get(code)?.code !== code) views.set(code, one);
        views.set(one.code, one);
        for (const line of one.lines) settle(`${one.code} ${line.system}`);
      }
      renew();
      marks.schedule(false);
    },
    setComponents(given) {
      for (const { id } of componentTargets) subjects.delete(id);
      papers['not-required'] = papers['check-first'] = 0;
      componentTargets = given.map(({ place, prompt }, at) => {
        const id = `paper ${at}`;
        subjects.set(id, { prompt });
        papers[prompt.level]++;
        return { id, place };
      });
      setTargets();
    },
    openCard(code) {
      const mark = marks.painted.find(({ id }) => {
        const subject = subjects.get(id);
        return subject && 'code' in subject && subject.code === code;
      });
      showSubject(mark?.id ?? code, { code }, 'pinned', mark);
    },
    closeCard: () => card.close(),
    refresh: () => marks.schedule(true),
    focusMarks: () => marks.focus(marks.painted[0]),
    destroy,
  };
}
