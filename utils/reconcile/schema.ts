/** The zod twin of what `npm run reconcile` reads: raw sightings as other tools keep them. */
import { z } from 'zod';
import { parseCode, parseLocalCode } from '../dossier/code';
import {
  feeSchema,
  limitSchema,
  localTimeSchema,
  outcomeSchema,
  paymentSchema,
  statusSchema,
  systemIdSchema,
} from '../dossier/sighting-schema';
import { STATUS_LABELS } from '../dossier/status-labels';
import { routingRow } from '../policy/schema';
import { CATALOGUE } from '../systems';

/** Any spelling of a code, to its normal one. */
const codeSchema = z.string().transform((text, context) => {
  const code = parseCode(text)?.code ?? parseLocalCode(text);
  if (code) return code;
  context.addIssue({ code: 'custom', message: 'not a dossier code' });
  return z.NEVER;
});

const IN_CATALOGUE: ReadonlySet<string> = new Set(CATALOGUE.map(({ id }) => id));

/** A system of the catalogue, or a ministry's or province's by its agency code. */
const systemSchema = systemIdSchema.refine(
  (id) => IN_CATALOGUE.has(id) || /^(?:ministry-g|province-h)\d\d$/.test(id),
  'not a system',
);

const daySchema = z.iso.date('not a day');

/** Rows as policy has them. They may name the procedure as sightings do, one exception alone, or an open end. */
const rowSchema = z.preprocess(
  (row) => {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return row;
    const { procedureCode, exceptions, ...known } = Object.fromEntries(
      Object.entries(row).filter(([, value]) => value !== null),
    );
    return {
      ...(procedureCode !== undefined && { procedure: procedureCode }),
      ...(exceptions !== undefined && {
        exceptions: typeof exceptions === 'string' ? [exceptions] : exceptions,
      }),
      ...known,
    };
  },
  routingRow.extend({ system: systemSchema, from: daySchema.optional(), to: daySchema.optional() }),
);

type NoState = Extract<keyof typeof STATUS_LABELS, `${string}:${string}`>;

/** The table of labels names flags and fees like statuses; they are no states of a dossier, but may stand there. */
const wordedSchema = z.enum([
  ...statusSchema.options,
  ...Object.keys(STATUS_LABELS).filter((meaning): meaning is NoState => meaning.includes(':')),
]);

/** A day alone is no instant; a clock without an offset is Vietnam's. */
const momentSchema = localTimeSchema.refine((text) => text.length > 10, 'not an instant');

/** Codes of one dossier: a list, or the two ends of a link. */
const linkSchema = z.preprocess((link) => {
  if (typeof link !== 'object' || link === null || Array.isArray(link)) return link;
  const { codes, ...ends } = link as Record<string, unknown>;
  return codes ?? Object.values(ends);
}, z.array(codeSchema).min(2));

export const reconcileInputSchema = z.object({
  now: momentSchema,
  sightings: z.array(
    z.object({
      code: codeSchema,
      otherCode: codeSchema.optional(),
      system: systemSchema,
      outcome: outcomeSchema,
      statusText: z.string().optional(),
      status: wordedSchema.optional(),
      statusAt: localTimeSchema.optional(),
      receivedAt: localTimeSchema.optional(),
      dueAt: localTimeSchema.optional(),
      resolvedAt: localTimeSchema.optional(),
      overdueShown: z.boolean().optional(),
      payment: paymentSchema.optional(),
      procedureCode: z.string().optional(),
      fee: feeSchema.optional(),
      limit: limitSchema.optional(),
      channel: z.enum(['in-person', 'online', 'post']).optional(),
      receipt: z.boolean().optional(),
      result: z.boolean().optional(),
      seenAt: momentSchema,
    }),
  ),
  /** Codes of one dossier, each entry two or more. */
  links: z.array(linkSchema).optional(),
  graceMinutes: z.number().min(0).default(60),
  routing: z.array(rowSchema).optional(),
});
