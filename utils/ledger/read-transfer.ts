/** A file that is to be taken in: read and checked as a whole before anything of it is kept. */
import type { IsoInstant } from '../dossier/time';
import {
  TRANSFER_FORMAT,
  TRANSFER_KINDS,
  TRANSFER_ROWS,
  TRANSFER_VERSION,
  type TransferKind,
  type TransferRows,
} from './transfer-schema';

/** What is wrong with a file: a sentence's key and what fills it. */
export interface WrongFile {
  wrong: 'json' | 'format' | 'version' | 'list' | 'row' | 'future';
  params: string[];
}

/** Rows checked between two pauses. */
const SLICE = 500;

export interface ReadOptions {
  /** Nothing of a file can have been seen later than this. */
  notAfter: IsoInstant;
  /** Told how many rows of how many are checked; false ends it. */
  progress(done: number, of: number): Promise<boolean>;
}

/** @returns its rows, what is wrong with it, or null when it was given up */
export async function readTransfer(
  text: string,
  options: ReadOptions,
): Promise<TransferRows | WrongFile | null> {
  const file = parsed(text);
  if (file === undefined) return { wrong: 'json', params: [] };
  const head = (typeof file === 'object' && file !== null ? file : {}) as Record<string, unknown>;
  if (head.format !== TRANSFER_FORMAT) return { wrong: 'format', params: [] };
  if (head.version !== TRANSFER_VERSION) return { wrong: 'version', params: [String(head.version)] };
  const rows: TransferRows = { sightings: [], runs: [], links: [], dismissals: [] };
  const lists = TRANSFER_KINDS.map((kind) => head[kind]);
  const of = lists.reduce((sum: number, list) => sum + (Array.isArray(list) ? list.length : 0), 0);
  let done = 0;
  for (const [at, kind] of TRANSFER_KINDS.entries()) {
    const list = lists[at];
    if (!Array.isArray(list)) return { wrong: 'list', params: [kind] };
    for (let from = 0; from < list.length; from += SLICE) {
      const wrong = readRows(kind, list.slice(from, from + SLICE), from, rows, options);
      if (wrong) return wrong;
      done += Math.min(SLICE, list.length - from);
      if (!(await options.progress(done, of))) return null;
    }
  }
  return rows;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // No JSON: told as such.
  }
}

function readRows(
  kind: TransferKind,
  list: readonly unknown[],
  from: number,
  rows: TransferRows,
  { notAfter }: ReadOptions,
): WrongFile | null {
  const place = (at: number) => [kind, String(from + at + 1)];
  for (const [at, one] of list.entries()) {
    const read = TRANSFER_ROWS[kind].safeParse(one);
    if (!read.success) {
      const [issue] = read.error.issues;
      const unknown = issue?.code === 'unrecognized_keys' ? issue.keys : [];
      return { wrong: 'row', params: [...place(at), [...(issue?.path ?? []), ...unknown].join('.') || '?'] };
    }
    const row = read.data;
    const last = 'seenAt' in row ? row.seenAt : 'until' in row ? row.until : row.at;
    // What claims to be of tomorrow would never be overwritten by what is seen today.
    if (last > notAfter) return { wrong: 'future', params: place(at) };
    (rows[kind] as (typeof row)[]).push(row);
  }
  return null;
}
