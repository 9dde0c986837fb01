/**
 * Why nothing can be said of a dossier, and whom to ask. Not a disagreement: every cannot-tell carries one of these, one
 * for each cause.
 */
import type { Finding, WordParam, Words } from '../../dossier/finding';
import type { SystemId } from '../../dossier/sighting';
import { nowInstant } from '../../dossier/time';
import type { Comparison } from '../compare';
import { type Facts, NO_FACTS } from '../facts';
import { missingOn } from '../missing';
import { type Case, NOTHING, type Rule } from '../rule';
import { type Standing, sinceText } from '../standing';
import { shownStatus, shownStatusOf, shownTerms } from '../words';
import { receiptsAwaited } from './receipt-missing';
import { resultsLacking } from './result-missing';

type Cause =
  | 'stale'
  | 'recent'
  | 'unclear'
  | 'wording'
  | 'at_once'
  | 'not_found'
  | 'due'
  | 'payment'
  | 'procedure'
  | 'terms'
  | 'receipt'
  | 'result'
  | 'alone'
  | 'nothing';

function because(
  cause: Cause,
  systems: SystemId[],
  ask: SystemId[],
  reason: WordParam[],
  remedy: Words['params'] = [{ systems: ask }],
): Finding {
  return {
    rule: 'not-known-yet',
    severity: 'info',
    systems,
    ask,
    reason: { key: `rule_not_known_yet_${cause}_reason`, params: reason },
    remedy: { key: `rule_not_known_yet_${cause}_remedy`, params: remedy },
  };
}

function ofPair(pair: Comparison, now: number): Finding[] {
  if (pair.kind === 'unclear') {
    // A wording in no table is explained by itself.
    const both: Standing[] = [pair.one, pair.other];
    if (both.some(({ status }) => status === 'unknown')) return [];
    const systems = both.map(({ system }) => system);
    return [
      because(
        'unclear',
        systems,
        systems,
        both.flatMap((s) => [{ system: s.system }, shownStatus(s), { time: s.sighting.seenAt }]),
      ),
    ];
  }
  if (pair.kind !== 'pending') return [];
  const { ahead, behind, until } = pair;
  const recent = now <= until;
  const words: WordParam[] = [
    { system: ahead.system },
    shownStatus(ahead),
    { time: sinceText(ahead) },
    { system: behind.system },
    { time: behind.sighting.seenAt },
    shownStatus(behind),
  ];
  const ask: WordParam = { systems: [behind.system] };
  const remedy: WordParam[] = recent ? [ask, { time: nowInstant(until) }] : [ask];
  return [
    because(recent ? 'recent' : 'stale', [ahead.system, behind.system], [behind.system], words, remedy),
  ];
}

const FACTS: [Exclude<keyof Facts, 'terms'>, Cause, (standing: Standing) => WordParam][] = [
  ['due', 'due', ({ sighting }) => ({ time: sighting.dueAt ?? '' })],
  ['payment', 'payment', ({ sighting }) => ({ payment: sighting.payment ?? 'unpaid' })],
  ['procedure', 'procedure', ({ sighting }) => sighting.procedureCode ?? ''],
];

/** Values that differ, and of which one may have changed since the other was seen. */
function ofFacts(facts: Facts): Finding[] {
  const terms = facts.terms
    .filter(({ kind }) => kind === 'pending')
    .map((pair) => {
      const { ahead, behind } = pair;
      return because('terms', [ahead.system, behind.system], [behind.system], shownTerms(pair));
    });
  const others = FACTS.flatMap(([name, cause, word]) =>
    facts[name]
      .filter(({ kind }) => kind === 'pending')
      .map(({ ahead, behind }) => {
        const said = (one: Standing): WordParam[] => [
          { system: one.system },
          word(one),
          { time: one.sighting.seenAt },
        ];
        return because(
          cause,
          [ahead.system, behind.system],
          [behind.system],
          [...said(ahead), ...said(behind)],
        );
      }),
  );
  return [...others, ...terms];
}

/** A receipt or a result that was not there when it may have been on its way. */
function ofAwaited(subject: Case): Finding[] {
  const receipts = receiptsAwaited(subject)
    .filter(({ late }) => !late)
    .map(({ payer, waiting, since }) =>
      because(
        'receipt',
        [payer.system, waiting.system],
        [waiting.system],
        [
          { system: payer.system },
          { time: nowInstant(since) },
          { time: waiting.sighting.seenAt },
          { system: waiting.system },
        ],
      ),
    );
  const results = resultsLacking(subject)
    .filter(({ late }) => !late)
    .map(({ done, lack }) =>
      because(
        'result',
        [done.system, lack.system],
        [lack.system],
        [
          { system: done.system },
          shownStatus(done),
          { time: sinceText(done) },
          { time: lack.sighting.seenAt },
          { system: lack.system },
        ],
      ),
    );
  return [...receipts, ...results];
}

/** True for a pair of systems of which something is said already. */
function isToldOf(findings: Finding[], { systems }: Finding): boolean {
  return findings.some((one) => systems.every((system) => one.systems.includes(system)));
}

/** Who else can hold the dossier or was not understood; then who did not have it; then whoever is left. */
function others({ dossier, frame, rows }: Case, known: SystemId[]): SystemId[] {
  const names = (standings: { system: SystemId }[]): SystemId[] => standings.map(({ system }) => system);
  const lacking = names(dossier.notFound);
  const unclear = names(dossier.found).filter((system) => !known.includes(system));
  const all = [...names(rows()), ...frame.holders(dossier.codes), ...dossier.failed, ...unclear];
  const rest = [...new Set(all)].filter((system) => !known.includes(system) && !lacking.includes(system));
  return [rest, lacking, known].find((systems) => systems.length > 0) ?? [];
}

export const notKnownYet: Rule = (subject) => {
  const { dossier, frame, pairs } = subject;
  const known = dossier.found.filter(({ status }) => status && status !== 'unknown');
  const awaited = ofAwaited(subject);
  const settled = !pairs.length && subject.facts === NO_FACTS && !dossier.notFound.length && !awaited.length;
  // What is in no table makes a pair, or stands alone.
  if (settled && known.length > 1) return NOTHING;
  const findings = [...pairs.flatMap((pair) => ofPair(pair, frame.now)), ...ofFacts(subject.facts)];
  findings.push(...awaited.filter((one) => !isToldOf(findings, one)));

  for (const odd of dossier.found.filter(({ status }) => status === 'unknown')) {
    const both = [odd, odd.rival].flatMap((one) => one ?? []);
    const [cause, words]: [Cause, WordParam[]] = odd.rival
      ? ['at_once', [{ time: odd.sighting.seenAt }, ...both.map(shownStatusOf)]]
      : ['wording', [shownStatus(odd), { time: odd.sighting.seenAt }]];
    findings.push(because(cause, [odd.system], [odd.system], [{ system: odd.system }, ...words]));
  }
  for (const { notFound, holder, receivedAt, certain } of missingOn(subject)) {
    if (certain) continue;
    const words: WordParam[] = [
      { system: notFound.system },
      { time: notFound.sighting.seenAt },
      { system: holder.system },
      { time: receivedAt },
    ];
    findings.push(because('not_found', [holder.system, notFound.system], [notFound.system], words));
  }
  if (findings.length || known.length > 1) return findings;

  const systems = known.map(({ system }) => system);
  const ask = others(subject, systems);
  const [only] = known;
  if (!only) return [because('nothing', [], ask, [])];
  return [because('alone', systems, ask, [{ system: only.system }, { time: only.sighting.seenAt }])];
};
