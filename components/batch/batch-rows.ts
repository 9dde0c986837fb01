/** What a list has brought so far, as a table: one row a dossier, one column a system that said anything. */
import type { Translate } from '../../utils/dossier/finding';
import type { BatchItem } from '../../utils/ledger/database';
import type { DossierView, SystemLine } from '../../utils/view/dossier-view';

export interface BatchRow {
  code: string;
  state: BatchItem['state'];
  verdict: DossierView['verdict'];
  verdictText: string;
  /** By system: what it says, with when that was seen, or why it says nothing. */
  said: {
    system: string;
    shortName: string;
    text: string;
    seenText?: string;
    /** It asks for a sign-in. */
    signedOut?: true;
  }[];
}

function saidBy(line: SystemLine, t: Translate): BatchRow['said'][number] | null {
  const { system, shortName, state, statusText, statusLabel, stateText, seenText } = line;
  if (state === 'never-asked') return null;
  const status = seenText && (statusText ?? statusLabel ?? (state === 'found' ? t('shared_no_status') : ''));
  const text = [status, state === 'found' ? '' : stateText].filter(Boolean).join(' · ');
  const signedOut = state === 'not-signed-in' && { signedOut: true as const };
  return { system, shortName, text, ...(seenText && { seenText }), ...signedOut };
}

export function batchRow(view: DossierView, state: BatchItem['state'], t: Translate): BatchRow {
  const { code, verdict, verdictText, lines } = view;
  return { code, state, verdict, verdictText, said: lines.flatMap((line) => saidBy(line, t) ?? []) };
}

/** The table as lists of texts, headings first; systems in the order in which they first come. */
export function batchTable(rows: readonly BatchRow[], t: Translate): string[][] {
  const systems = new Map(
    rows.flatMap(({ said }) => said.map(({ system, shortName }) => [system, shortName])),
  );
  const cells = rows.map(({ code, verdictText, said }) => {
    const by = new Map(said.map((one) => [one.system, [one.text, one.seenText].filter(Boolean).join(' · ')]));
    return [code, verdictText, ...[...systems.keys()].map((system) => by.get(system) ?? '')];
  });
  return [[t('batch_code'), t('batch_verdict'), ...systems.values()], ...cells];
}
