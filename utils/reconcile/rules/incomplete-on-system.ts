/**
 * A system answered for the dossier with neither dates nor procedure, while another shows both. Told of answers alone: a
 * page that lists many dossiers leaves such columns out.
 */
import type { Finding } from '../../dossier/finding';
import type { LedgerSighting } from '../../dossier/sighting';
import { toInstant } from '../../dossier/time';
import { NOTHING, type Rule } from '../rule';
import type { Standing } from '../standing';

/** Of three things that a dossier has from its receipt on. */
function shown({ receivedAt, dueAt, procedureCode }: LedgerSighting): number {
  return (receivedAt ? 1 : 0) + (dueAt ? 1 : 0) + (procedureCode ? 1 : 0);
}

/** A dossier has them from its receipt on, however late it was first seen. */
function shownSince({ receivedAt, firstSeenAt }: LedgerSighting): number {
  const first = toInstant(firstSeenAt);
  return receivedAt ? Math.min(first, toInstant(receivedAt, 'end')) : first;
}

export const incompleteOnSystem: Rule = ({ dossier, frame }) => {
  const isBare = ({ sighting }: Standing): boolean => shown(sighting) === 0 && sighting.via === 'lookup';
  if (!dossier.found.some(isBare)) return NOTHING;
  return dossier.found.filter(isBare).flatMap((bare): Finding[] => {
    const full = dossier.found.find(
      ({ system, sighting }) =>
        shown(sighting) >= 2 && bare.seen > shownSince(sighting) + frame.graceOf(system, bare.system),
    );
    if (!full) return [];
    return [
      {
        rule: 'incomplete-on-system',
        severity: 'info',
        systems: [full.system, bare.system],
        ask: [bare.system],
        reason: {
          key: 'rule_incomplete_on_system_reason',
          params: [{ system: bare.system }, { time: bare.sighting.seenAt }, { system: full.system }],
        },
        remedy: {
          key: 'rule_incomplete_on_system_remedy',
          params: [{ system: bare.system }, { system: full.system }],
        },
      },
    ];
  });
};
