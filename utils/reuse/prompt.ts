/**
 * What an officer is told beside a component line: that the paper need not be asked for, or that its data may be there
 * already. "Không yêu cầu nộp" is said only when policy says both: the procedure is one of the resolution's, and the
 * database is in use at this office. Everything else asks the officer to look.
 */
import type { DatabaseState } from '../dossier/database';
import type { Translate } from '../dossier/finding';
import { type Database, databaseOf, isInUse, LEGAL_GROUND, type PaperId, UNKNOWN_STATE } from './databases';
import { type PaperMatch, replaceable } from './match-papers';

/** One line of a card: the name of what follows, plain words, or what only explains. */
export interface PromptLine {
  text: string;
  as?: 'name' | 'soft';
}

/** The painted layer's prompt, and what the page's summary needs beside it. */
export interface ReusePrompt {
  /** `as-before`: handed back, or its database not connected: nothing to look up, so not counted. */
  level: 'not-required' | 'check-first' | 'as-before';
  chip: string;
  title: string;
  lines: PromptLine[];
  /** Where to look up, for each database that has a place to. */
  links: { text: string; url: string }[];
  /** The text for the citizen where the data is missing or wrong, and how to offer it. */
  copy?: { label: string; done: string; failed: string; text: string };
}

interface Asked {
  paper: PaperId;
  database: Database;
  state: DatabaseState;
  /** Data replaces it, as far as the database goes. */
  replaced: boolean;
}

const key = (id: string) => id.replace(/-/g, '_');

/** The paper's name in the interface's language. */
export const paperName = (paper: PaperId, t: Translate): string => t(`reuse_paper_${key(paper)}`);

/** The database's name in the interface's language. */
export const databaseName = ({ id }: Database, t: Translate): string => t(`reuse_database_${key(id)}`);

/**
 * The prompt of one line, or null when the line asks for none of these papers.
 * @param databases the state of each database by its id, as policy says; absent is not known.
 * @param covered the procedure is one of the 786 of the resolution. Not known counts as no.
 */
export function promptFor(
  match: Pick<PaperMatch, 'papers' | 'handedBack'>,
  databases: Record<string, DatabaseState>,
  t: Translate,
  covered = false,
): ReusePrompt | null {
  if (!match.papers.length) return null;
  const asked = replaceable(match).map((paper): Asked => {
    const database = databaseOf(paper);
    const state = databases[database.id] ?? UNKNOWN_STATE;
    return { paper, database, state, replaced: isInUse(paper, databases) };
  });
  const namesOf = (papers: readonly PaperId[]) => papers.map((paper) => paperName(paper, t)).join(', ');
  const names = namesOf(asked.map(({ paper }) => paper));
  const ground: PromptLine = { text: `${t('reuse_ground')}: ${LEGAL_GROUND}`, as: 'soft' };
  const back = match.handedBack.length
    ? `${t('reuse_surrendered_title')}: ${namesOf(match.handedBack)}`
    : null;
  const why: PromptLine = { text: t('reuse_surrendered_why') };
  if (back && !asked.length) {
    return {
      level: 'as-before',
      chip: t('reuse_surrendered_chip'),
      title: back,
      lines: [why, ground],
      links: [],
    };
  }
  const told: PromptLine[] = [
    ...(back ? [{ text: back, as: 'name' as const }, why] : []),
    ...databaseLines(asked, t),
  ];
  if (asked.every(({ state }) => state.state === 'not-connected')) {
    return {
      level: 'as-before',
      chip: t('reuse_not_connected_chip'),
      title: `${t('reuse_not_connected_title')}: ${names}`,
      lines: [...told, ground],
      links: [],
    };
  }
  const notRequired = covered && asked.every(({ replaced }) => replaced);
  const level = notRequired ? 'not-required' : 'check-first';
  const readable = asked.filter(({ state }) => state.state !== 'not-connected').map(({ paper }) => paper);
  return {
    level,
    chip: t(`reuse_${key(level)}_chip`),
    title: `${t(`reuse_${key(level)}_title`)}: ${names}`,
    lines: [
      ...told,
      { text: t('reuse_data_missing') },
      { text: t(covered ? 'reuse_covered' : 'reuse_not_covered'), as: 'soft' },
      ground,
    ],
    links: linksOf(asked, t),
    copy: {
      label: t('reuse_copy_request'),
      done: t('reuse_copied'),
      failed: t('reuse_copy_failed'),
      text: supplementRequest(readable, t),
    },
  };
}

function linksOf(asked: Asked[], t: Translate): ReusePrompt['links'] {
  const urls = new Map(
    asked.flatMap(({ database, state: { state, url } }) =>
      state === 'in-use' && url ? [[databaseName(database, t), url]] : [],
    ),
  );
  return [...urls].map(([name, url]) => ({ text: `${t('reuse_look_up')}: ${name}`, url }));
}

/** For each database: its papers in this line, its state here and what to do then; the office's note and announcement. */
function databaseLines(asked: Asked[], t: Translate): PromptLine[] {
  return [...new Set(asked.map(({ database }) => database))].flatMap((database): PromptLine[] => {
    const own = asked.filter((one) => one.database === database);
    const { state, note, announcement } = own[0]?.state ?? UNKNOWN_STATE;
    const papers = own.map(({ paper }) => paperName(paper, t)).join(', ');
    return [
      { text: `${databaseName(database, t)}: ${t(`reuse_state_${key(state)}`)}`, as: 'name' },
      ...(own.length < asked.length ? [{ text: papers, as: 'soft' as const }] : []),
      { text: t(`reuse_do_${key(state)}`) },
      ...(database.partial && state !== 'not-connected' ? [{ text: t('reuse_land_only_residential') }] : []),
      ...(note ? [{ text: note }] : []),
      ...(announcement ? [{ text: `${t('reuse_announcement')}: ${announcement}`, as: 'soft' as const }] : []),
    ];
  });
}

/**
 * The text that asks the citizen to supplement papers and to have the database updated, for when their data cannot be
 * read, or is incomplete or wrong (the resolution, Điều 2).
 */
export function supplementRequest(papers: readonly PaperId[], t: Translate): string {
  const names = papers.map((paper) => paperName(paper, t)).join(', ');
  const databases = [...new Set(papers.map((paper) => databaseName(databaseOf(paper), t)))].join(', ');
  return t('reuse_supplement_request', [names, databases]);
}
