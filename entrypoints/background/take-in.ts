/** Takes in a part of a file that another ledger wrote, checked and freed of what could be a citizen's. */
import { nowInstant } from '../../utils/dossier/time';
import { cleaned } from '../../utils/ledger/clean-rows';
import { mergeRows } from '../../utils/ledger/merge-rows';
import { transferRowsSchema } from '../../utils/ledger/transfer-schema';
import type { Messages, Refusal } from '../../utils/platform/messages';
import { tellPages } from '../../utils/platform/tabs';
import type { Services } from './services';

const DAY_MS = 86_400_000;

export async function takeIn(
  services: Services,
  part: unknown,
): Promise<Messages['ledger/import']['out'] | Refusal> {
  const read = transferRowsSchema.safeParse(part);
  if (!read.success) return { refused: 'malformed' };
  const settings = await services.settings();
  const procedures = await services.catalogue();
  const rows = {
    ...read.data,
    sightings: read.data.sightings.map((row) => cleaned(row, procedures)),
    runs: read.data.runs.map((row) => cleaned(row, procedures)),
  };
  const before = nowInstant(Date.now() - settings.retentionDays * DAY_MS);
  const merged = await services.keeper.write((db) => mergeRows(db, rows, before));
  if (!merged) return { refused: 'failed' };
  const { changed, tooOld } = merged.done;
  if (changed.length > 0) await tellPages(settings, { push: 'ledger-changed', codes: changed });
  return { taken: rows.sightings.length - tooOld, tooOld };
}
