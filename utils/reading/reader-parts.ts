/**
 * What the reader's script holds that its rest needs too: in live pages the rest takes it from the world both share instead
 * of bringing it again (a third of its size). The build puts these in place of the imports; elsewhere they are imports.
 */
export { findCodes, mayHoldCode, parseCode, parseLocalCode } from '../dossier/code';
export { fold } from '../dossier/fold';
export { bare } from './bare-label';
export { overdueAmong } from './candidates';
export { isControl } from './control-text';
export {
  isChannel,
  isTimeAlone,
  procedureCodeOf,
  procedureOf,
  soundsLikeProcedure,
  statusOf,
  timeOf,
  timesIn,
} from './field-values';
export { isHead, place, RawRow, ROWS, rowsOfTable, TABLES } from './grid-rows';
export { BEGINS_A_STATE } from './page-text';
export { placeOfCode } from './place-of-code';
export { squeeze } from './squeeze';
export { holds, parentOf } from './visibility';
export { isState, paymentOf, STATE_WORD, stateWords } from './wording';
