/** The papers of a page, or of a procedure whose components are known from elsewhere, in one line. */
import type { DatabaseState } from '../dossier/database';
import type { Translate } from '../dossier/finding';
import { LEGAL_GROUND, type PaperId } from './databases';
import { promptFor, type ReusePrompt } from './prompt';

/** "2 không yêu cầu nộp · 1 nên kiểm tra dữ liệu"; empty when there is nothing to say. */
export function summarise(prompts: readonly ReusePrompt[], t: Translate): string {
  const count = (level: ReusePrompt['level']) => prompts.filter((prompt) => prompt.level === level).length;
  const notRequired = count('not-required');
  const checkFirst = count('check-first');
  return [
    ...(notRequired ? [`${notRequired} ${t('reuse_summary_not_required')}`] : []),
    ...(checkFirst ? [`${checkFirst} ${t('reuse_summary_check_first')}`] : []),
  ].join(' · ');
}

/** The same for a page as a prompt of its own; null when there is nothing to say. */
export function summaryPrompt(prompts: readonly ReusePrompt[], t: Translate): ReusePrompt | null {
  const chip = summarise(prompts, t);
  if (!chip) return null;
  return {
    level: prompts.some(({ level }) => level === 'not-required') ? 'not-required' : 'check-first',
    chip,
    title: t('reuse_summary_title'),
    lines: [
      ...[...new Set(prompts.map(({ title }) => title))].map((text) => ({ text })),
      { text: `${t('reuse_ground')}: ${LEGAL_GROUND}`, as: 'soft' },
    ],
  };
}

/** What is known of a procedure's papers without a list of components on the page. */
export interface KnownPapers {
  papers: readonly PaperId[];
  /** Read before on a page of the same procedure, or named by policy. */
  from: 'pages' | 'policy';
}

/** One line that says where the components are known from; undefined when there is nothing to say. */
export function summariseKnown(
  { papers, from }: KnownPapers,
  databases: Record<string, DatabaseState>,
  covered: boolean,
  t: Translate,
): string | undefined {
  const prompts = papers.flatMap(
    (paper) => promptFor({ papers: [paper], surrendered: false }, databases, t, covered) ?? [],
  );
  const summary = summarise(prompts, t);
  return summary ? `${t(`reuse_known_from_${from}`)}: ${summary}` : undefined;
}
