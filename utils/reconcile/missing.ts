/** Whether a system that must hold a dossier was asked late enough to say that it does not. */
import { parseCode } from '../dossier/code';
import { type IsoInstant, type LocalTime, toInstant } from '../dossier/time';
import type { Case } from './rule';
import type { Standing } from './standing';
import { isReceived } from './states';

export interface Missing {
  /** The true not-found of the system that must hold the dossier. */
  notFound: Standing;
  /** The system that shows the receipt. */
  holder: Standing;
  receivedAt: LocalTime | IsoInstant;
  /** When the grace since the receipt ends, milliseconds. */
  until: number;
  /** Asked after the grace: missing. Else nothing is known yet. */
  certain: boolean;
}

/** Receipt as this system shows it; where it shows none, the time from which it has been seen to be received. */
function receiptOf({
  sighting,
  status,
  since,
}: Standing): { shown: LocalTime | IsoInstant; at: number } | null {
  const received = sighting.receivedAt;
  if (received) return { shown: received, at: toInstant(received, 'end') };
  return status && isReceived(status) ? { shown: sighting.statusSince, at: since } : null;
}

/** Not-found answers of systems that a routing row names; a local code (or an insurance
 * office's own) is known to its own system alone and proves nothing. */
export function missingOn({ dossier, frame, rows }: Case): Missing[] {
  if (!dossier.notFound.length) return [];
  const receipts = dossier.found.flatMap((holder) => {
    const receipt = receiptOf(holder);
    return receipt ? [{ holder, ...receipt }] : [];
  });
  const earliest = receipts.sort((a, b) => a.at - b.at)[0];
  if (!earliest) return [];
  const must = new Set(rows().map(({ system }) => system));
  return dossier.notFound
    .filter(({ system, sighting }) => must.has(system) && parseCode(sighting.code)?.kind === 'agency')
    .map((notFound) => {
      const { holder, shown } = earliest;
      const until = earliest.at + frame.graceOf(holder.system, notFound.system);
      return { notFound, holder, receivedAt: shown, until, certain: notFound.seen > until };
    });
}
