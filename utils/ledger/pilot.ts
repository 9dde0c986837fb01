/**
 * Pilot mode: which findings came up, and what the officer said of a sample of them. Of dossiers that are forgotten only
 * sums by rule stay (row `pilot-before` of `meta`).
 */
import type { RuleId } from '../dossier/finding';
import type { IsoInstant } from '../dossier/time';
import type { Ledger, PilotFinding } from './database';

const BEFORE = 'pilot-before';

export type PilotAnswer = NonNullable<PilotFinding['answer']>;
export const PILOT_ANSWERS = ['right', 'wrong', 'unsure'] as const satisfies PilotAnswer[];

/** How often a rule's finding came up, and what was said of it. */
export type RuleTally = Record<'found' | PilotAnswer, number>;

/** Counts findings; one that is known already stays as it is. */
export async function countFindings(db: Ledger, findings: readonly PilotFinding[]): Promise<void> {
  if (findings.length === 0) return;
  await db.transaction('rw', db.pilot, async () => {
    const known = await db.pilot.bulkGet(findings.map(({ code, finding, facts }) => [code, finding, facts]));
    await db.pilot.bulkPut(findings.filter((_, i) => !known[i]));
  });
}

/** @returns whether that finding was counted before: only then is there something to answer. */
export async function answerFinding(
  db: Ledger,
  { code, finding, facts }: Pick<PilotFinding, 'code' | 'finding' | 'facts'>,
  answer: PilotAnswer,
): Promise<boolean> {
  return (await db.pilot.update([code, finding, facts], { answer })) > 0;
}

/** Findings nobody has answered yet, newest first. */
export async function unanswered(db: Ledger): Promise<PilotFinding[]> {
  return db.pilot
    .orderBy('at')
    .reverse()
    .filter(({ answer }) => answer === undefined)
    .toArray();
}

/** Counts by rule, of rules that came up at all. */
export async function tallies(db: Ledger): Promise<Map<RuleId, RuleTally>> {
  const sums = talliesIn((await db.meta.get(BEFORE))?.value);
  const rules = (await db.pilot.orderBy('rule').uniqueKeys()) as RuleId[];
  await Promise.all(
    rules.map(async (rule) => {
      const count = (answer: PilotAnswer) => db.pilot.where('[rule+answer]').equals([rule, answer]).count();
      const [found, right, wrong, unsure] = await Promise.all([
        db.pilot.where('rule').equals(rule).count(),
        ...PILOT_ANSWERS.map(count),
      ]);
      add(sums, rule, { found, right: right ?? 0, wrong: wrong ?? 0, unsure: unsure ?? 0 });
    }),
  );
  return sums;
}

/** Forgets which dossiers findings from before that time belonged to; their number by rule stays. */
export async function prunePilot(db: Ledger, before: IsoInstant): Promise<number> {
  return forgetPilot(db, await db.pilot.where('at').below(before).toArray());
}

/** Forgets these findings; their number by rule stays. @returns how many rows went */
export async function forgetPilot(db: Ledger, old: readonly PilotFinding[]): Promise<number> {
  if (old.length === 0) return 0;
  const sums = talliesIn((await db.meta.get(BEFORE))?.value);
  for (const { rule, answer } of old)
    add(sums, rule, { right: 0, wrong: 0, unsure: 0, ...(answer && { [answer]: 1 }), found: 1 });
  await db.meta.put({ key: BEFORE, value: Object.fromEntries(sums) });
  await db.pilot.bulkDelete(old.map(({ code, finding, facts }) => [code, finding, facts]));
  return old.length;
}

function add(sums: Map<RuleId, RuleTally>, rule: RuleId, more: RuleTally): void {
  const sum = sums.get(rule) ?? { found: 0, right: 0, wrong: 0, unsure: 0 };
  const keys = ['found', ...PILOT_ANSWERS] as const;
  sums.set(rule, Object.fromEntries(keys.map((key) => [key, sum[key] + more[key]])) as RuleTally);
}

function talliesIn(value: unknown): Map<RuleId, RuleTally> {
  const sums = new Map<RuleId, RuleTally>();
  for (const [rule, tally] of Object.entries(typeof value === 'object' && value !== null ? value : {})) {
    const said = (typeof tally === 'object' && tally !== null ? tally : {}) as Partial<RuleTally>;
    const whole = (count: unknown) => (Number.isInteger(count) ? Number(count) : 0);
    const [found, right, wrong, unsure] = [said.found, said.right, said.wrong, said.unsure].map(whole);
    add(sums, rule as RuleId, {
      found: found ?? 0,
      right: right ?? 0,
      wrong: wrong ?? 0,
      unsure: unsure ?? 0,
    });
  }
  return sums;
}
