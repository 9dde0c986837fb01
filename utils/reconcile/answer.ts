/** The command line's whole work, without its streams: JSON in, verdicts out. */
import type { Finding, Judgement } from '../dossier/finding';
import { toInstant } from '../dossier/time';
import { gather } from './gather';
import { reconcile } from './index';
import { reconcileInputSchema } from './schema';

export interface Answer {
  dossiers: (Omit<Judgement, 'findings'> & {
    findings: Pick<Finding, 'rule' | 'severity' | 'systems' | 'ask'>[];
  })[];
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
    return { problem: `${keys.join('').replace(/^\./, '') || 'stdin'}: ${issue?.message ?? 'not valid'}` };
  }
  const { now, sightings, links = [], graceMinutes, routing } = parsed.data;
  const raw = sightings.map((sighting) => ({ ...sighting, via: 'lookup' as const }));
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
