/**
 * What a list alone does not need of the reader: cards and details, histories, a platform's blocks, component lines, procedures. In
 * live pages it is a script of its own, brought in by the first page that holds such.
 */
import { MoreGrids } from './more-grids';
import { OddTables } from './odd-tables';
import { componentSteps } from './read-components';
import { datesFromHistory, entriesOfTables } from './read-history';
import { procedureSteps } from './read-procedures';
import { layoutOf, readByProfile } from './read-profile';
import { TextReader } from './read-text';
import { searchAreas } from './search-areas';

export const REST = {
  MoreGrids,
  OddTables,
  TextReader,
  datesFromHistory,
  entriesOfTables,
  layoutOf,
  readByProfile,
  componentSteps,
  procedureSteps,
  searchAreas,
};

export type Rest = typeof REST;
