/** Component lines and requests for supplements: hands them to the papers' script, which only their pages get. */
import type { Overlay } from '../../utils/overlay';
import { askBackground } from '../../utils/platform/content-browser';
import type { PageSetup } from '../../utils/platform/messages';
import type { PageReading } from '../../utils/reading';
import type { PapersWorld } from '../../utils/reuse/in-page';
import type { PagePapers, PaperMark, PaperSummary } from '../../utils/reuse/page-papers';
import type { ReusePrompt } from '../../utils/reuse/prompt';
import { asksToSupplement, fieldOf } from '../../utils/reuse/supplement-field';

const world = globalThis as PapersWorld;

/** What is known of a procedure may have grown by then: its components were read in another tab. */
const ASK_AGAIN_MS = 60_000;

export interface ComponentPrompts {
  /** The page is read anew, by these settings: fields that were left wait until it is. */
  begin(setup: PageSetup | null): void;
  /** Asks what is known of the procedures that the page names alone. @returns for how many there is something to show */
  ask(report: PageReading): Promise<number>;
  /** Shows these, and the page's lines. @returns how many have a prompt */
  show(report: PageReading): Promise<number>;
  /** The page is read, whatever it holds. @param roots its open shadow roots: moves of the focus inside of one stay there */
  read(roots: readonly ShadowRoot[]): void;
  stop(): void;
}

/** @param layer the painted layer, brought in where it is not there yet; null when it cannot be */
export function watchComponents(url: () => string, layer: () => Promise<Overlay | null>): ComponentPrompts {
  let setup: PageSetup | null = null;
  let papers: PagePapers | undefined;
  /** Fields left before the page is read: what is said of a paper hangs on the page's procedure. */
  let waiting: Set<EventTarget> | null = new Set();
  const requests = new Set<HTMLElement>();
  /** What the background said of the procedures that the page names alone. */
  let asked: { text: string; at: number; answer?: Promise<(ReusePrompt | null)[] | null> } = {
    text: '',
    at: 0,
  };
  let named: PaperMark[] = [];
  let lines: [PaperMark[], PaperSummary?] = [[]];
  let painted = false;

  function paint(overlay: Overlay | null): void {
    painted = true;
    overlay?.setComponents([...named, ...lines[0]], lines[1]);
  }

  async function start(): Promise<PagePapers | undefined> {
    const mine = setup;
    if (!mine) return undefined;
    if (!world.soiPapers) await askBackground('page/need-script', { script: 'reuse' });
    const overlay = await layer();
    if (setup !== mine || (!overlay && !mine.unpainted)) return undefined;
    papers ??= world.soiPapers?.start(document, {
      databases: mine.databases,
      texts: mine.texts,
      procedure: (procedure, papers) => askBackground('page/procedure', { url: url(), procedure, papers }),
      spared: (code, spared) => void askBackground('page/spared', { url: url(), code, papers: spared }),
      asks: asksToSupplement,
      paint: (...marks) => {
        lines = marks;
        paint(overlay);
      },
    });
    return papers;
  }

  async function judge(target: EventTarget): Promise<void> {
    const field = fieldOf(target);
    if (!field || !(requests.has(field) || asksToSupplement(field))) return;
    requests.add(field);
    (papers ?? (await start()))?.judge(field);
  }

  const stopped = new AbortController();
  let last: Event | undefined;
  /** One that leaves a shadow root is heard there and in the page. */
  const left = (event: Event) => {
    const [target] = event.composedPath();
    if (!target || event === last) return;
    last = event;
    if (waiting) waiting.add(target);
    else void judge(target);
  };
  const listen = (part: Document | ShadowRoot) =>
    part.addEventListener('focusout', left, { capture: true, signal: stopped.signal });
  listen(document);

  return {
    begin(next) {
      setup = next;
      papers?.stop();
      papers = undefined;
      asked.at = 0;
      named = [];
      lines = [[]];
      painted = false;
      waiting = new Set([...requests, ...(waiting ?? [])]);
    },
    async ask({ procedures = [] }) {
      const said = procedures.map(({ code, name }) => ({ code, name }));
      const text = JSON.stringify(said);
      if (said.length && (text !== asked.text || Date.now() - asked.at > ASK_AGAIN_MS)) {
        const answer = askBackground('page/named', { url: url(), procedures: said });
        asked = { text, at: Date.now(), answer };
      }
      const prompts = said.length ? await asked.answer : null;
      named = procedures.flatMap(({ place }, at) => {
        const prompt = prompts?.[at];
        return prompt ? [{ key: `procedure ${at}`, place, prompt }] : [];
      });
      return named.length;
    },
    async show(report) {
      if (papers || report.components.length)
        return named.length + ((await (await start())?.show(report)) ?? 0);
      if (named.length || painted) paint(await layer());
      return named.length;
    },
    read(roots) {
      const before = waiting ?? [];
      waiting = null;
      roots.forEach(listen);
      for (const field of requests) if (!field.isConnected) requests.delete(field);
      for (const target of before) void judge(target);
    },
    stop() {
      setup = null;
      papers?.stop();
      papers = undefined;
      stopped.abort();
    },
  };
}

/** Copies by the click that asks for it. */
export async function copyFromPage(text: string): Promise<boolean> {
  if (!world.soiPapers) await askBackground('page/need-script', { script: 'reuse' });
  return (await world.soiPapers?.copy(document, text)) ?? false;
}
