/** The marks as they look on a page, each with what it means. The pictures are drawn with the overlay's own shapes. */
import type { ReactNode } from 'react';
import { useWords } from '../shared/settings-context';
import { VerdictMark } from '../shared/VerdictMark';

const SAMPLE_CODE = 'H26.18-261105-0123';

export function MarkLegend() {
  const t = useWords();
  return (
    <section aria-labelledby="marks">
      <h2 id="marks" className="mb-2 text-base font-semibold">
        {t('help_marks')}
      </h2>
      <dl className="grid grid-cols-1 gap-3 sm:grid-cols-[auto_1fr] sm:gap-x-5">
        <Mark picture={<VerdictMark verdict="in-sync" size={8} />} name={t('verdict_in_sync')}>
          {t('help_mark_in_sync')}
        </Mark>
        <Mark
          picture={
            <span className="inline-flex items-center gap-1 rounded-[3px] border border-off bg-ground px-1.5 text-xs">
              <VerdictMark verdict="out-of-sync" size={10} />
              {t('help_chip_sample')}
            </span>
          }
          name={t('verdict_out_of_sync')}
        >
          {t('help_mark_out_of_sync')}
        </Mark>
        <Mark picture={<VerdictMark verdict="cannot-tell" size={12} />} name={t('verdict_cannot_tell')}>
          {t('help_mark_cannot_tell')}
        </Mark>
        <Mark
          picture={<PaperMark full />}
          sample={t('help_paper_sample')}
          name={t('help_paper_not_required')}
        >
          {t('help_mark_not_required')}
        </Mark>
        <Mark
          picture={<PaperMark full={false} />}
          sample={t('help_paper_sample')}
          name={t('help_paper_check_first')}
        >
          {t('help_mark_check_first')}
        </Mark>
      </dl>
    </section>
  );
}

/** A small square: full where the paper is not required, hollow where a person has to look first. */
function PaperMark({ full }: { full: boolean }) {
  return (
    <svg viewBox="0 0 16 16" width="10" height="10" aria-hidden="true" className="text-accent">
      <rect
        x="2"
        y="2"
        width="12"
        height="12"
        fill={full ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="2.5"
      />
    </svg>
  );
}

function Mark({
  picture,
  sample = SAMPLE_CODE,
  name,
  children,
}: {
  picture: ReactNode;
  /** The words on the page that the mark stands beside. */
  sample?: string;
  name: string;
  children: string;
}) {
  return (
    <div className="contents">
      <dt className="flex flex-wrap items-center gap-2 self-start rounded border border-line bg-ground px-3 py-2">
        <span className="sr-only">{name}</span>
        <span aria-hidden="true" className="tabular-nums">
          {sample}
        </span>
        <span aria-hidden="true" className="inline-flex">
          {picture}
        </span>
      </dt>
      <dd>
        <span aria-hidden="true" className="font-semibold">
          {name}.{' '}
        </span>
        {children}
      </dd>
    </div>
  );
}
