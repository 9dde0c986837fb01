/** One dossier in the side panel: what systems say, since when, its deadline, its codes, and what can be done about it. */
import { useObservable } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import type { DossierCode } from '../../utils/dossier/code';
import type { FindingView } from '../../utils/view/dossier-view';
import { findingKey } from '../../utils/view/finding-facts';
import { WhyRead } from '../explain/WhyRead';
import { Button } from '../shared/Button';
import { DossierReport } from '../shared/DossierReport';
import { useWords } from '../shared/settings-context';
import { useSources } from '../shared/sources';
import { useAsking } from '../shared/use-asking';
import { Deadline } from './Deadline';
import { DismissForm } from './DismissForm';
import { OtherCodes } from './OtherCodes';
import { SupportReportForm } from './SupportReportForm';
import { TimelinePicture } from './TimelinePicture';

/** What is being written: about which finding; null: about the dossier as a whole. */
type Writing = { kind: 'dismissal'; finding: FindingView } | { kind: 'report'; finding: FindingView | null };

export function DossierPanel({ code, onBusy }: { code: DossierCode; onBusy: (busy: boolean) => void }) {
  const t = useWords();
  const sources = useSources();
  const panel = useObservable(() => sources.panel(code), [sources, code]);
  const asking = useAsking('panel');
  const [writing, setWriting] = useState<Writing | null>(null);
  const busy = writing !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when it changes
  useEffect(() => onBusy(busy), [busy]);
  if (!panel) return null;
  const { view, timeline, deadline } = panel;
  const leave = () => {
    setWriting(null);
    document.getElementById('dossier-code')?.focus();
  };

  const dismiss = async (
    { facts = '', ...finding }: FindingView,
    reason: Parameters<typeof sources.dismiss>[3],
  ) => {
    const kept = await sources.dismiss(code, findingKey(finding), facts, reason);
    if (kept) leave();
    return kept;
  };

  const isOf = (kind: Writing['kind'], finding: FindingView | null) =>
    writing?.kind === kind &&
    (writing.finding && findingKey(writing.finding)) === (finding && findingKey(finding));

  return (
    <>
      <DossierReport
        view={view}
        asking={asking}
        sideBySide
        actions={
          <Button onClick={() => setWriting({ kind: 'report', finding: null })}>{t('panel_report')}</Button>
        }
        findingActions={(finding) =>
          isOf('dismissal', finding) ? (
            <DismissForm onLeave={leave} onDismiss={(reason) => dismiss(finding, reason)} />
          ) : isOf('report', finding) ? (
            <SupportReportForm view={view} finding={finding} onLeave={leave} />
          ) : (
            <div className="flex flex-wrap gap-2">
              {finding.facts !== undefined && (
                <Button
                  look="quiet"
                  className="-ml-2"
                  onClick={() => setWriting({ kind: 'dismissal', finding })}
                >
                  {t('panel_dismiss')}
                </Button>
              )}
              {finding.rule !== 'not-known-yet' && (
                <Button look="quiet" onClick={() => setWriting({ kind: 'report', finding })}>
                  {t('panel_report')}
                </Button>
              )}
            </div>
          )
        }
        onRestore={(finding) => void sources.dismiss(code, findingKey(finding), finding.facts ?? '')}
      >
        {isOf('report', null) && <SupportReportForm view={view} finding={null} onLeave={leave} />}
      </DossierReport>
      {timeline && <TimelinePicture timeline={timeline} />}
      {deadline && <Deadline deadline={deadline} />}
      <OtherCodes codes={view.codes} />
      <WhyRead code={code} />
    </>
  );
}
