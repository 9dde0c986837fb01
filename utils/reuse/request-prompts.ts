/** What an officer is told beside a request for supplements that asks for papers whose data may be there. */
import type { DatabaseState } from '../dossier/database';
import type { Translate } from '../dossier/finding';
import { paperName, promptFor, type ReusePrompt } from './prompt';
import type { RequestedPaper } from './requested-papers';

/** Missing data, cover and legal ground end every prompt that is looked up. */
const SAME_FOR_ALL = 3;

export interface RequestPrompt {
  prompt: ReusePrompt;
  /** The request's words it is about, the clearest case first. */
  words: string[];
}

/**
 * @param apart one prompt a paper, for texts in which each has its own place; else one for all of them
 * @returns nothing for papers that are taken as before
 */
export function requestPrompts(
  papers: readonly RequestedPaper[],
  databases: Record<string, DatabaseState>,
  t: Translate,
  covered: boolean,
  apart: boolean,
): RequestPrompt[] {
  const each = papers.flatMap(({ paper, words }) => {
    const prompt = promptFor({ papers: [paper], handedBack: [] }, databases, t, covered);
    if (!prompt || prompt.level === 'as-before') return [];
    return [
      { paper, words: [words], prompt: { ...prompt, chip: `${paperName(paper, t)}: ${t(chipKey(prompt))}` } },
    ];
  });
  if (apart || each.length < 2) return each;
  // The clearest word goes first: a chip has room for one.
  const sorted = [...each].sort((one, other) => rank(one) - rank(other));
  const [first] = sorted;
  if (!first) return [];
  const all = promptFor({ papers: each.map(({ paper }) => paper), handedBack: [] }, databases, t, covered);
  return [
    {
      words: sorted.flatMap(({ words }) => words),
      prompt: {
        ...first.prompt,
        ...(all && { copy: all.copy, links: all.links }),
        chip: `${first.prompt.chip} (+${sorted.length - 1})`,
        title: t('reuse_request_title'),
        // What is the same for all papers stands at the end, once.
        lines: [
          ...sorted.flatMap(({ prompt: { title, lines } }): ReusePrompt['lines'] => [
            { text: title, as: 'name' },
            ...lines.slice(0, -SAME_FOR_ALL).map(({ text, as }) => (as === 'name' ? { text } : { text, as })),
          ]),
          ...first.prompt.lines.slice(-SAME_FOR_ALL),
        ],
      },
    },
  ];
}

const chipKey = ({ level }: ReusePrompt) =>
  level === 'not-required' ? 'reuse_not_required_request' : 'reuse_check_first_request';

const rank = ({ prompt }: Pick<RequestPrompt, 'prompt'>) => (prompt.level === 'not-required' ? 0 : 1);
