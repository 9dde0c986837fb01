/** Words that were read in an encoding that they were not written in: a state made of them would be nobody's. */
import type { AnswerReading } from '../dossier/sighting';

/** What no encoding has, letters that Vietnamese has not, and others before signs: UTF-8 read as Latin ("Äang xá»­ lÃ½"). */
const GARBLED = /[\ufffd\u00c4-\u00c6]|\u00e1[\u00ba\u00bb]|[\u00c3\u0102][\u0080-\u009f\u00a1-\u00bf]/;

/** True where any text of a reading is so. */
export function isGarbled(reading: AnswerReading): boolean {
  return Object.values(reading).some((value) => typeof value === 'string' && GARBLED.test(value));
}
