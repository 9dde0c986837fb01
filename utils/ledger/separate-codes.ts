/** Takes a code out of a dossier to which it was linked wrongly. */
import type { DossierCode } from '../dossier/code';
import type { IsoInstant } from '../dossier/time';
import type { Ledger } from './database';
import { groupCodes, unlink } from './links';

/** Undoes every link between a code and the dossier's others, for good: pages do not teach them again. */
export async function separate(
  db: Ledger,
  code: DossierCode,
  wrong: DossierCode,
  at: IsoInstant,
): Promise<void> {
  await db.transaction('rw', db.links, async () => {
    const [group = []] = await groupCodes(db, [code]);
    for (const member of group) {
      const key: [DossierCode, DossierCode] = member < wrong ? [member, wrong] : [wrong, member];
      if (await db.links.get(key)) await unlink(db, member, wrong, at);
    }
  });
}
