/**
 * One page (one frame) from gate to marks: hello → gate → read → record → paint, again whenever the page settles anew.
 * What stands behind the gate are scripts of their own, put into the frame when it needs them.
 *
 *   watchPage ─► gate ─► reader ─► overlay.setDossiers ─► page/record ─► overlay.setViews
 *                           └─► component lines, procedures ─► component-prompts ─► overlay.setComponents
 */

import { fingerprint } from '../../utils/dossier/fingerprint';
import type { Reading } from '../../utils/dossier/sighting';
import type { Overlay } from '../../utils/overlay';
import type { OverlayWorld } from '../../utils/overlay/in-page';
import { askBackground, isAlive, onPush } from '../../utils/platform/content-browser';
import type { PageSetup, Push } from '../../utils/platform/messages';
import type { PageReading } from '../../utils/reading';
import { gate } from '../../utils/reading/gate';
import type { ReaderWorld, ReadHow } from '../../utils/reading/in-page';
import type { Rest } from '../../utils/reading/rest';
import type { RestWorld } from '../../utils/reading/rest-in-page';
import { type Settled, watchPage } from '../../utils/reading/watch-page';
import { pagePlace } from '../../utils/systems/page-place';
import type { Layout } from '../../utils/systems/profile';
import type { DossierView } from '../../utils/view/dossier-view';
import { shareParts } from '../../utils/view/share-parts';
import { copyFromPage, watchComponents } from './component-prompts';
import { inViewFirst } from './in-view-first';

/** What this frame knows, for the explanation of a reading and for tests; the page's own scripts live in another world. */
export interface PageState {
  alive(): boolean;
  stop(): void;
  report: PageReading | null;
  /** How this page is read; for the explanation, which reads it again. */
  how: ReadHow;
  readonly views: DossierView[];
  prompts: number;
  /** Counts the times that everything read was also painted. */
  settled: number;
}

/** The isolated world, where reader and painted layer offer themselves once a page needs them. */
const world = globalThis as ReaderWorld & RestWorld & OverlayWorld & { soiHoSo?: PageState };

/** As many as one message takes (messages-schema.ts). */
const PART = 500;
/** A state read again this long after is told again: it was seen later. */
const TELL_AGAIN_MS = 60_000;
/** Said by each new copy: one of before an update lives in a world of its own, where it cannot be reached. */
const RENEWED = 'soi-reader-renewed';

/**
 * Query and fragment may carry search terms with a citizen's name: only the path tells the system. A frame without an
 * address of its own (`srcdoc`, `about:blank`) is part of the page that made it.
 */
function pageUrl(): string {
  let view: Window = window;
  while (view.location.protocol === 'about:' && view !== view.parent) view = view.parent;
  return view.location.origin + view.location.pathname;
}

/** What an officer must know of how the page was read. */
const noteOf = ({ unread, layout }: PageReading, texts: Record<string, string>): string | undefined =>
  unread ? texts.overlay_unread : layout === 'misfit' ? texts.overlay_misfit : undefined;

/** Starts this frame's session, unless a live one is here already. */
export function startPage(): void {
  if (world.soiHoSo?.alive()) return;
  world.soiHoSo?.stop();
  document.dispatchEvent(new Event(RENEWED));

  let setup: PageSetup | null = null;
  let overlay: Overlay | null = null;
  let watch: { stop(): void } | null = null;
  let told = { print: 0, at: 0 };
  /** The dossiers that the toolbar's badge counts for this frame, as last told. */
  let worried = 'false';
  let turn = 0;
  /** Codes of the last reading, and what is known of them. */
  let present = new Set<string>();
  const known = new Map<string, DossierView>();
  let seen = false;
  let stopped = false;

  const state: PageState = {
    alive: () => !stopped && isAlive(),
    stop,
    report: null,
    how: {},
    get views() {
      return [...known.values()];
    },
    prompts: 0,
    settled: 0,
  };
  world.soiHoSo = state;
  const components = watchComponents(pageUrl, layer);

  /** Said to be open once it is before the officer's eyes: settings that change open nothing. */
  const hello = () => {
    const opened = !seen && document.visibilityState === 'visible';
    seen ||= opened;
    return askBackground('page/hello', {
      url: pageUrl(),
      ...(window === top && { since: performance.timeOrigin }),
      ...(opened && { opened }),
    });
  };

  const begin = async () => {
    setup = await hello();
    worried = 'false';
    if (stopped) return;
    overlay?.destroy();
    overlay = null;
    watch?.stop();
    watch = null;
    components.begin(setup);
    if (setup) watch = watchPage(document, refresh, undefined, () => overlay?.follow());
  };

  /** @returns false when the page holds nothing for us: the watch may then go to sleep */
  async function refresh({ roots }: Settled): Promise<boolean> {
    const mine = ++turn;
    const fruitful = await readAndPaint(mine, roots);
    if (mine === turn) components.read(roots);
    return fruitful;
  }

  async function readAndPaint(mine: number, roots: ShadowRoot[]): Promise<boolean> {
    if (!setup) return false;
    // A page once read may have lost its dossiers: only the reader can say so.
    if (!state.report && !gate(document, roots)) return false;
    if (!world.soiReader) await askBackground('page/need-script', { script: 'reading' });
    state.how = {
      profile: setup.profile,
      fitted: setup.fitted.includes(pagePlace(new URL(pageUrl()).pathname)),
      bring: bringRest,
    };
    const report = await world.soiReader?.(document, { ...state.how, roots });
    if (!report) return false;
    if (mine !== turn || stopped) return true;
    state.report = report;
    present = new Set(report.dossiers.map(({ reading }) => reading.code));
    tellConcerns();
    const procedures = await components.ask(report);
    const fruitful = report.dossiers.length > 0 || report.components.length > 0 || procedures > 0;
    if (!fruitful && !overlay && !known.size) return false;
    const painted = await layer();
    if (mine !== turn || stopped || (!painted && !setup.unpainted)) return true;
    painted?.setDossiers(
      report.dossiers.map(({ reading, places }) => ({ code: reading.code, places })),
      noteOf(report, setup.texts),
    );
    const [prompts] = await Promise.all([components.show(report), tell(report, mine)]);
    if (mine !== turn || stopped) return fruitful;
    state.prompts = prompts;
    state.settled++;
    return fruitful;
  }

  /** What the reader needs for more than lists. */
  async function bringRest(): Promise<Rest | null> {
    if (!world.soiReaderRest) await askBackground('page/need-script', { script: 'reading-rest' });
    return world.soiReaderRest ?? null;
  }

  /** The painted layer, made when there is first something to paint. */
  async function layer(): Promise<Overlay | null> {
    if (setup?.unpainted) return null;
    if (!world.soiOverlay) await askBackground('page/need-script', { script: 'overlay' });
    if (stopped || !setup || !world.soiOverlay) return null;
    overlay ??= world.soiOverlay(document, {
      texts: setup.texts,
      showCannotTell: setup.showCannotTell,
      onAsk: (code, systems) => void askBackground('dossier/ask', { code, systems, why: 'card' }),
      onOpen: (code, system) => void askBackground('dossier/open', { code, system }),
      onPause: (code, system, paused) => void askBackground('system/pause', { code, system, paused }),
      onPanel: (code, why) => void askBackground('panel/open', { code, why }),
      onLink: (url) => void open(url, '_blank', 'noopener,noreferrer'),
      onCopy: copyFromPage,
      onRead: (code) => void askBackground('page/looked-at', { url: pageUrl(), code }),
    });
    return overlay;
  }

  async function tell(report: PageReading, mine: number): Promise<void> {
    const { dossiers } = report;
    const readings = dossiers.map(({ reading }) => reading);
    const print = fingerprint(report.layout + JSON.stringify(readings));
    // Whoever signs in without a reload sees his dossiers now.
    const anew = mine > 1 && known.size === 0;
    const again = print !== told.print || Date.now() - told.at > TELL_AGAIN_MS;
    if (again) told = { print, at: Date.now() };
    // What is gone from the page goes at once; a new painted layer is told what is known.
    for (const code of known.keys()) if (!present.has(code)) known.delete(code);
    show(state.views);
    const ordered = dossiers.length > PART ? inViewFirst(dossiers).map(({ reading }) => reading) : readings;
    for (let from = 0; from < ordered.length; from += PART) {
      const part = ordered.slice(from, from + PART);
      const answer = await (again ? record(part, report.layout, anew) : look(part));
      // Nothing recorded: the next settling must try again.
      if (!answer) told = { print: 0, at: 0 };
      if (mine === turn && !stopped) show(shareParts(answer ?? []));
    }
  }

  const record = (readings: Reading[], layout: Layout, anew: boolean) =>
    askBackground('page/record', { url: pageUrl(), readings, layout, ...(anew && { anew }) });
  const look = (readings: { code: string }[]) =>
    askBackground('page/view', { url: pageUrl(), codes: readings.map(({ code }) => code) });

  /** What is known by now of dossiers of this page, shown part by part. */
  async function lookAgain(dossiers: { code: string }[]): Promise<void> {
    for (let from = 0; from < dossiers.length && !stopped; from += PART)
      show(shareParts((await look(dossiers.slice(from, from + PART))) ?? []));
  }

  function show(views: DossierView[]): void {
    const here = views.filter(({ code }) => present.has(code));
    for (const view of here) known.set(view.code, view);
    overlay?.setViews(here);
    tellConcerns();
  }

  /** For the toolbar's button. A page that was given up says so only there: it has nothing that a card could stand at. */
  function tellConcerns(): void {
    const codes = state.views.flatMap(({ code, concern }) => (concern ? code : [])).slice(0, PART);
    const unread = !!state.report?.unread && state.report.dossiers.length === 0;
    const word = `${codes}${unread}`;
    if (word === worried) return;
    worried = word;
    void askBackground('page/concerns', { url: pageUrl(), codes, unread });
  }

  function hear(push: Push): void {
    if (push.push === 'settings-changed') {
      told = { print: 0, at: 0 };
      void begin();
      return;
    }
    const here = state.views.filter(({ codes }) => codes.some((code) => push.codes.includes(code)));
    void lookAgain(here);
  }

  /** Verdicts are as seen at: a page that comes to the front again shows them as of now. */
  const comeBack = () => {
    if (document.visibilityState !== 'visible') return;
    if (!seen) void hello();
    void lookAgain(state.views);
  };

  /** A page may say so too: only what an update cut off believes it. */
  const renewed = () => isAlive() || stop();
  document.addEventListener(RENEWED, renewed);
  const unhear = onPush(hear);
  document.addEventListener('visibilitychange', comeBack);

  function stop(): void {
    stopped = true;
    unhear();
    document.removeEventListener(RENEWED, renewed);
    document.removeEventListener('visibilitychange', comeBack);
    watch?.stop();
    components.stop();
    overlay?.destroy();
  }

  void begin();
}
