/**
 * Reading: what a page says of dossiers. In: a document or a part of one, a platform's profile, a visibility port.
 * Out: a reading for each dossier with its places on the page, the component lines, and what was left out in doubt.
 * The way: gate → one scan for codes → lists (grid, read-rows) → cards and details (read-text) → belief (candidates).
 */
import type { DossierCode } from '../dossier/code';
import type { Reading } from '../dossier/sighting';
import type { Layout, ReadingProfile } from '../systems/profile';
import type { Claim } from './blocks';
import { believe, type Doubt, type Offer, unite } from './candidates';
import type { Trace } from './explanation';
import { type Grid, Grids } from './grid';
import { TABLES } from './grid-rows';
import { Labels } from './labels';
import { MOST_LOOSE, type Unread } from './limits';
import { type Leaf, PageText } from './page-text';
import type { Place } from './place';
import { QuickRows } from './quick-rows';
import type { ComponentLine } from './read-components';
import type { NamedProcedure } from './read-procedures';
import { RowReader } from './read-rows';
import type { Rest } from './rest';
import { type Find, scanSteps } from './scan';
import type { Visibility } from './visibility';

export type { Doubt } from './candidates';
export { gate } from './gate';
export type { Place } from './place';
export type { ComponentLine } from './read-components';
export { readPageInSlices } from './slices';
export { LIVE_VISIBILITY, PARSED_VISIBILITY, type Visibility } from './visibility';
export { watchPage } from './watch-page';

export interface DossierReading {
  reading: Reading;
  /** Every displayed place of its code, in document order. */
  places: Place[];
  /** A name under a label that often carries a citizen's name: shown by tools, never stored or sent. */
  procedureText?: string;
}

export interface PageReading {
  dossiers: DossierReading[];
  components: ComponentLine[];
  /** Procedures that the page names; only where it holds neither dossiers nor components. */
  procedures?: NamedProcedure[];
  doubts: Doubt[];
  /** `misfit`: the page no longer looks as its platform's profile says, and was read by the generic reader alone. */
  layout: Layout;
  /** Why the page was not read; with dossiers: why only its lists were. What is missing then is not known to be absent. */
  unread?: Unread;
}

export interface ReadOptions {
  profile?: ReadingProfile | null;
  visibility: Visibility;
  /** All open shadow roots below: whoever reads has looked for them. */
  roots: readonly ShadowRoot[];
  /** The profile's blocks were read on this page before. */
  fitted?: boolean;
  /** Told of everything a dossier was read from; only where somebody asked why. */
  trace?: Trace;
  /** What lists do not need of the reader, where it is there already. */
  rest?: Rest;
  /** Brings it in; null where it cannot be: then lists alone are read. */
  bring?: () => Promise<Rest | null>;
}

export const NOTHING: PageReading = { dossiers: [], components: [], doubts: [], layout: 'none' };

/** Labels of codes inside a sentence, before a colon; those that stand alone the scan has seen. */
const NAMES_CODE = /m[aã]|s[oố]|h[oồ]\s*s[oơ]|nh[aậ]n/i;
const namesCode = ({ control, element, text }: Leaf): boolean =>
  control
    ? element.hasAttribute('aria-label')
    : NAMES_CODE.test(text.slice(0, Math.max(text.lastIndexOf(':'), text.lastIndexOf('：'), 0)));

/** The reading in small steps, for a caller that shares the thread with the page; a step may be something to wait for. */
export function* readSteps(
  root: Document | DocumentFragment | Element,
  options: ReadOptions,
): Generator<Promise<void> | undefined, PageReading> {
  let rest = options.rest ?? null;
  const bring = async () => {
    rest ??= (await options.bring?.()) ?? null;
  };
  const parts = [root, ...options.roots];
  const labels = new Labels(options.profile);
  const page = new PageText(options.visibility, options.profile?.ignore);
  const scan = yield* scanSteps(root, labels, options.roots);
  if (scan.unread) return { ...NOTHING, unread: scan.unread };
  const typed = scan.typed.length > 0;
  if (!typed && scan.finds.length + scan.codeLabels.length === 0 && !scan.components && !scan.procedures)
    return NOTHING;

  if (!rest && (options.profile?.blocks || scan.components || typed)) yield bring();
  if (typed && rest) scan.finds = yield* rest.inOrder(parts, [...scan.finds, ...scan.typed]);
  const byProfile =
    rest && options.profile ? rest.readByProfile(root, options.profile, page) : { blocks: [], misfit: false };
  const profiled = (node: Node): boolean => byProfile.blocks.some((block) => block.element.contains(node));
  const offers = new Map<DossierCode, Offer[]>();
  const first = new Map<DossierCode, Place>();
  const offer = (
    code: DossierCode,
    other: DossierCode | undefined,
    overdue: boolean | undefined,
    made: Offer,
  ) => {
    if (other) made.reading.otherCode = other;
    if (overdue !== undefined) made.reading.overdueShown ??= overdue;
    add(offers, code, made);
  };

  const grids = new Grids(page, labels);
  const known = { page, labels, grids, parts };
  const lists = new Set<Grid>();
  let outside: Find[] = [];
  const rows = new RowReader(page, labels, () => rest);
  const quickRows = options.trace ? null : new QuickRows(page, rows, scan.finds);
  const claims: Claim[] = [];
  for (const { element, reading, place } of byProfile.blocks) {
    claims.push({ code: reading.code, element });
    first.set(reading.code, place);
    offer(reading.code, undefined, undefined, { reading, doubts: [] });
    options.trace?.('profile', { code: reading.code, candidates: [], reading: { ...reading } });
  }
  let tried = false;
  const readList = function* (grid: Grid): Generator<Promise<void> | undefined> {
    if (lists.has(grid)) return;
    lists.add(grid);
    yield* grid.prepare?.() ?? [];
    let count = 0;
    for (const row of grid.rows) {
      if (count++ % 8 === 0) yield undefined;
      if (!page.showsOnce(row.first)) continue;
      const quick = quickRows?.read(grid, row);
      if (quick) {
        claims.push(quick);
        offer(quick.code, undefined, quick.overdue, quick.offer);
        continue;
      }
      let read = rows.read(grid, row);
      if (rows.wants && !tried) {
        tried = true;
        yield bring();
        read = rows.read(grid, row);
      }
      if (!read) continue;
      claims.push({ code: read.code, element: row.first });
      if (!read.code) continue;
      if (read.place && !first.has(read.code)) first.set(read.code, read.place);
      offer(read.code, read.otherCode, read.overdue, believe(read.candidates));
      options.trace?.('row', read);
    }
  };
  let looked = 0;
  for (const find of scan.finds) {
    // Read with its row, and displayed, is most of what a long list holds.
    if (find.shown) continue;
    if (looked++ % 50 === 0) yield undefined;
    find.shown = page.shows(find.element);
    if (!find.shown || profiled(find.element)) continue;
    const grid = grids.of(find.element);
    if (grid) yield* readList(grid);
    else outside.push(find);
  }
  const alone = (element: Element) => page.shows(element) && !grids.of(element);
  if (!rest && (outside.length > 0 || scan.codeLabels.some(alone) || mayBeHalf(parts, lists))) yield bring();
  if (rest) {
    outside = yield* rest.moreLists(known, lists, outside, readList);
  }
  const taken = new Set([...lists].flatMap((grid) => grid.parts));
  for (const { element } of byProfile.blocks) taken.add(element);
  const answered = [...taken];
  let loneLabel = false;
  for (const element of scan.codeLabels) {
    const grid = page.shows(element) ? grids.of(element) : null;
    if (grid) yield* readList(grid);
    else loneLabel = true;
  }
  const finds = scan.finds.filter((find) => find.shown);

  for (const grid of lists) for (const part of grid.parts) taken.add(part);
  const leaves = yield* page.leafSteps(
    root,
    (element) =>
      taken.has(element) || /^(?:nav|footer)$/.test(element.localName) || grids.table(element) !== null,
  );
  const tooMuch = leaves.length > MOST_LOOSE;
  const loose = outside.length > 0 || loneLabel || leaves.some(namesCode);
  if (!rest && loose) yield bring();
  const beside = rest
    ? yield* rest.besideSteps(
        known,
        { finds, answered, claims, offers, options, byProfile },
        loose && !tooMuch ? leaves : null,
        outside,
        scan.components,
        (dossier) => {
          if (dossier.place && !first.has(dossier.code)) first.set(dossier.code, dossier.place);
          offer(dossier.code, dossier.otherCode, dossier.overdue, believe(dossier.candidates));
          options.trace?.('text', dossier);
          return offers.size;
        },
        offers.size,
      )
    : null;

  const reading: PageReading = {
    dossiers: [],
    components: beside?.components ?? [],
    doubts: [],
    unread: loose && tooMuch ? 'too-large' : undefined,
    layout: beside?.layout ?? 'none',
  };
  const places = new Map<DossierCode, Place[]>();
  for (const { code, place } of finds) add(places, code, place);
  for (const [code, made] of offers) {
    if (reading.dossiers.length % 100 === 0) yield undefined;
    const united = unite(code, made);
    const dated = beside?.dated(united.reading);
    const own = places.get(code) ?? [];
    const place = first.get(code);
    reading.dossiers.push({
      reading: dated ? { ...dated, ...united.reading } : united.reading,
      places: own.length > 0 || !place ? own : [place],
      procedureText: united.weakName,
    });
    if (united.doubts.length > 0) reading.doubts.push(...united.doubts);
  }
  if (offers.size + reading.components.length === 0) {
    yield bring();
    if (rest) reading.procedures = yield* rest.procedureSteps(known);
  }
  return withoutOtherCodes(reading);
}

function add<T>(lists: Map<DossierCode, T[]>, code: DossierCode, one: T): void {
  const list = lists.get(code);
  if (list) list.push(one);
  else lists.set(code, [one]);
}

/** A table beside a list may hold the columns that the list lacks. */
const mayBeHalf = (parts: ParentNode[], lists: Set<Grid>): boolean =>
  [...lists].some(({ columns }) => columns.every((column) => column?.parts[0]?.kind !== 'statusText')) &&
  parts.reduce((all, part) => all + part.querySelectorAll(TABLES).length, 0) > lists.size;

/** A code that another dossier of the page names as its own other code is no dossier besides. */
function withoutOtherCodes(reading: PageReading): PageReading {
  const others = new Set(reading.dossiers.map((d) => d.reading.otherCode));
  reading.dossiers = reading.dossiers.filter((d) => !others.has(d.reading.code) || d.reading.otherCode);
  return reading;
}
