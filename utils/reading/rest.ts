/**
 * What a list alone does not need of the reader: cards and details, histories, a platform's blocks, component lines, procedures. In
 * live pages it is a script of its own, brought in by the first page that holds such.
 */
import type { Labels } from './labels';
import { MoreGrids } from './more-grids';
import { OddTables } from './odd-tables';
import type { Leaf, PageText } from './page-text';
import { componentSteps } from './read-components';
import { datesFromHistory, entriesOfTables } from './read-history';
import { procedureSteps } from './read-procedures';
import { layoutOf, readByProfile } from './read-profile';
import { TextReader } from './read-text';
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

export const REST = {
  MoreGrids,
  OddTables,
  textSteps,
  datesFromHistory,
  entriesOfTables,
  layoutOf,
  readByProfile,
  componentSteps,
  procedureSteps,
};

export type Rest = typeof REST;
