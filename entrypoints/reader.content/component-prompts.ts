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
  /** @returns how many lines of this page have a prompt */
  show(report: PageReading): Promise<number>;
  stop(): void;
}

/** @param layer the painted layer, brought in where it is not there yet; null when it cannot be */
export function watchComponents(
  setup: PageSetup,
  url: () => string,
  layer: () => Promise<Overlay | null>,
): ComponentPrompts {
  let papers: PagePapers | undefined;

  async function start(): Promise<PagePapers | undefined> {
    if (!world.soiPapers) await askBackground('page/need-script', { script: 'reuse' });
    const overlay = await layer();
    if (!overlay && !setup.unpainted) return undefined;
    papers ??= world.soiPapers?.start(document, {
      databases: setup.databases,
      texts: setup.texts,
      procedure: (procedure, named) =>
        askBackground('page/procedure', { url: url(), procedure, papers: named }),
      spared: (code, spared) => void askBackground('page/spared', { url: url(), code, papers: spared }),
      paint: (marks, summary) => overlay?.setComponents(marks, summary),
    });
    return papers;
  }

  const left = ({ target }: Event) => {
    if (papers) papers.judge(target);
    else if (mayBeRequest(target)) void start().then((started) => started?.judge(target));
  };
  document.addEventListener('focusout', left, true);

  return {
    async show(report) {
      if (!papers && !report.components.length) return 0;
      return (await start())?.show(report) ?? 0;
    },
    stop: () => document.removeEventListener('focusout', left, true),
  };
}

/** Copies by the click that asks for it. */
export async function copyFromPage(text: string): Promise<boolean> {
  return (await world.soiPapers?.copy(document, text)) ?? false;
}
