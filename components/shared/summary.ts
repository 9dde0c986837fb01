/** A dossier as plain text for a message or a table: code, verdict, what each system said and when, what disagrees. */
import type { Translate } from '../../utils/dossier/finding';
import type { DossierView, SystemLine } from '../../utils/view/dossier-view';

function lineOf(line: SystemLine, t: Translate): string {
  const said =
    line.state === 'found' ? (line.statusText ?? line.statusLabel ?? t('shared_no_status')) : line.stateText;
  const due = line.dueText && t('shared_due', [line.dueText]);
  const seen = line.seenText && t('shared_seen', [line.seenText]);
  return `- ${line.name}: ${[said, due, seen].filter(Boolean).join('; ')}`;
}

/** @returns lines of text, ending without a line break; nothing of a citizen is in it but the dossier's code */
export function summaryOf(view: DossierView, t: Translate): string {
  return [
    `${t('shared_dossier')} ${view.codes.join(' = ')}: ${view.verdictText}`,
    view.asOfText,
    ...view.lines.map((line) => lineOf(line, t)),
    ...view.findings.map((finding) => `* ${[finding.reason, finding.remedy].filter(Boolean).join(' ')}`),
  ].join('\n');
}
