/** Component lines and requests for supplements: hands them to the papers' script, which only their pages get. */
import type { Overlay } from '../../utils/overlay';
import { askBackground } from '../../utils/platform/content-browser';
import type { PageSetup } from '../../utils/platform/messages';
import type { PageReading } from '../../utils/reading';
import type { PapersWorld } from '../../utils/reuse/in-page';
import type { PagePapers } from '../../utils/reuse/page-papers';

const world = globalThis as PapersWorld;

/** A field this near to such words may be a request; what is longer around it is the page. */
const REQUEST = /b(?:ổ|ổ|o) sung/i;
const NEAR = { boxes: 6, text: 1_000 };

function mayBeRequest(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || !target.matches('textarea,input,[contenteditable]')) return false;
  if (REQUEST.test(`${target.ariaLabel} ${target.getAttribute('placeholder')} ${target.title}`)) return true;
  let box: Element | null = target;
  for (let climbed = 0; box && climbed < NEAR.boxes; climbed++, box = box.parentElement) {
    const text = box.textContent ?? '';
    if (text.length > NEAR.text) return false;
    if (REQUEST.test(text)) return true;
  }
  return false;
}

export interface ComponentPrompts {
  /** The page is read anew, by these settings: fields that were left wait until it is. */
  begin(setup: PageSetup | null): void;
  /** @returns how many lines of this page have a prompt */
  show(report: PageReading): Promise<number>;
  /** The page is read, whatever it holds. */
  read(): void;
  stop(): void;
}

/** @param layer the painted layer, brought in where it is not there yet; null when it cannot be */
export function watchComponents(url: () => string, layer: () => Promise<Overlay | null>): ComponentPrompts {
  let setup: PageSetup | null = null;
  let papers: PagePapers | undefined;
  /** Fields left before the page is read: what is said of a paper hangs on the page's procedure. */
  let waiting: Set<EventTarget> | null = new Set();
  const requests = new Set<EventTarget>();

  async function start(): Promise<PagePapers | undefined> {
    const mine = setup;
    if (!mine) return undefined;
    if (!world.soiPapers) await askBackground('page/need-script', { script: 'reuse' });
    const overlay = await layer();
    if (setup !== mine || (!overlay && !mine.unpainted)) return undefined;
    papers ??= world.soiPapers?.start(document, {
      databases: mine.databases,
      texts: mine.texts,
      procedure: (procedure, named) =>
        askBackground('page/procedure', { url: url(), procedure, papers: named }),
      spared: (code, spared) => void askBackground('page/spared', { url: url(), code, papers: spared }),
      paint: (marks, summary) => overlay?.setComponents(marks, summary),
    });
    return papers;
  }

  async function judge(target: EventTarget): Promise<void> {
    if (!papers && !mayBeRequest(target)) return;
    if ((papers ?? (await start()))?.judge(target)) requests.add(target);
  }

  const left = ({ target }: Event) => {
    if (!target) return;
    if (waiting) waiting.add(target);
    else void judge(target);
  };
  document.addEventListener('focusout', left, true);

  return {
    begin(next) {
      setup = next;
      papers = undefined;
      waiting = new Set([...requests, ...(waiting ?? [])]);
    },
    async show(report) {
      if (!papers && !report.components.length) return 0;
      return (await start())?.show(report) ?? 0;
    },
    read() {
      const before = waiting ?? [];
      waiting = null;
      for (const target of requests) if (!(target as Node).isConnected) requests.delete(target);
      for (const target of before) void judge(target);
    },
    stop: () => document.removeEventListener('focusout', left, true),
  };
}

/** Copies by the click that asks for it. */
export async function copyFromPage(text: string): Promise<boolean> {
  return (await world.soiPapers?.copy(document, text)) ?? false;
}
