/** The matcher as the page's second script offers it to the reader beside it: component lines in, prompts out. */
import type { DatabaseState } from '../dossier/database';
import type { Translate } from '../dossier/finding';
import { matchPapers, type PaperMatch } from './match-papers';
import { promptFor, type ReusePrompt } from './prompt';

/** What is known of the procedure whose components these are. */
export interface ProcedureHere {
  /** Its name, where the page says it. */
  name?: string;
  /** It is one of the procedures of the resolution; not known counts as no. */
  covered?: boolean;
}

/** The world both scripts share. */
export interface MatcherWorld {
  soiMatcher?: (
    lines: readonly string[],
    databases: Record<string, DatabaseState>,
    texts: Record<string, string>,
    procedure?: ProcedureHere,
  ) => (ReusePrompt | null)[];
}

/** The papers of each line, in the same order. @param procedure the procedure's name, where the page says it. */
export function matchLines(texts: readonly string[], procedure?: string): PaperMatch[] {
  return texts.map((text) => matchPapers(text, { procedure }));
}

/** Puts the matcher into the world: one prompt a line, in the same order, null where there is nothing to say. */
export function offerMatcher(world: object): void {
  const soiMatcher: MatcherWorld['soiMatcher'] = (lines, databases, texts, procedure = {}) => {
    const say: Translate = (key) => {
      const text = texts[key];
      if (text === undefined) throw new Error(`no text for ${key}`);
      return text;
    };
    return matchLines(lines, procedure.name).map((match) =>
      promptFor(match, databases, say, procedure.covered),
    );
  };
  Object.assign(world, { soiMatcher });
}
