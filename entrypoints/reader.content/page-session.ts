/**
 * One page (one frame) from gate to marks: hello → gate → read → record → paint, again whenever the page settles anew.
 * What stands behind the gate are scripts of their own, put into the frame when it needs them.
 *
 *   watchPage ─► gate ─► reader ─► overlay.setDossiers ─► page/record ─► overlay.setViews
 *                           └─► component lines ─► matcher ─► overlay.setComponents
 */
import type { Reading } from '../../utils/dossier/sighting';
import type { Overlay } from '../../utils/overlay';
import type { OverlayWorld } from '../../utils/overlay/in-page';
import { askBackground, isAlive, onPush } from '../../utils/platform/content-browser';
import type { PageSetup, Push } from '../../utils/platform/messages';
import type { PageReading } from '../../utils/reading';
import { gate } from '../../utils/reading/gate';
import type { ReaderWorld } from '../../utils/reading/in-page';
import { watchPage } from '../../utils/reading/watch-page';
import type { MatcherWorld } from '../../utils/reuse/in-page';
import type { DossierView } from '../../utils/view/dossier-view';

/** What this frame knows, for the explanation of a reading and for tests; the page's own scripts live in another world. */
export interface PageState {
  alive(): boolean;
  stop(): void;
  report: PageReading | null;
  views: DossierView[];
  prompts: number;
  /** Counts the times that everything read was also painted. */
  settled: number;
}

/** The isolated world, where reader, painted layer and matcher offer themselves once a page needs them. */
const world = globalThis as ReaderWorld & MatcherWorld & OverlayWorld & { soiHoSo?: PageState };

/** As many as one message takes (messages-schema.ts). */
const PART = 500;
/** A state read again this long after is told again: it was seen later. */
const TELL_AGAIN_MS = 60_000;

/** Components belong to the procedure of the page's dossier; on a page of several dossiers nobody can tell to which. */
function procedureOf({ dossiers }: PageReading): { name?: string } {
  const [only, ...others] = dossiers;
  return others.length ? {} : { name: only?.reading.procedureName };
}

/** Query and fragment may carry search terms with a citizen's name: only the path tells the system. */
const pageUrl = () => location.origin + location.pathname;

/** @returns a function that stops and removes everything; null when a live copy is here already */
export function startPage(): (() => void) | null {
  if (world.soiHoSo?.alive()) return null;
  world.soiHoSo?.stop();

  let setup: PageSetup | null = null;
  let overlay: Overlay | null = null;
  let watch: { stop(): void } | null = null;
  let told = { text: '', at: 0 };
  let turn = 0;
  let stopped = false;

  const state: PageState = {
    alive: () => !stopped && isAlive(),
    stop,
    report: null,
    views: [],
    prompts: 0,
    settled: 0,
  };
  world.soiHoSo = state;

  const begin = async () => {
    setup = await askBackground('page/hello', { url: pageUrl() });
    if (stopped) return;
    overlay?.destroy();
    overlay = null;
    watch?.stop();
    watch = null;
    if (setup) watch = watchPage(document, refresh);
  };

  /** @returns false when the page holds nothing for us: the watch may then go to sleep */
  async function refresh(): Promise<boolean> {
    const mine = ++turn;
    if (!setup) return false;
    // A page once read may have lost its dossiers: only the reader can say so.
    if (!state.report && !gate(document)) return false;
    if (!world.soiReader) await askBackground('page/need-script', { script: 'reading' });
    const report = await world.soiReader?.(document, setup.profile);
    if (!report) return false;
    if (mine !== turn || stopped) return true;
    state.report = report;
    const fruitful = report.dossiers.length > 0 || report.components.length > 0;
    if (!fruitful && !overlay) return false;
    if (!world.soiOverlay) await askBackground('page/need-script', { script: 'overlay' });
    if (mine !== turn || stopped || !world.soiOverlay) return true;
    overlay ??= world.soiOverlay(document, {
      texts: setup.texts,
      showCannotTell: setup.showCannotTell,
      onAsk: (code, systems) => void askBackground('dossier/ask', { code, systems, why: 'card' }),
      onOpen: (code, system) => void askBackground('dossier/open', { code, system }),
      onPause: (code, system, paused) => void askBackground('system/pause', { code, system, paused }),
      onPanel: (code) => void askBackground('panel/open', { code }),
      onLink: (url) => void open(url, '_blank', 'noopener,noreferrer'),
    });
    overlay.setDossiers(report.dossiers.map(({ reading, places }) => ({ code: reading.code, places })));
    await Promise.all([tell(report, mine), prompt(report, mine)]);
    if (mine === turn && !stopped) state.settled++;
    return fruitful;
  }

  async function tell(report: PageReading, mine: number): Promise<void> {
    const readings = report.dossiers.map(({ reading }) => reading);
    const text = JSON.stringify(readings);
    const again = text !== told.text || Date.now() - told.at > TELL_AGAIN_MS;
    if (again) told = { text, at: Date.now() };
    const views: DossierView[] = [];
    for (let from = 0; from < readings.length; from += PART) {
      const part = readings.slice(from, from + PART);
      const answer = await (again ? record(part) : look(part));
      // Nothing recorded: the next settling must try again.
      if (!answer) told = { text: '', at: 0 };
      views.push(...(answer ?? []));
    }
    if (mine === turn && !stopped) show(views);
  }

  const record = (readings: Reading[]) => askBackground('page/record', { url: pageUrl(), readings });
  const look = (readings: { code: string }[]) =>
    askBackground('page/view', { url: pageUrl(), codes: readings.map(({ code }) => code) });

  function show(views: DossierView[]): void {
    const renewed = new Map(state.views.map((view) => [view.code, view]));
    for (const view of views) renewed.set(view.code, view);
    const present = new Set(state.report?.dossiers.map(({ reading }) => reading.code));
    state.views = [...renewed.values()].filter(({ code }) => present.has(code));
    overlay?.setViews(state.views);
  }

  async function prompt(report: PageReading, mine: number): Promise<void> {
    const { components } = report;
    if (components.length && !world.soiMatcher) await askBackground('page/need-script', { script: 'reuse' });
    if (mine !== turn || stopped || !setup || !overlay) return;
    const prompts = world.soiMatcher?.(
      components.map(({ text }) => text),
      setup.databases,
      setup.texts,
      procedureOf(report),
    );
    const marks = components.flatMap(({ place }, index) => {
      const found = prompts?.[index];
      return found ? [{ place, prompt: found }] : [];
    });
    state.prompts = marks.length;
    overlay.setComponents(marks);
  }

  function hear(push: Push): void {
    if (push.push === 'settings-changed') {
      told = { text: '', at: 0 };
      void begin();
      return;
    }
    const here = state.views.filter(({ codes }) => codes.some((code) => push.codes.includes(code)));
    if (here.length) void look(here).then((views) => views && show(views));
  }

  /** Verdicts are as seen at: a page that comes to the front again shows them as of now. */
  const comeBack = () => {
    if (document.visibilityState === 'visible' && state.views.length)
      void look(state.views).then((views) => views && show(views));
  };

  const unhear = onPush(hear);
  document.addEventListener('visibilitychange', comeBack);

  function stop(): void {
    stopped = true;
    unhear();
    document.removeEventListener('visibilitychange', comeBack);
    watch?.stop();
    overlay?.destroy();
  }

  void begin();
  return stop;
}
