/**
 * What the reader's script holds that its rest needs too: in live pages the rest takes it from the world both share instead
 * of bringing it again (a third of its size). The build puts these in place of the imports; elsewhere they are imports.
 */
import { findCodes, mayHoldCode, parseCode, parseLocalCode } from '../dossier/code';
import { fold } from '../dossier/fold';
import { bare } from './bare-label';
import { overdueAmong } from './candidates';
import { isControl } from './control-text';
import {
  isChannel,
  isTimeAlone,
  procedureCodeOf,
  procedureOf,
  soundsLikeProcedure,
  statusOf,
  timeOf,
  timesIn,
} from './field-values';
import { isHead, RawRow, ROWS, rowsOfTable, TABLES } from './grid-rows';
import { BEGINS_A_STATE } from './page-text';
import { placeOfCode } from './read-rows';
import { squeeze } from './squeeze';
import { holds, parentOf } from './visibility';
import { isState, paymentOf, STATE_WORD, stateWords } from './wording';

/** In the order by which the build numbers them. */
export const READER_PARTS = [
  findCodes,
  mayHoldCode,
  parseCode,
  parseLocalCode,
  fold,
  bare,
  overdueAmong,
  isControl,
  isChannel,
  isTimeAlone,
  procedureCodeOf,
  procedureOf,
  soundsLikeProcedure,
  statusOf,
  timeOf,
  timesIn,
  isHead,
  RawRow,
  ROWS,
  rowsOfTable,
  TABLES,
  BEGINS_A_STATE,
  placeOfCode,
  squeeze,
  holds,
  parentOf,
  isState,
  paymentOf,
  STATE_WORD,
  stateWords,
] as const;
