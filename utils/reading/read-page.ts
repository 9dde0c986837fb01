/** Reads at once, with the whole reader: for parsed answers and tools. */
import { type PageReading, type ReadOptions, readSteps } from '.';
import { openRoots } from './gate';
import { REST } from './rest';

/** Reads a document, or a part of one, at once. */
export function readPage(
  root: Document | DocumentFragment | Element,
  options: Omit<ReadOptions, 'roots'>,
): PageReading {
  const steps = readSteps(root, { ...options, roots: [...openRoots(root)], rest: REST });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
