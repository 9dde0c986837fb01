/** Telling the outcome of an answer that does not name the dossier. A login page is never "not found". */
import { fold } from '../dossier/fold';
import type { Outcome } from '../dossier/sighting';
import type { AnswerRules } from '../systems/connector';
import type { LookupAnswer } from './answer';

export interface AnswerSigns {
  status: number;
  /** The answer's words, folded. */
  text: string;
  /** The answer is a page that asks somebody to sign in. */
  asksToSignIn: boolean;
}

/** What firewalls in front of these systems say instead of the page, folded. */
const FIREWALL_WORDS = [
  'request rejected',
  'verify you are human',
  'checking your browser',
  'just a moment...',
];

/** Before words of absence these make them a case that may be: "Nếu không tìm thấy hồ sơ, …". */
const SUPPOSED = /\b(?:neu|khi|truong hop|vi sao|tai sao)(?: ban| ong\/ba| nguoi dan)? $/;

/** And after them a question: "Không tìm thấy hồ sơ của bạn?" */
const ASKED = /^(?: cua (?:ban|toi|minh|ong\/ba))? ?\?/;

/** True where the text says so, as a statement: no question to the reader, no case that may be. */
function states(text: string, words: string): boolean {
  if (words === '') return false;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const isAsked = ASKED.test(text.slice(at + words.length, at + words.length + 20));
    if (!isAsked && !SUPPOSED.test(text.slice(Math.max(0, at - 20), at))) return true;
  }
  return false;
}

/** The standard's word for a lost session, and those of two widespread servers (Laravel, IIS). */
const SESSION_GONE = [401, 419, 440];

/** The first sign that fits: session, captcha, right, then absence; what no sign names is `unreadable`. */
export function outcomeOf(rules: AnswerRules, { status, text, asksToSignIn }: AnswerSigns): Outcome {
  const says = (words: readonly string[] | undefined) =>
    words?.some((word) => fold(word) !== '' && text.includes(fold(word)));
  const answers = (statuses: readonly number[] | undefined) => statuses?.includes(status);
  const served = rules.ok.includes(status);

  if (answers(rules.notSignedIn?.status)) return 'not-signed-in';
  if (says(rules.captcha?.text) || says(FIREWALL_WORDS)) return 'captcha';
  if (says(rules.notSignedIn?.text) || asksToSignIn) return 'not-signed-in';
  if (says(rules.noPermission?.text)) return 'no-permission';
  const named = answers(rules.notFound?.status) || answers(rules.noPermission?.status);
  if (SESSION_GONE.includes(status) && !served && !named) return 'not-signed-in';
  if (
    (served || (status >= 400 && status < 500)) &&
    rules.notFound?.text?.some((word) => states(text, fold(word)))
  )
    return 'not-found';
  if (answers(rules.notFound?.status)) return 'not-found';
  if (answers(rules.noPermission?.status)) return 'no-permission';
  if (served) return 'unreadable';
  if (status === 403) return 'no-permission';
  return status >= 500 ? 'unreachable' : 'unreadable';
}

/** What was made of an answer that came: `unreachable` is an error of the system's own then, and no fault of the network. */
export function ofAnswer<Said extends Pick<LookupAnswer, 'outcome' | 'serverError'>>(said: Said): Said {
  return said.outcome === 'unreachable' ? { ...said, serverError: true } : said;
}
