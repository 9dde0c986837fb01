/**
 * What an officer is told beside a component line: that the paper need not be asked for, or that its data may be there
 * already. "Không yêu cầu nộp" is said only when policy says both: the procedure is one of the resolution's, and the
 * database is in use at this office. Everything else asks the officer to look.
 */
import type { DatabaseState } from '../dossier/database';
import type { Translate } from '../dossier/finding';
import { type Database, databaseOf, LEGAL_GROUND, type PaperId, UNKNOWN_STATE } from './databases';
import type { PaperMatch } from './match-papers';

/** The painted layer's prompt, and what the page's summary needs beside it. */
export interface ReusePrompt {
  level: 'not-required' | 'check-first';
  chip: string;
  title: string;
  lines: string[];
  link?: { text: string; url: string };
  /** The paper is taken as before (handed back, or its database not connected): nothing to look up, so not counted. */
  asBefore?: true;
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
  match: PaperMatch,
  databases: Record<string, DatabaseState>,
  t: Translate,
  covered = false,
): ReusePrompt | null {
  if (!match.papers.length) return null;
  const asked = match.papers.map((paper): Asked => {
    const database = databaseOf(paper);
    const state = databases[database.id] ?? UNKNOWN_STATE;
    return { paper, database, state, replaced: state.state === 'in-use' && !database.partial };
  });
  const names = match.papers.map((paper) => paperName(paper, t)).join(', ');
  const ground = `${t('reuse_ground')}: ${LEGAL_GROUND}`;
  if (match.surrendered) {
    return asBefore(t('reuse_surrendered_chip'), `${t('reuse_surrendered_title')}: ${names}`, [
      t('reuse_surrendered_why'),
      ground,
    ]);
  }
  if (asked.every(({ state }) => state.state === 'not-connected')) {
    const lines = [...databaseLines(asked, t), ground];
    return asBefore(t('reuse_not_connected_chip'), `${t('reuse_not_connected_title')}: ${names}`, lines);
  }
  const notRequired = covered && asked.every(({ replaced }) => replaced);
  const level = notRequired ? 'not-required' : 'check-first';
  const lines = databaseLines(asked, t);
  if (!covered) lines.push(t('reuse_not_covered'));
  lines.push(t('reuse_data_missing'), ground);
  const lookUp = asked.find(({ state }) => state.state === 'in-use' && state.url);
  return {
    level,
    chip: t(`reuse_${key(level)}_chip`),
    title: `${t(`reuse_${key(level)}_title`)}: ${names}`,
    lines,
    ...(lookUp?.state.url && {
      link: { text: `${t('reuse_look_up')}: ${databaseName(lookUp.database, t)}`, url: lookUp.state.url },
    }),
  };
}

function asBefore(chip: string, title: string, lines: string[]): ReusePrompt {
  return { level: 'check-first', chip, title, lines, asBefore: true };
}

/** One line for each database: its papers in this line and its state here, then the office's note. */
function databaseLines(asked: Asked[], t: Translate): string[] {
  return [...new Set(asked.map(({ database }) => database))].flatMap((database) => {
    const own = asked.filter((one) => one.database === database);
    const state = own[0]?.state ?? UNKNOWN_STATE;
    const papers = own.map(({ paper }) => paperName(paper, t)).join(', ');
    return [
      `${papers}: ${databaseName(database, t)} (${t(`reuse_state_${key(state.state)}`)})`,
      ...(database.partial ? [t('reuse_land_only_residential')] : []),
      ...(state.note ? [state.note] : []),
      ...(state.announcement ? [`${t('reuse_announcement')}: ${state.announcement}`] : []),
    ];
  });
}

/** One line for the page: "2 không yêu cầu nộp · 1 nên kiểm tra dữ liệu"; empty when there is nothing to say. */
export function summarise(prompts: readonly ReusePrompt[], t: Translate): string {
  const counted = prompts.filter((prompt) => !prompt.asBefore);
  const notRequired = counted.filter(({ level }) => level === 'not-required').length;
  const checkFirst = counted.length - notRequired;
  return [
    ...(notRequired ? [`${notRequired} ${t('reuse_summary_not_required')}`] : []),
    ...(checkFirst ? [`${checkFirst} ${t('reuse_summary_check_first')}`] : []),
  ].join(' · ');
}

/**
 * The text that asks the citizen to supplement a paper and to have the database updated, for when its data cannot be
 * read, or is incomplete or wrong (the resolution, Điều 2).
 */
export function supplementRequest(match: PaperMatch, t: Translate): string {
  const papers = match.papers.map((paper) => paperName(paper, t)).join(', ');
  const databases = [...new Set(match.papers.map((paper) => databaseName(databaseOf(paper), t)))].join(', ');
  return t('reuse_supplement_request', [papers, databases]);
}
