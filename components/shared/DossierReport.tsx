/** All that is known of one dossier: code, verdict, findings, one line per system, what can be done. Popup and side panel. */
import { type ReactNode, useState } from 'react';
import type { AsideView, DossierView, FindingView } from '../../utils/view/dossier-view';
import { findingKey } from '../../utils/view/finding-facts';
import { AsideFindings } from './AsideFindings';
import { AskProgress } from './AskProgress';
import { Button } from './Button';
import { CopyButton } from './CopyButton';
import { FindingItem } from './FindingItem';
import { Notice } from './Notice';
import { SystemLine } from './SystemLine';
import { useWords } from './settings-context';
import { useSources } from './sources';
import { summaryOf } from './summary';
import type { Asking } from './use-asking';
import { VerdictBadge } from './VerdictBadge';

export function DossierReport({
  view,
  asking,
  sideBySide,
  actions,
  findingActions,
  onRestore,
  children,
}: {
  view: DossierView;
  asking: Asking;
  /** Lines in columns where the width allows it. */
  sideBySide: boolean;
  /** More buttons of the page at hand. */
  actions?: ReactNode;
  /** What the page offers for each finding. */
  findingActions?: (finding: FindingView) => ReactNode;
  /** Takes back that a finding was set aside; without it such findings are only counted. */
  onRestore?: (finding: AsideView) => void;
  /** Stands above findings and systems. */
  children?: ReactNode;
}) {
  const t = useWords();
  const sources = useSources();
  const [notOpened, setNotOpened] = useState(false);
  const open = (system: string) =>
    void sources.open(view.code, system).then((opened) => setNotOpened(!opened));
  const differing = new Set(
    view.findings.filter(({ severity }) => severity === 'error').flatMap(({ systems }) => systems),
  );
  return (
    <article className="flex flex-col gap-3" aria-labelledby="dossier-code">
      <header className="flex flex-col gap-1">
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <h2 id="dossier-code" tabIndex={-1} className="text-base font-bold break-all tabular-nums">
            <span className="sr-only">{t('shared_dossier')} </span>
            {view.code}
          </h2>
          <CopyButton text={() => view.code} label={t('shared_copy_code')} />
        </div>
        {view.codes.length > 1 && (
          <p className="text-xs break-all text-muted">
            {t('shared_also_coded', [view.codes.slice(1).join(', ')])}
          </p>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <VerdictBadge verdict={view.verdict} text={view.verdictText} />
          <span className="text-xs text-muted">{view.asOfText}</span>
        </div>
        {view.papersText && <p className="text-xs text-muted">{view.papersText}</p>}
      </header>

      <div className="flex flex-wrap gap-2">
        <Button look="main" aria-disabled={asking.sending} onClick={() => asking.ask(view.code)}>
          {t('shared_ask_all')}
        </Button>
        <CopyButton text={() => summaryOf(view, t)} label={t('shared_copy_summary')} />
        {actions}
      </div>
      <AskProgress asking={asking} view={view} />
      {asking.failed && <Notice>{t('shared_ask_failed')}</Notice>}
      {notOpened && <Notice>{t('shared_open_failed')}</Notice>}
      {children}

      {view.findings.length > 0 && (
        <section aria-labelledby="findings">
          <h3 id="findings" className="mb-1 text-xs font-semibold text-muted">
            {t('shared_findings')}
          </h3>
          <ul className="flex flex-col gap-2">
            {view.findings.map((finding) => (
              <FindingItem
                key={findingKey(finding)}
                finding={finding}
                lines={view.lines}
                onAsk={(systems) => asking.ask(view.code, systems)}
                onOpen={open}
                actions={findingActions?.(finding)}
              />
            ))}
          </ul>
        </section>
      )}
      {view.aside &&
        (onRestore ? (
          <AsideFindings aside={view.aside} onRestore={onRestore} />
        ) : (
          <p className="text-xs text-muted">{t('shared_aside_count', [String(view.aside.length)])}</p>
        ))}

      <section aria-labelledby="systems">
        <h3 id="systems" className="mb-1 text-xs font-semibold text-muted">
          {t('shared_systems')}
        </h3>
        <ul
          className={
            sideBySide
              ? 'grid grid-cols-[repeat(auto-fit,minmax(min(9.5rem,100%),1fr))] gap-2'
              : 'flex flex-col gap-2'
          }
        >
          {view.lines.map((line) => (
            <SystemLine
              key={line.system}
              line={line}
              differs={differing.has(line.system)}
              onAsk={() => asking.ask(view.code, [line.system])}
              onOpen={() => open(line.system)}
              onPause={(paused) => void sources.pause(view.code, line.system, paused)}
            />
          ))}
        </ul>
      </section>
    </article>
  );
}
