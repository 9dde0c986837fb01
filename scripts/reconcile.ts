/** `npm run -s reconcile < sightings.json`: what is out of sync, as JSON. Exit 1 and one line naming the wrong value otherwise. */
import { text } from 'node:stream/consumers';
import { toInstant } from '../utils/dossier/time';
import { gather } from '../utils/reconcile/gather';
import { reconcile } from '../utils/reconcile/index';
import { reconcileInputSchema } from '../utils/reconcile/schema';

function refuse(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return refuse('stdin: not JSON');
  }
}

const parsed = reconcileInputSchema.safeParse(parseJson(await text(process.stdin)));
if (!parsed.success) {
  const issue = parsed.error.issues[0];
  const path = issue?.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  refuse(`${path?.replace(/^\./, '') || 'stdin'}: ${issue?.message ?? 'invalid'}`);
}

const { now, sightings, links, graceMinutes, routing } = parsed.data;
const files = gather(
  sightings.map((sighting) => ({ ...sighting, via: 'lookup' as const })),
  links ?? [],
  toInstant(now),
);
const dossiers = reconcile({ now, files, graceMinutes, routing }).map(({ codes, verdict, findings }) => ({
  codes,
  verdict,
  findings: findings.map(({ rule, severity, systems, ask }) => ({ rule, severity, systems, ask })),
}));
process.stdout.write(`${JSON.stringify({ dossiers })}\n`);
