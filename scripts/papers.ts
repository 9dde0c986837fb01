/**
 * `npm run -s papers`: JSON lines `{"text","procedure"?}` on stdin, JSON lines `{"papers","surrendered","why"}` on
 * stdout in the same order. A bad line gets `{"error"}`, and the exit code is 1 at the end.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { matchPapers } from '../utils/reuse/match-papers';

type Question = { text: string; procedure?: string } | { error: string };

/** @returns the question of one line of input, or what is wrong with it. */
function parseQuestion(source: string): Question {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return { error: 'not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { error: 'not an object' };
  const { text, procedure } = value as Record<string, unknown>;
  if (typeof text !== 'string') return { error: 'text: must be a string' };
  if (procedure === undefined || procedure === null) return { text };
  if (typeof procedure !== 'string') return { error: 'procedure: must be a string' };
  return { text, procedure };
}

function answerOf({ text, procedure }: { text: string; procedure?: string }) {
  const { papers, surrendered, why } = matchPapers(text, { procedure });
  return { papers, surrendered, why };
}

const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
for await (const source of lines) {
  if (!source.trim()) continue;
  const question = parseQuestion(source);
  if ('error' in question) process.exitCode = 1;
  const answer = 'error' in question ? question : answerOf(question);
  if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, 'drain');
}
