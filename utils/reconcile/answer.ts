/** The command line's whole work, without its streams: JSON in, verdicts out. */
import type { z } from 'zod';
import type { Finding, Judgement } from '../dossier/finding';
import { paymentSchema } from '../dossier/sighting-schema';
import { CANONICAL_STATUSES, type CanonicalStatus } from '../dossier/status';
import { toInstant } from '../dossier/time';
import { gather } from './gather';
import { reconcile } from './index';
import { reconcileInputSchema } from './schema';

export interface Answer {
  dossiers: (Omit<Judgement, 'findings'> & {
    findings: Pick<Finding, 'rule' | 'severity' | 'systems' | 'ask'>[];
  })[];
}

type Told = z.infer<typeof reconcileInputSchema>['sightings'][number];

/** A flag or a fee's state in the place of a status says what it says, and nothing of the dossier's state. */
function asState(sighting: Told): Omit<Told, 'status'> & { status?: CanonicalStatus } {
  const { status, ...rest } = sighting;
  const stated = CANONICAL_STATUSES.find((one) => one === status);
  if (!status || stated) return { ...rest, ...(stated && { status: stated }) };
  const payment = paymentSchema.options.find((one) => status === `payment:${one}`);
  return {
    status: 'unknown',
    ...(status === 'flag:overdue' && { overdueShown: true }),
    ...(payment && { payment }),
    ...rest,
  };
}

/** @returns the verdicts, or one line that names the path of the wrong value ("sightings[3].seenAt: not an instant"). */
export function answer(source: string): { answer: Answer } | { problem: string } {
  let input: unknown;
  try {
    input = JSON.parse(source);
  } catch {
    return { problem: 'stdin: not JSON' };
  }
  const parsed = reconcileInputSchema.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const keys = issue?.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)) ?? [];
    const problem = `${keys.join('').replace(/^\./, '') || 'stdin'}: ${issue?.message ?? 'not valid'}`;
    // A key of the input may stand in it, with its line breaks.
    return { problem: problem.replace(/\s+/g, ' ') };
  }
  const { now, sightings, links = [], graceMinutes, routing } = parsed.data;
  const raw = sightings.map((sighting) => ({ ...asState(sighting), via: 'lookup' as const }));
  const judgements = reconcile({ now, files: gather(raw, links, toInstant(now)), graceMinutes, routing });
  return {
    answer: {
      dossiers: judgements.map(({ codes, verdict, findings }) => ({
        codes,
        verdict,
        findings: findings.map(({ rule, severity, systems, ask }) => ({ rule, severity, systems, ask })),
      })),
    },
  };
}
