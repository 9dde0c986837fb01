/** The report to support, prefilled: choose its group, mend its words, then copy it, mail it or save it. */
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { nowInstant } from '../../utils/dossier/time';
import type { DossierView, FindingView } from '../../utils/view/dossier-view';
import {
  groupFor,
  groupKey,
  looksPersonal,
  mailtoOf,
  reportText,
  SUPPORT_GROUPS,
  type SupportGroup,
  supportReport,
} from '../../utils/view/support-report';
import { Button } from '../shared/Button';
import { CopyButton } from '../shared/CopyButton';
import { Notice } from '../shared/Notice';
import { useInForce } from '../shared/settings-context';
import { useSources } from '../shared/sources';

export function SupportReportForm({
  view,
  finding,
  onLeave,
}: {
  view: DossierView;
  /** What it is about; null: the dossier as a whole. */
  finding: FindingView | null;
  onLeave: () => void;
}) {
  const { settings, t } = useInForce();
  const sources = useSources();
  const id = useId();
  // What is being written does not change under the officer's hands: it is of the moment it was opened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  const report = useMemo(() => supportReport(view, finding, nowInstant(Date.now()), t), []);
  const [group, setGroup] = useState<SupportGroup>(() => groupFor(finding, view));
  const [body, setBody] = useState(report.body);
  const [saved, setSaved] = useState<boolean | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const text = reportText(group, report, body, t);
  const contact = settings.supportContact;
  const personal = looksPersonal(body, view.codes);
  const warned = personal ? `${id}-personal` : undefined;

  return (
    <section
      aria-labelledby={id}
      className="flex min-w-0 flex-col gap-2 rounded border border-edge bg-ground p-3"
      onKeyDown={({ key }) => key === 'Escape' && onLeave()}
    >
      <h3 id={id} ref={heading} tabIndex={-1} className="font-semibold">
        {t('report_title')}
      </h3>
      <p className="text-xs text-muted">{t('report_lead')}</p>
      <label className="flex flex-col gap-1">
        {t('report_group_label')}
        <select
          className="min-h-8 w-full min-w-0 rounded border border-edge bg-ground px-2"
          value={group}
          onChange={({ target }) =>
            setGroup(SUPPORT_GROUPS.find((one) => one === target.value) ?? 'system-fault')
          }
        >
          {SUPPORT_GROUPS.map((one) => (
            <option key={one} value={one}>
              {t(groupKey(one))}
            </option>
          ))}
        </select>
      </label>
      <label className="flex flex-col gap-1">
        {t('report_body_label')}
        <textarea
          rows={9}
          spellCheck={false}
          className="w-full min-w-0 rounded border border-edge bg-ground px-2 py-1 text-[0.8125rem]"
          value={body}
          aria-describedby={warned}
          onChange={({ target }) => setBody(target.value)}
        />
      </label>
      {personal && <Notice id={warned}>{t('report_personal')}</Notice>}
      <p className="text-xs break-words">{contactWords() || t('report_no_contact')}</p>
      <div className="flex flex-wrap items-center gap-2">
        <CopyButton text={() => text} label={t('report_copy')} />
        {contact?.email && (
          <a
            className="inline-flex min-h-7 items-center rounded border border-edge px-2.5 py-0.5"
            href={mailtoOf(contact.email, report.subject, text)}
          >
            {t('report_mail')}
          </a>
        )}
        <Button onClick={() => void sources.saveFile(fileName(), text, 'text/plain').then(setSaved)}>
          {t('report_save')}
        </Button>
        <Button onClick={onLeave}>{t('panel_close')}</Button>
      </div>
      {saved === false && <Notice>{t('shared_file_failed')}</Notice>}
    </section>
  );

  function fileName(): string {
    return `phan-anh-${view.code.replace(/[^0-9A-Za-z.-]/g, '_')}.txt`;
  }

  function contactWords(): string {
    const { name, email, phone, url } = contact ?? {};
    const words = [name, email, phone, url].filter(Boolean).join(', ');
    return words && t('report_contact', [words]);
  }
}
