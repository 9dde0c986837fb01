/** The zod twin of `messages.ts`: what the background lets in, from whom. */
import { z } from 'zod';
import type { DossierCode } from '../dossier/code';
import { parseCode, parseLocalCode } from '../dossier/code';
import { PAPER_IDS } from '../dossier/paper';
import type { LocalTime } from '../dossier/time';
import { parseTime, toInstant } from '../dossier/time';
import type { MessageName, Messages } from './messages';

const code = z
  .string()
  .max(64)
  .refine((text) => (parseCode(text)?.code ?? parseLocalCode(text)) === text, 'not a normal dossier code')
  .transform((text) => text as DossierCode);

const LOCAL_TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/;
const time = z
  .string()
  .regex(LOCAL_TIME)
  .refine((text) => Number.isFinite(toInstant(text as LocalTime)) && parseTime(text) !== null, 'no such time')
  .transform((text) => text as LocalTime);

/** Page texts are short; what is longer is no field of a dossier. */
const text = z.string().min(1).max(500);
const systemId = z.string().regex(/^[a-z0-9-]{1,40}$/);

const reading = z.strictObject({
  code,
  otherCode: code.optional(),
  statusText: text.optional(),
  statusAt: time.optional(),
  receivedAt: time.optional(),
  dueAt: time.optional(),
  resolvedAt: time.optional(),
  procedureCode: z.string().max(40).optional(),
  procedureName: z.string().max(2_000).optional(),
  agency: z.string().max(500).optional(),
  channel: z.enum(['in-person', 'online', 'post']).optional(),
  payment: z.enum(['unpaid', 'paid', 'refunded']).optional(),
  overdueShown: z.boolean().optional(),
});

const papers = z.array(z.enum(PAPER_IDS)).max(PAPER_IDS.length);

const procedure = z.strictObject({
  code: reading.shape.procedureCode,
  name: reading.shape.procedureName,
});

const url = z.url({ protocol: /^https?$/ }).max(4_000);

/** A page of more dossiers than this is sent in parts by the content script. */
export const MAX_READINGS = 500;

/** As many procedures as a page may name (reading/read-procedures.ts). */
const MAX_NAMED = 20;

/** As many dossiers as one page may ask for without a click. */
const MAX_IN_VIEW = 20;

/** As many dossiers as one list holds. */
const MAX_BATCH = 500;

/** The name of a finding, and what it rests on (view/finding-facts.ts). */
const finding = z.string().min(3).max(400);
const facts = z.string().max(4_000);

export const PAYLOADS: { [N in MessageName]: z.ZodType<Messages[N]['in']> } = {
  'page/hello': z.strictObject({
    url,
    since: z.number().optional(),
    opened: z.literal(true).optional(),
  }),
  'page/record': z.strictObject({
    url,
    readings: z.array(reading).max(MAX_READINGS),
    layout: z.enum(['fits', 'misfit', 'none']).optional(),
    anew: z.literal(true).optional(),
  }),
  'page/view': z.strictObject({ url, codes: z.array(code).max(MAX_READINGS) }),
  'page/procedure': z.strictObject({
    url,
    procedure,
    papers,
  }),
  'page/named': z.strictObject({ url, procedures: z.array(procedure).max(MAX_NAMED) }),
  'page/spared': z.strictObject({ url, code, papers }),
  'page/in-view': z.strictObject({ url, codes: z.array(code).max(MAX_IN_VIEW) }),
  'page/concerns': z.strictObject({ url, codes: z.array(code).max(MAX_READINGS), unread: z.boolean() }),
  'page/looked-at': z.strictObject({ url, code }),
  'page/need-script': z.strictObject({ script: z.enum(['reading', 'reading-rest', 'overlay', 'reuse']) }),
  'asking/soon': z.strictObject({}),
  'dossier/ask': z.strictObject({
    code,
    systems: z.array(systemId).max(60).optional(),
    why: z.enum(['card', 'panel', 'popup']),
  }),
  'system/pause': z.strictObject({ code, system: systemId, paused: z.boolean() }),
  'batch/start': z.strictObject({ id: z.uuid(), codes: z.array(code).min(1).max(MAX_BATCH) }),
  'batch/steer': z.strictObject({
    deed: z.enum(['pause', 'resume', 'cancel']),
    leaveOut: systemId.optional(),
  }),
  'panel/open': z.strictObject({ code, why: z.boolean().optional() }),
  'dossier/open': z.strictObject({ code, system: systemId }),
  'dossier/link': z.strictObject({ code, other: code, linked: z.boolean() }),
  'finding/dismiss': z.strictObject({
    code,
    finding,
    facts,
    reason: z.enum(['checked', 'reported', 'expected', 'trial']).optional(),
  }),
  'pilot/answer': z.strictObject({ code, finding, facts, answer: z.enum(['right', 'wrong', 'unsure']) }),
  'ledger/check': z.strictObject({}),
  // What is in it, the ledger's own schema checks where it is taken in.
  'ledger/import': z.strictObject({
    part: z.custom<Messages['ledger/import']['in']['part']>((value) => typeof value === 'object'),
  }),
  'ledger/erase': z.strictObject({}),
};

/** Messages that only a page of an enabled system may send; the others also come from the extension's own pages. */
export const FROM_PAGES_ONLY: ReadonlySet<MessageName> = new Set([
  'page/hello',
  'page/record',
  'page/view',
  'page/procedure',
  'page/named',
  'page/spared',
  'page/need-script',
  'page/in-view',
  'page/concerns',
  'page/looked-at',
]);

/** Messages that only the extension's own pages may send. */
export const FROM_EXTENSION_ONLY: ReadonlySet<MessageName> = new Set([
  'ledger/check',
  'ledger/import',
  'ledger/erase',
  'asking/soon',
  'batch/start',
  'batch/steer',
  'dossier/link',
  'finding/dismiss',
  'pilot/answer',
]);

export const envelope = z.strictObject({
  name: z.enum(Object.keys(PAYLOADS) as [MessageName]),
  payload: z.unknown(),
});
