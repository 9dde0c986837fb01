/**
 * What a list alone does not need of the reader: cards and details, histories, a platform's blocks, component lines, procedures. In
 * live pages it is a script of its own, brought in by the first page that holds such.
 */
import type { DossierCode } from '../dossier/code';
import type { Reading } from '../dossier/sighting';
import type { Layout } from '../systems/profile';
import type { Claim } from './blocks';
import type { Offer } from './candidates';
import { inOrder } from './find-order';
import type { Grid, Grids } from './grid';
import { TABLES } from './grid-rows';
import type { ReadOptions } from './index';
import type { Labels } from './labels';
import { MoreGrids } from './more-grids';
import { OddTables } from './odd-tables';
import type { Leaf, PageText } from './page-text';
import { localIn, readCell } from './read-cell';
import { type ComponentLine, componentSteps } from './read-components';
import { datesFromHistory, entriesOfTables } from './read-history';
import { procedureSteps } from './read-procedures';
import { layoutOf, readByProfile } from './read-profile';
import { type TextDossier, TextReader } from './read-text';
import type { Find } from './scan';
import { searchAreas } from './search-areas';
import { holds } from './visibility';

/** The text beside the lists, but for the forms that dossiers are searched by. @param parts the root and its shadow roots @param answered what the page's answers take up */
function* textSteps(
  leaves: Leaf[],
  page: PageText,
  labels: Labels,
  parts: readonly ParentNode[],
  finds: Find[],
  answered: Element[],
): Generator<undefined, TextReader> {
  const searches: Element[] = [];
  for (const part of parts) searches.push(...(yield* searchAreas(part, finds, new Set(answered))));
  const own = leaves.filter(({ node }) => !searches.some((area) => holds(area, node)));
  return yield* TextReader.steps(own, page, labels, parts[0] as ParentNode);
}

/** What the reader knows of the page by its lists. @see readSteps */
export interface Known {
  page: PageText;
  labels: Labels;
  grids: Grids;
  /** The root and its shadow roots. */
  parts: readonly (Node & ParentNode)[];
}

/** What it found by them. */
interface Found {
  finds: Find[];
  /** What the page's answers take up. */
  answered: Element[];
  claims: Claim[];
  /** What the lists say of each dossier. */
  offers: Map<DossierCode, Offer[]>;
  options: Pick<ReadOptions, 'profile' | 'fitted'>;
  byProfile: ReturnType<typeof readByProfile>;
}

/** Lists found in rarer ways. @param lists those that were read @param read reads one more @returns the finds that stand in none */
function* moreLists(
  { page, labels, grids, parts }: Known,
  lists: Set<Grid>,
  outside: Find[],
  read: (grid: Grid) => Generator<Promise<void> | undefined>,
): Generator<Promise<void> | undefined, Find[]> {
  grids.learn(new MoreGrids(grids));
  const odd = new OddTables(page, labels, grids);
  const left: Find[] = [];
  for (const find of outside) {
    const list = grids.of(find.element) ?? odd.turned(find.element);
    if (list) yield* read(list);
    else left.push(find);
  }
  for (const half of odd.otherHalves(lists, parts)) yield* read(half);
  return left;
}

const OF_ENTRIES = ['statusText', 'receivedAt', 'dueAt', 'resolvedAt'] as const;

/** Rows of one list that hold the dossier's code and differ are entries of its history: its own card says what is. */
function withoutHistory({ code, candidates }: TextDossier, claims: Claim[], offers: Offer[]): void {
  const rows = claims.filter((claim) => claim.code === code);
  if (
    rows.length !== offers.length ||
    new Set(rows.map(({ element }) => element.closest(TABLES) ?? element.parentNode)).size !== 1
  )
    return;
  for (const field of OF_ENTRIES) {
    const said = new Set(offers.flatMap(({ reading }) => reading[field] ?? []));
    if (said.size > 1 && candidates.some(({ label }) => label.kind === field && label.rank < 3))
      for (const { reading } of offers) delete reading[field];
  }
}

export interface Beside {
  components: ComponentLine[];
  layout: Layout;
  /** What the page's own history says of when the state began. */
  dated(reading: Reading): Partial<Reading> | undefined;
}

/** @param leaves the text beside the lists; null: none of it is read @param outside codes in it @param tell is told of each card and detail, and says how many dossiers are known with it @param before so many were known by the lists */
function* besideSteps(
  { page, labels, grids, parts }: Known,
  { finds, answered, claims, offers, options, byProfile }: Found,
  leaves: Leaf[] | null,
  outside: Find[],
  components: boolean,
  tell: (dossier: TextDossier) => number,
  before: number,
): Generator<undefined, Beside> {
  const text = leaves && (yield* textSteps(leaves, page, labels, parts, finds, answered));
  const histories = new Map<DossierCode, string[][]>();
  let all = before;
  let loose = 0;
  for (const dossier of text ? yield* text.read(outside, claims) : []) {
    loose++;
    const { code, block } = dossier;
    const entries = [...entriesOfTables(block, grids, page), ...(text?.timeline(dossier) ?? [])];
    if (entries.length > 0) histories.set(code, [...(histories.get(code) ?? []), ...entries]);
    withoutHistory(dossier, claims, offers.get(code) ?? []);
    all = tell(dossier);
    yield undefined;
  }
  return {
    components: components || text ? yield* componentSteps(parts, page, labels, grids, text?.marked) : [],
    layout: layoutOf(options.profile, byProfile, { all, loose }, options.fitted),
    dated({ code, statusText }) {
      const history = histories.get(code);
      return statusText && history ? datesFromHistory(statusText, history) : undefined;
    },
  };
}

export const REST = {
  readCell,
  localIn,
  moreLists,
  inOrder,
  readByProfile,
  besideSteps,
  procedureSteps,
};

export type Rest = typeof REST;
