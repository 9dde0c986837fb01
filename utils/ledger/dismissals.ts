/** Findings that the officer set aside, each until what it rests on changes. */
import type { DossierCode } from '../dossier/code';
import type { Dismissal, Ledger } from './database';

/** Why a finding is set aside; words of one's own could name a citizen. */
export const DISMISS_REASONS = [
  'checked',
  'reported',
  'expected',
  'trial',
] as const satisfies Dismissal['reason'][];

/** Sets a finding aside as it stands now; a second time the newer word holds. */
export async function dismiss(db: Ledger, dismissal: Dismissal): Promise<void> {
  await db.dismissals.put(dismissal);
}

/** Takes it back, under whichever of the dossier's codes it was said. */
export async function restore(db: Ledger, codes: readonly DossierCode[], finding: string): Promise<void> {
  await db.dismissals.bulkDelete(codes.map((code) => [code, finding]));
}

/** All dismissals of this machine: they are few, and one read costs less than one for each dossier. */
export async function dismissalsByCode(db: Ledger): Promise<Map<DossierCode, Dismissal[]>> {
  const byCode = new Map<DossierCode, Dismissal[]>();
  for (const row of await db.dismissals.toArray())
    byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  return byCode;
}
