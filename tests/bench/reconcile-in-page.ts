/** What the bench of comparing does inside a page: dossiers as the ledger holds them, judged at once and in slices. */
import { toInstant } from '../../utils/dossier/time';
import { type ReconcileInput, reconcile, type SightedDossier } from '../../utils/reconcile';
import { gather } from '../../utils/reconcile/gather';

declare global {
  interface Window {
    /** Judges all dossiers; ms. */
    benchCompare(): number;
    /** Judges one slice of them; ms. */
    benchCompareSlice(slice: number): number;
    /** Share of the dossiers that are out of sync. */
    benchApart(): number;
  }
}

const SYSTEMS = ['national-portal', 'province-h26', 'coordination'];
const STATES = ['processing', 'processing', 'awaiting-signature', 'resolved', 'returned'] as const;
const NOW = '2026-11-10T16:00:00+07:00';
const DOSSIERS = 5_000;
/** As many as `utils/view` judges before it lets others have their turn. */
const SLICE = 500;

function dossier(at: number): SightedDossier[] {
  const code = `H26.${10 + (at % 80)}-261101-${100_000 + at}`;
  const sightings = SYSTEMS.map((system, n) => ({
    code,
    system,
    outcome: 'found' as const,
    via: 'page' as const,
    // Every seventh differs; the others show one state.
    status: STATES[(at % 7 ? at : at + n) % STATES.length],
    receivedAt: '2026-11-01T08:00',
    dueAt: at % 50 || n ? `2026-11-${12 + (at % 12)}` : '2026-11-30',
    procedureCode: '1.004873',
    ...(at % 9 === 0 && { payment: 'paid' as const }),
    // As the ledger keeps instants.
    seenAt: `2026-11-10T${String(1 + ((at + n * 3) % 7)).padStart(2, '0')}:15:00.000Z`,
  }));
  return gather(sightings, [], toInstant(NOW));
}

function input(files: SightedDossier[]): ReconcileInput {
  return { now: NOW, files, graceMinutes: 60, routing: [{ system: 'province-h26', from: '2026-07-01' }] };
}

function timed(files: SightedDossier[]): number {
  const start = performance.now();
  const judged = reconcile(input(files));
  const took = performance.now() - start;
  if (judged.length !== files.length) throw new Error('a dossier was not judged');
  return took;
}

const files = Array.from({ length: DOSSIERS }, (_, at) => dossier(at)).flat();

window.benchCompare = () => timed(files);
window.benchCompareSlice = (slice) => timed(files.slice((slice * SLICE) % DOSSIERS).slice(0, SLICE));
window.benchApart = () =>
  reconcile(input(files)).filter(({ verdict }) => verdict === 'out-of-sync').length / DOSSIERS;
