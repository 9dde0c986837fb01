/** Reads at once, with the whole reader: for parsed answers and tools. */
import { type PageReading, type ReadOptions, readSteps } from '.';
import { rootSteps } from './gate';
import { atOnce } from './in-slices';
import { REST } from './rest';

/** Reads a document, or a part of one, at once. */
export function readPage(
  root: Document | DocumentFragment | Element,
  options: Omit<ReadOptions, 'roots'>,
): PageReading {
  return atOnce(readSteps(root, { ...options, roots: atOnce(rootSteps(root)), rest: REST }));
}
