/**
 * How much of a page is read. Far beyond any list that an office works with: a page that holds more is left with a reason,
 * and what was not read is never told as absent.
 */

/** Why a page was not read; too large it may also be outside of its lists alone. */
export type Unread = 'too-large' | 'too-slow';

/** Text nodes. A list of 20,000 rows and ten columns has 200,000 of them, and so has a page of 10 MB. */
export const MOST_TEXTS = 400_000;
/** Texts outside of lists; with more, cards and details are not read. A long decision printed whole has 5,000. */
export const MOST_LOOSE = 60_000;
/** The reader's own work in a page (ms), slices alone. A list of 5,000 rows takes a hundredth of it. */
export const WORK_MS = 8_000;
