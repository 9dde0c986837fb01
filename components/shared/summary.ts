/** A dossier as plain text for a message or a table: code, verdict, what each system said and when, what disagrees. */
import type { Translate } from '../../utils/dossier/finding';
import type { DossierView, SystemLine } from '../../utils/view/dossier-view';

function lineOf(line: SystemLine, t: Translate): string {
  const status =
    line.statusText ?? line.statusLabel ?? (line.state === 'found' ? t('shared_no_status') : undefined);
  // A value never goes without when it was seen; a later try that failed is told after it.
  const said = line.seenText
    ? [status, line.dueText && t('shared_due', [line.dueText]), t('shared_seen', [line.seenText])]
    : [];
  const parts = [...said, line.state !== 'found' && line.stateText].filter(Boolean);
  return `- ${line.name}: ${parts.join('; ')}`;
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
