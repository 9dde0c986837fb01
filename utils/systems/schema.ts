/** The zod twin of `system.ts` and `connector.ts`: checks the catalogue in tests and what a policy brings. */
import { z } from 'zod';
import { LIMIT_UNITS } from '../dossier/limit';
import type { AnswerReading } from '../dossier/sighting';
import type { Carried, Connector, HtmlConnector, JsonConnector, TabConnector } from './connector';
import { parseHost } from './host';
import type { System, SystemHost } from './system';

export const SYSTEM_KINDS = [
  'national-portal',
  'coordination',
  'ministry',
  'province',
  'land',
  'civil-status',
  'interlinked-services',
  'business',
  'insurance',
  'tax',
  'payment',
  'documents',
] as const satisfies System['kind'][];

/** Agency codes are G.. or H..; ids are words with hyphens. */
export const SYSTEM_ID = /^[a-z][a-z0-9-]{1,39}$/;

const agencyCode = z.string().regex(/^[GH]\d\d$/);
const hostName = z.string().refine((text) => parseHost(text) === text);
const path = z.string().regex(/^(\/[\w.~-]+)+$/);

/** An address of a page. `{code}` stands where the dossier code goes. */
export const pageUrl = z
  .string()
  .max(2_000)
  .refine(isAddress(/^https?:$/));
/** An address that is asked with the officer's session: never without encryption, and always for one code. */
const askUrl = z
  .string()
  .max(2_000)
  .refine(isAddress(/^https:$/))
  .refine((text) => text.includes('{code}'));

/** The code may stand anywhere but in the host; nobody's name or password stands before it. */
function isAddress(protocol: RegExp): (text: string) => boolean {
  return (text) => {
    if (!URL.canParse(text.replaceAll('{code}', 'X'))) return false;
    const url = new URL(text.replaceAll('{code}', 'X'));
    return (
      protocol.test(url.protocol) &&
      parseHost(url.hostname) === url.hostname &&
      !url.username &&
      !url.password &&
      !text.split('/', 3).join('/').includes('{code}')
    );
  };
}

/** Undefined for what is no address, which is somebody else's to say. */
function hostOf(text: string): string | undefined {
  const url = text.replaceAll('{code}', 'X');
  return URL.canParse(url) ? new URL(url).host : undefined;
}

const words = z.string().min(1).max(200);
const bodyPath = z.string().max(200);
const status = z.number().int().min(100).max(599);

const answer = z.strictObject({
  ok: z.array(status).min(1),
  notSignedIn: z
    .strictObject({
      status: z.array(status).optional(),
      finalHost: z.array(hostName).optional(),
      finalPath: z.array(z.string().startsWith('/')).optional(),
      text: z.array(words).optional(),
      redirect: z.boolean().optional(),
    })
    .optional(),
  noPermission: z
    .strictObject({ status: z.array(status).optional(), text: z.array(words).optional() })
    .optional(),
  captcha: z.strictObject({ text: z.array(words).optional() }).optional(),
  notFound: z
    .strictObject({ status: z.array(status).optional(), text: z.array(words).optional() })
    .optional(),
});

const bodyValue = z.strictObject({
  path: bodyPath.min(1),
  equals: z.union([z.string(), z.number(), z.boolean()]),
});

const dateGrammar = z.enum(['vi', 'iso', 'ms', 'us']);

const limitUnit = z.enum(LIMIT_UNITS);

const jsonField = z.strictObject({
  paths: z.array(bodyPath.min(1)).min(1),
  flags: z.array(bodyValue.extend({ words })).optional(),
  date: z.union([dateGrammar, z.array(dateGrammar).min(2)]).optional(),
  labels: z.record(z.string(), words).optional(),
  unit: z
    .union([
      z.strictObject({ always: limitUnit }),
      z.strictObject({ path: bodyPath.min(1), labels: z.record(z.string(), limitUnit) }),
    ])
    .optional(),
  zero: z.literal('free').optional(),
});

const READING_FIELDS = [
  'code',
  'otherCode',
  'statusText',
  'statusAt',
  'receivedAt',
  'dueAt',
  'resolvedAt',
  'procedureCode',
  'procedureName',
  'agency',
  'channel',
  'payment',
  'overdueShown',
  'fee',
  'limit',
] as const satisfies (keyof AnswerReading)[];

const declared = { harmless: z.literal(true).optional(), agencies: z.array(agencyCode).min(1).optional() };

const html = z.strictObject({
  kind: z.literal('html'),
  ...declared,
  url: askUrl,
  answer,
}) satisfies z.ZodType<HtmlConnector>;

/** A session travels by cookie alone: a policy cannot make the extension carry a token of its own. */
const header = z.string().regex(/^(?!authorization$|cookie$|host$|origin$|referer$)[a-z][a-z0-9-]*$/i);

const plainUrl = z
  .string()
  .max(2_000)
  .refine(isAddress(/^https:$/));

const query = z.strictObject({
  ...declared,
  method: z.enum(['GET', 'POST']),
  url: plainUrl,
  headers: z.record(header, z.string().max(500)).optional(),
  body: z.json().optional(),
  bodyAs: z.enum(['json', 'form']).optional(),
  answer: answer.extend({ envelope: bodyValue.optional() }),
  rows: z.union([bodyPath, z.array(bodyPath).min(1)]),
  none: bodyValue.optional(),
  emptyIs: z.enum(['not-found', 'not-signed-in', 'unreadable']).optional(),
  proof: z.strictObject({ url: plainUrl }).optional(),
  codeAt: z.array(bodyPath.min(1)).min(1),
  // A count without its unit is no limit.
  fields: z
    .partialRecord(z.enum(READING_FIELDS), jsonField)
    .refine(({ limit }) => !limit || limit.unit, { path: ['limit', 'unit'] }),
});

const json = query.extend({ kind: z.literal('json') }) satisfies z.ZodType<JsonConnector>;

const carried = z.strictObject({
  // The cookie is the browser's own affair, and a page cannot set the others.
  header: z.string().regex(/^(?!cookie$|host$|origin$|referer$)[a-z_][a-z0-9_-]*$/i),
  prefix: z.string().max(40).optional(),
  at: z.discriminatedUnion('in', [
    z.strictObject({
      in: z.literal('storage'),
      key: z.string().min(1).max(100),
      path: z.array(z.string().min(1).max(100)).max(6).optional(),
    }),
    z.strictObject({ in: z.literal('dom'), selector: z.string().min(1).max(200) }),
    z.strictObject({
      in: z.literal('global'),
      path: z
        .string()
        .max(200)
        .regex(/^[A-Za-z_$][\w$]*(\(\))?(\.[A-Za-z_$][\w$]*(\(\))?)*$/),
    }),
  ]),
}) satisfies z.ZodType<Carried>;

const tab = query.extend({
  kind: z.literal('tab'),
  carries: z.array(carried).max(4),
  calls: z.literal('page').optional(),
}) satisfies z.ZodType<TabConnector>;

export const connectorSchema: z.ZodType<Connector> = z
  .discriminatedUnion('kind', [html, json, tab])
  .refine((one) => `${one.url} ${'body' in one ? JSON.stringify(one.body) : ''}`.includes('{code}'))
  // Whoever is signed in on another host is not thereby signed in on this one.
  .refine((one) => !('proof' in one && one.proof) || hostOf(one.proof.url) === hostOf(one.url), {
    path: ['proof', 'url'],
  });

const host = z.strictObject({
  host: hostName,
  role: z.enum(['officer', 'citizen', 'api', 'login']),
  confidence: z.enum(['seen', 'seen-weak', 'inferred', 'policy']),
  path: path.optional(),
}) satisfies z.ZodType<SystemHost>;

/** Chips are narrow: a short name of at most 12 characters. */
export const shortName = z.string().min(2).max(12);

export const systemSchema = z.strictObject({
  id: z.string().regex(SYSTEM_ID),
  name: z.string().min(2).max(120),
  shortName,
  nameEn: z.string().min(2).max(120),
  kind: z.enum(SYSTEM_KINDS),
  agencyCodes: z.array(agencyCode),
  hosts: z.array(host),
  platform: z.string().min(1).optional(),
  dossierUrl: pageUrl.refine((text) => text.includes('{code}')).optional(),
  homeUrl: pageUrl.optional(),
  loginUrl: pageUrl.optional(),
  connector: connectorSchema.optional(),
  procedures: z
    .strictObject({
      ministry: z
        .string()
        .regex(/^[a-z][a-z-]{1,60}$/)
        .optional(),
      sectors: z.array(words).min(1).optional(),
    })
    .optional(),
  guarded: z.literal(true).optional(),
}) satisfies z.ZodType<System>;
