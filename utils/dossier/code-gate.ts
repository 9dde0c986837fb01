/** The first question about any text, apart from the parser so that pages without codes never load it. */
export const MAY_BE_CODE =
  /[ghGHｇｈＧＨ]\s?\d\d|\/\s?20\d\d\s?\/|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\uff10-\uff19]/;

/** Cheap first question: false means that `findCodes` finds nothing. */
export function mayHoldCode(text: string): boolean {
  return text.length > 11 && MAY_BE_CODE.test(text);
}
