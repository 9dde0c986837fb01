/** The zod twin of what `npm run reconcile` reads: raw sightings as other tools keep them. */
import { z } from 'zod';
import { parseCode, parseLocalCode } from '../dossier/code';
import {
  localTimeSchema,
  outcomeSchema,
  paymentSchema,
  statusSchema,
  systemIdSchema,
} from '../dossier/sighting-schema';

/** Any spelling of a code, to its normal one. */
const codeSchema = z.string().transform((text, context) => {
  const code = parseCode(text)?.code ?? parseLocalCode(text);
  if (code) return code;
  context.addIssue({ code: 'custom', message: 'not a dossier code' });
  return z.NEVER;
});

/** A day alone is no instant; a clock without an offset is Vietnam's. */
const momentSchema = localTimeSchema.refine((text) => text.length > 10, 'not an instant');
const daySchema = z.iso.date();
const oneOrMore = z.union([z.string().min(1), z.array(z.string().min(1))]);

export const routingRowSchema = z.object({
  system: systemIdSchema,
  procedure: oneOrMore.optional(),
  agency: oneOrMore.optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  exceptions: z.array(z.string().min(1)).optional(),
});

export const reconcileInputSchema = z.object({
  now: momentSchema,
  sightings: z.array(
    z.object({
      code: codeSchema,
      otherCode: codeSchema.optional(),
      system: systemIdSchema,
      outcome: outcomeSchema,
      statusText: z.string().optional(),
      status: statusSchema.optional(),
      statusAt: localTimeSchema.optional(),
      receivedAt: localTimeSchema.optional(),
      dueAt: localTimeSchema.optional(),
      resolvedAt: localTimeSchema.optional(),
      overdueShown: z.boolean().optional(),
      payment: paymentSchema.optional(),
      procedureCode: z.string().optional(),
      seenAt: momentSchema,
    }),
  ),
  /** Codes of one dossier, each entry two or more. */
  links: z.array(z.array(codeSchema).min(2)).optional(),
  graceMinutes: z.number().min(0).default(60),
  routing: z.array(routingRowSchema).optional(),
});
