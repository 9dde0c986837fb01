/**
 * The ledger as a file: what is in it, in which form. Dossiers' codes, states and times alone: no names, no diary, no
 * questions, nothing of this machine.
 */
import { z } from 'zod';
import {
  codeSchema,
  factsSchema,
  instantSchema,
  ledgerSightingSchema,
  outcomeSchema,
  statusSchema,
  systemIdSchema,
} from '../dossier/sighting-schema';
import { nowInstant, toInstant } from '../dossier/time';

export const TRANSFER_FORMAT = 'so-ho-so';
export const TRANSFER_VERSION = 1;

/** The ledger compares times as texts: all of one form. */
const instant = instantSchema.transform((text) => nowInstant(toInstant(text)));
const times = z.strictObject({ since: instant, seen: instant }).optional();

const sighting = ledgerSightingSchema
  .extend({
    statusText: z.string().min(1).max(200).optional(),
    outcome: z.enum(['found', 'not-found']),
    seenAt: instant,
    firstSeenAt: instant,
    statusSince: instant,
    shownAt: instant.optional(),
    facts: factsSchema(times).optional(),
  })
  .refine((one) => one.statusSince <= one.firstSeenAt && one.firstSeenAt <= one.seenAt, {
    path: ['firstSeenAt'],
  });

const run = z
  .strictObject({
    code: codeSchema,
    system: systemIdSchema,
    at: instant,
    until: instant,
    since: instant,
    outcome: outcomeSchema,
    status: statusSchema.optional(),
    statusText: z.string().min(1).max(200).optional(),
  })
  .refine((one) => one.since <= one.at && one.at <= one.until, { path: ['at'] });

const link = z
  .strictObject({
    a: codeSchema,
    b: codeSchema,
    at: instant,
    by: z.enum(['page', 'hand']),
    undone: z.literal(true).optional(),
  })
  .refine(({ a, b }) => a < b, { path: ['b'] });

const dismissal = z.strictObject({
  code: codeSchema,
  finding: z.string().min(3).max(400),
  facts: z.string().max(4_000),
  reason: z.enum(['checked', 'reported', 'expected', 'trial']),
  at: instant,
});

/** The kinds of rows of a file, in the order in which it holds them. */
export const TRANSFER_ROWS = { sightings: sighting, runs: run, links: link, dismissals: dismissal } as const;
export type TransferKind = keyof typeof TRANSFER_ROWS;
export const TRANSFER_KINDS = Object.keys(TRANSFER_ROWS) as TransferKind[];

/** Rows of one file, or of a part of it. */
export type TransferRows = { [K in TransferKind]: z.output<(typeof TRANSFER_ROWS)[K]>[] };

/** A part as the background takes it; a dossier's rows of one system come in one part. */
export const transferRowsSchema = z.strictObject({
  sightings: z.array(sighting).max(1_000),
  runs: z.array(run).max(50_000),
  links: z.array(link).max(1_000),
  dismissals: z.array(dismissal).max(1_000),
});
