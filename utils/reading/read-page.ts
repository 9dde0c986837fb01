/** Reads at once, with the whole reader: for parsed answers and tools. */
import { type PageReading, type ReadOptions, readSteps } from '.';
import { REST } from './rest';

/** Reads a document, or a part of one, at once. */
export function readPage(root: Document | DocumentFragment | Element, options: ReadOptions): PageReading {
  const steps = readSteps(root, { ...options, rest: REST });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
