/** The ledger written as a file, slice by slice: it may be far larger than what a page should hold twice. */
import Dexie, { type Table } from 'dexie';
import { cleaned } from './clean-rows';
import type { Ledger } from './database';
import type { KnownProcedures } from './sighting-of';
import {
  TRANSFER_FORMAT,
  TRANSFER_KINDS,
  TRANSFER_ROWS,
  TRANSFER_VERSION,
  type TransferKind,
} from './transfer-schema';

const SLICE = 1_000;

export interface WriteOptions {
  /** ms */
  now: number;
  procedures: KnownProcedures;
  /** Told how many rows of how many are written; false ends it. */
  progress(done: number, of: number): Promise<boolean>;
}

/** @returns the file's text in parts, or null when it was given up. Rows that are not as they should be are left out. */
export async function writeTransfer(
  db: Ledger,
  { now, procedures, progress }: WriteOptions,
): Promise<string[] | null> {
  const tables: Record<TransferKind, Table> = {
    sightings: db.latest,
    runs: db.changes,
    links: db.links,
    dismissals: db.dismissals,
  };
  const counts = await Promise.all(TRANSFER_KINDS.map((kind) => tables[kind].count()));
  const of = counts.reduce((sum, count) => sum + count, 0);
  const head = {
    format: TRANSFER_FORMAT,
    version: TRANSFER_VERSION,
    exportedAt: new Date(now).toISOString(),
  };
  const parts = [JSON.stringify(head).slice(0, -1)];
  let done = 0;
  for (const kind of TRANSFER_KINDS) {
    parts.push(`,\n"${kind}":[`);
    let separator = '\n';
    for await (const rows of slicesOf(tables[kind])) {
      const texts = rows.flatMap((row) => textOf(kind, row, procedures));
      if (texts.length > 0) {
        parts.push(separator, texts.join(',\n'));
        separator = ',\n';
      }
      done += rows.length;
      if (!(await progress(done, of))) return null;
    }
    parts.push(']');
  }
  return [...parts, '}\n'];
}

function textOf(kind: TransferKind, row: unknown, procedures: KnownProcedures): string[] {
  // Numbers of rows are this machine's own.
  const { id: _, ...said } = row as Record<string, unknown>;
  const read = TRANSFER_ROWS[kind].safeParse(said);
  return read.success ? [JSON.stringify(cleaned(read.data, procedures))] : [];
}

async function* slicesOf(table: Table): AsyncGenerator<unknown[]> {
  const primary = table.schema.primKey;
  let last: unknown = Dexie.minKey;
  for (;;) {
    const [rows, keys] = await table.db.transaction('r', table, () => {
      const next = () => table.where(':id').above(last).limit(SLICE);
      return Promise.all([next().toArray(), next().primaryKeys()]);
    });
    if (rows.length > 0) yield rows;
    if (rows.length < SLICE || !primary) return;
    last = keys.at(-1);
  }
}
