/** The zod twin of `sighting.ts`, for the edges: messages, the database, what comes on stdin. Never in a content script. */
import { z } from 'zod';
import { parseCode, parseLocalCode } from './code';
import { LIMIT_UNITS, type Limit } from './limit';
import type { LedgerSighting, Reading, Sighting } from './sighting';
import { CANONICAL_STATUSES } from './status';
import { parseTime, toInstant } from './time';

/** A code in its normal spelling, of a known shape or local. */
export const codeSchema = z
  .string()
  .max(64)
  .refine((text) => (parseCode(text)?.code ?? parseLocalCode(text)) === text, 'not a dossier code');

/** `YYYY-MM-DD`, `YYYY-MM-DDTHH:mm[:ss]`, or ISO with an offset, of a day that exists. */
export const localTimeSchema = z
  .string()
  .max(40)
  .refine((text) => /^\d{4}-/.test(text) && parseTime(text) !== null, 'not a time');

export const instantSchema = z
  .string()
  .max(40)
  .refine(
    (text) =>
      /(Z|[+-]\d\d:?\d\d)$/i.test(text.slice(10)) &&
      Number.isFinite(toInstant(text)) &&
      parseTime(text) !== null,
    'not an instant',
  );

export const systemIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not a system id')
  .max(60);
export const statusSchema = z.enum(CANONICAL_STATUSES);
export const paymentSchema = z.enum(['unpaid', 'paid', 'refunded']);
export const outcomeSchema = z.enum([
  'found',
  'not-found',
  'not-signed-in',
  'no-permission',
  'captcha',
  'unreachable',
  'unreadable',
  'rate-limited',
]);

/** Whole đồng. */
export const feeSchema = z.int().min(0);
export const limitSchema = z.strictObject({
  count: z.number().positive(),
  unit: z.enum(LIMIT_UNITS),
}) satisfies z.ZodType<Limit>;

const shown = z.string().min(1).max(500);

export const readingSchema = z.strictObject({
  code: codeSchema,
  otherCode: codeSchema.optional(),
  statusText: shown.optional(),
  statusAt: localTimeSchema.optional(),
  receivedAt: localTimeSchema.optional(),
  dueAt: localTimeSchema.optional(),
  resolvedAt: localTimeSchema.optional(),
  procedureCode: z.string().min(1).max(60).optional(),
  procedureName: shown.optional(),
  agency: shown.optional(),
  channel: z.enum(['in-person', 'online', 'post']).optional(),
  payment: paymentSchema.optional(),
  overdueShown: z.boolean().optional(),
  receipt: z.boolean().optional(),
  result: z.boolean().optional(),
}) satisfies z.ZodType<Reading>;

export const sightingSchema = readingSchema.omit({ agency: true }).extend({
  system: systemIdSchema,
  outcome: outcomeSchema,
  status: statusSchema.optional(),
  fee: feeSchema.optional(),
  limit: limitSchema.optional(),
  via: z.enum(['page', 'lookup']),
  seenAt: instantSchema,
}) satisfies z.ZodType<Sighting>;

const factTimes = z.strictObject({ since: instantSchema, seen: instantSchema }).optional();

/** The times of every value that has some. @param times how one value's are checked */
export function factsSchema<T extends z.ZodType>(times: T) {
  return z.strictObject({ dueAt: times, payment: times, procedureCode: times, fee: times, limit: times });
}

export const ledgerSightingSchema = sightingSchema.extend({
  firstSeenAt: instantSchema,
  statusSince: instantSchema,
  shownAt: instantSchema.optional(),
  facts: factsSchema(factTimes).optional(),
}) satisfies z.ZodType<LedgerSighting>;
