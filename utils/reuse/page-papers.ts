/**
 * The papers of one page, in its second script: component lines and typed requests in, marks out.
 *
 *   lines ─► matcher, in slices ─► which procedure? (background) ─► prompts ─┬─► one mark a line, and the page's summary
 *   a field for requests that is left ─► papers it asks for ────────────────┘─► counted once a dossier, by the background
 *
 * What an officer types stays here: it is judged, and forgotten.
 */
import type { DossierCode } from '../dossier/code';
import type { DatabaseState } from '../dossier/database';
import type { Translate } from '../dossier/finding';
import type { ComponentLine, PageReading } from '../reading';
import type { Place } from '../reading/place';
import type { PaperId } from './databases';
import { matchInSlices } from './match-in-slices';
import { type PaperMatch, replaceable } from './match-papers';
import { dossierOf, type ProcedureSaid, procedureNear } from './procedure-here';
import { promptFor, type ReusePrompt } from './prompt';
import { requestPrompts } from './request-prompts';
import { requestedPapers } from './requested-papers';
import { summarise, summaryPrompt } from './summary';
import { summaryPlace } from './summary-place';
import { rawOf, typedIn, wordsIn } from './typed-words';

/** What the background answers of a procedure. */
export interface ProcedureKnown {
  /** One of the procedures of the resolution at this office; not known counts as no. */
  covered: boolean;
  /** The catalogue's name. */
  name?: string;
}

export interface PaperMark {
  /** Stable over calls. */
  key: string;
  place: Place;
  prompt: ReusePrompt;
  /** The words of a request that it is about, in the place's text node or its control's value. */
  under?: { start: number; end: number }[];
}

/** The page's papers in one line, and the dossier they belong to, where that is known. */
export interface PaperSummary {
  text: string;
  code?: DossierCode;
}

export interface PaperPorts {
  databases: Record<string, DatabaseState>;
  t: Translate;
  /** The papers are those that the page's lines name, handed-back ones aside; their ids are kept for the procedure. */
  procedure(said: ProcedureSaid, papers: PaperId[]): Promise<ProcedureKnown | null>;
  /** Papers that this dossier's page need not ask for. */
  spared(code: DossierCode, papers: PaperId[]): void;
  paint(marks: PaperMark[], summary: PaperSummary | undefined): void;
  /** Whether supplements are asked for in a field, as it is labelled now. */
  asks(field: HTMLElement): boolean;
  /** What the pages around this frame know of their procedure; theirs is that of an editor's frame, too. */
  around(): ProcedureKnown | undefined;
}

export interface PagePapers {
  /** The page as it was read now. @returns how many of its lines have a prompt */
  show(report: PageReading): Promise<number>;
  /** A field in which supplements are asked for was left: its papers are marked. */
  judge(field: HTMLElement): void;
  /** What is known of the procedure that this page names; absent where it names none. */
  readonly known: ProcedureKnown | undefined;
  /** Paints nothing any more. */
  stop(): void;
}

/** How often marks are held against the text they are about, as long as there are any. */
const WATCH_MS = 1_000;

const UNKNOWN: ProcedureKnown = { covered: false };

export function createPagePapers(document: Document, ports: PaperPorts): PagePapers {
  const { databases, t } = ports;
  let lineMarks: PaperMark[] = [];
  let fieldMarks: PaperMark[] = [];
  let summary: PaperSummary | undefined;
  let known: ProcedureKnown | undefined;
  let asked: { text: string; code?: string; answer: ProcedureKnown } = { text: '', answer: UNKNOWN };
  let told = '';
  let turn = 0;
  /** Fields that were left, with the text that their marks are about. */
  const judged = new Map<HTMLElement, string>();
  let watching: ReturnType<typeof setInterval> | undefined;

  /** By what the marks at fields were judged. */
  let judgedBy: ProcedureKnown | undefined;

  const paint = () => ports.paint([...lineMarks, ...fieldMarks], summary);
  const about = () => known ?? ports.around();

  async function ask(said: ProcedureSaid, matches: readonly PaperMatch[]): Promise<ProcedureKnown> {
    if (!said.code && !said.name) return UNKNOWN;
    const papers = [...new Set(matches.flatMap(replaceable))];
    const text = JSON.stringify([said, papers]);
    if (asked.text !== text) {
      const answer = await ports.procedure(said, papers);
      asked = { text: answer ? text : '', code: said.code, answer: answer ?? UNKNOWN };
    }
    return asked.answer;
  }

  function judgeAgain(): void {
    fieldMarks = [];
    judgedBy = about();
    for (const field of judged.keys()) {
      if (!field.isConnected) judged.delete(field);
      else {
        judged.set(field, rawOf(field));
        fieldMarks.push(...marksIn(field));
      }
    }
    clearInterval(watching);
    if (fieldMarks.length) watching = setInterval(watch, WATCH_MS);
  }

  /**
   * A script empties a field or takes it away, or the page around learns of its procedure, and nobody tells: marks do not
   * outlive their words or their reasons. What is being typed waits until it is left.
   */
  function watch(): void {
    const changed = [...judged].some(
      ([field, text]) => !field.isConnected || (!field.matches(':focus') && rawOf(field) !== text),
    );
    if (!changed && judgedBy === about()) return;
    judgeAgain();
    paint();
  }

  function marksIn(field: HTMLElement): PaperMark[] {
    if (!ports.asks(field)) return [];
    const { covered, name } = judgedBy ?? UNKNOWN;
    const papers = requestedPapers(wordsIn(field), name);
    const number = [...judged.keys()].indexOf(field);
    const apart = field.isContentEditable;
    return requestPrompts(papers, databases, t, covered, apart).map(({ prompt, words }, at) => ({
      key: `field ${number} ${at}`,
      ...typedIn(field, words),
      prompt,
    }));
  }

  return {
    async show({ components, dossiers }) {
      const mine = ++turn;
      const [first] = components;
      const dossier = first ? dossierOf(first.place, dossiers) : null;
      const said = saidOf(first, dossier?.reading, document);
      const name = said.name ?? (said.code && said.code === asked.code ? asked.answer.name : undefined);
      const matches = await matchInSlices(components, name);
      const answer = await ask(said, matches);
      // A name that only the number told may say more of the lines: what is handed back, what is meant.
      const again = answer.name && !name ? await matchInSlices(components, answer.name) : matches;
      if (again !== matches) await ask(said, again);
      if (mine !== turn) return lineMarks.length;
      known = answer === UNKNOWN ? undefined : { ...answer, name: said.name ?? answer.name };
      const prompts = again.map((match) => promptFor(match, databases, t, answer.covered));
      lineMarks = components.flatMap(({ place }, at) => {
        const prompt = prompts[at];
        return prompt ? [{ key: `line ${at}`, place, prompt }] : [];
      });
      const shown = prompts.filter((prompt) => prompt !== null);
      const lines = lineMarks.length;
      const text = summarise(shown, t);
      summary = text ? { text, code: dossier?.reading.code } : undefined;
      const about = summaryPrompt(shown, t);
      const place = first && about && summaryPlace(first.place);
      if (about && place) lineMarks.push({ key: 'summary', place, prompt: about });
      judgeAgain();
      paint();
      if (dossier) count(dossier.reading.code, again, prompts);
      return lines;
    },

    judge(field) {
      judged.set(field, '');
      judgeAgain();
      paint();
    },

    get known() {
      return known;
    },

    stop() {
      known = undefined;
      turn += 1;
      clearInterval(watching);
    },
  };

  function count(
    code: DossierCode,
    matches: readonly PaperMatch[],
    prompts: readonly (ReusePrompt | null)[],
  ): void {
    const papers = [
      ...new Set(
        matches.flatMap((match, at) => (prompts[at]?.level === 'not-required' ? replaceable(match) : [])),
      ),
    ];
    const text = `${code} ${papers}`;
    if (!papers.length || text === told) return;
    told = text;
    ports.spared(code, papers);
  }
}

/** The dossier's procedure; on a form without a dossier the one that stands near. */
function saidOf(
  line: ComponentLine | undefined,
  reading: { procedureCode?: string; procedureName?: string } | undefined,
  { location }: Document,
): ProcedureSaid {
  if (!line) return {};
  if (reading?.procedureCode || reading?.procedureName)
    return { code: reading.procedureCode, name: reading.procedureName };
  return procedureNear(line.place, new URL(location.href));
}
