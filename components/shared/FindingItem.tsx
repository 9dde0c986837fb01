/** One thing that disagrees: why, what to do, and the buttons that do it. */
import type { ReactNode } from 'react';
import type { Severity } from '../../utils/dossier/finding';
import type { SystemId } from '../../utils/dossier/sighting';
import type { FindingView, SystemLine } from '../../utils/view/dossier-view';
import { Button } from './Button';
import { useWords } from './settings-context';

const LOOKS: Record<Severity, string> = {
  error: 'border-off bg-off-soft',
  warning: 'border-warn bg-warn-soft',
  info: 'border-edge border-dashed bg-ground',
};

export function FindingItem({
  finding,
  lines,
  onAsk,
  onOpen,
  actions,
}: {
  finding: FindingView;
  lines: SystemLine[];
  onAsk: (systems: SystemId[]) => void;
  onOpen: (system: SystemId) => void;
  /** What else can be done about it. */
  actions?: ReactNode;
}) {
  const t = useWords();
  const toAsk = lines.filter((line) => finding.ask.includes(line.system));
  const byRequest = toAsk.filter((line) => line.askBy === 'request');
  const byLink = toAsk.filter((line) => line.askBy === 'link' && line.openUrl && !line.here);
  return (
    <li className={`flex flex-col gap-1 rounded border-l-4 px-3 py-2 ${LOOKS[finding.severity]}`}>
      <p>
        <span className="sr-only">{t(`shared_severity_${finding.severity}`)}: </span>
        <span className="font-semibold">{finding.reason}</span>
      </p>
      {finding.remedy && <p>{finding.remedy}</p>}
      {(byRequest.length > 0 || byLink.length > 0) && (
        <div className="mt-1 flex flex-wrap gap-2">
          {byRequest.length > 0 && (
            <Button onClick={() => onAsk(byRequest.map((line) => line.system))}>
              {t('shared_ask_systems', [byRequest.map((line) => line.shortName).join(', ')])}
            </Button>
          )}
          {byLink.map((line) => (
            <Button key={line.system} onClick={() => onOpen(line.system)}>
              {t('shared_open_at', [line.shortName])}
            </Button>
          ))}
        </div>
      )}
      {actions}
    </li>
  );
}
