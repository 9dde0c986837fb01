/** What the body of a JSON API says, or which outcome it is. */
import type { DossierCode } from '../dossier/code';
import type { JsonQuery } from '../systems/connector';
import type { LookupAnswer } from './answer';
import { failureSaid, parseJson, wordsBeside } from './json-signs';
import { outcomeOf } from './outcome-of';
import { asksToSignIn, plainText } from './plain-text';
import { hasRows, readJson, rowsPath } from './read-json';

/**
 * @param code null where the answer is to prove that somebody is signed in who sees dossiers
 * @param text the whole body
 */
export function understandJson(
  connector: JsonQuery,
  code: DossierCode | null,
  status: number,
  text: string,
): Pick<LookupAnswer, 'outcome' | 'reading' | 'unproven'> {
  const rules = connector.answer;
  const body = parseJson(text);
  if (body === undefined) {
    const signs = { status, text: plainText(text), asksToSignIn: asksToSignIn(text) };
    const outcome = outcomeOf(rules, signs);
    // Words of a page prove no absence where an API should have answered.
    return { outcome: outcome === 'not-found' ? 'unreadable' : outcome };
  }
  const served = rules.ok.includes(status);
  const words = wordsBeside(body, rowsPath(connector, body));
  const ruled = outcomeOf(rules, { status, text: words, asksToSignIn: false });
  const failure = ruled === 'unreadable' ? failureSaid(body, words) : undefined;
  const outcome = failure ?? ruled;
  if (code === null) {
    // Rows that strangers do not get: whoever got none of the one dossier was signed in.
    const proven = served && outcome === 'unreadable' && !failure && hasRows(connector, body);
    return { outcome: proven ? 'not-found' : outcome === 'not-found' ? 'unreadable' : outcome };
  }
  const read = served ? readJson(connector, body, code) : undefined;
  if (read?.kind === 'found') return { outcome: 'found', reading: read.reading };
  if (read?.kind !== 'none' || failure || outcome !== 'unreadable') return { outcome };
  if (connector.proof) return { outcome, unproven: true };
  return { outcome: connector.emptyIs ?? 'not-found' };
}
