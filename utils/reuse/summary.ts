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
    links: [],
  };
}

/** What is known of a procedure's papers without a list of components on the page. */
export interface KnownPapers {
  papers: readonly PaperId[];
  /** Read before on a page of the same procedure, or named by policy. */
  from: 'pages' | 'policy';
}

/** They as a prompt of its own, marked by where they are known from; null when there is nothing to say. */
export function knownPrompt(
  { papers, from }: KnownPapers,
  databases: Record<string, DatabaseState>,
  covered: boolean,
  t: Translate,
): ReusePrompt | null {
  const promptOf = (some: readonly PaperId[]) =>
    promptFor({ papers: [...some], handedBack: [] }, databases, t, covered);
  const each = papers.flatMap((paper) => promptOf([paper]) ?? []);
  const together = promptOf(papers);
  const chip = summarise(each, t);
  if (!chip || !together) return null;
  return {
    ...together,
    level: each.some(({ level }) => level === 'not-required') ? 'not-required' : 'check-first',
    chip,
    title: t(`reuse_known_from_${from}`),
    lines: [...each.map(({ title }) => ({ text: title })), ...together.lines],
  };
}

/** They in one line; undefined when there is nothing to say. */
export function summariseKnown(...known: Parameters<typeof knownPrompt>): string | undefined {
  const prompt = knownPrompt(...known);
  return prompt ? `${prompt.title}: ${prompt.chip}` : undefined;
}
