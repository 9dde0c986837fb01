/** What the body of a JSON API says, or which outcome it is. */
import type { DossierCode } from '../dossier/code';
import type { JsonQuery } from '../systems/connector';
import type { LookupAnswer } from './answer';
import { outcomeOf } from './outcome-of';
import { asksForPassword, plainText } from './plain-text';
import { readJson } from './read-json';

/** @param text the whole body */
export function understandJson(
  connector: JsonQuery,
  code: DossierCode,
  status: number,
  text: string,
): Pick<LookupAnswer, 'outcome' | 'reading'> {
  const rules = connector.answer;
  const body = parseJson(text);
  if (body === undefined) {
    const signs = { status, text: plainText(text), asksForPassword: asksForPassword(text) };
    const outcome = outcomeOf(rules, signs);
    // Words of a page prove no absence where an API should have answered.
    return { outcome: outcome === 'not-found' ? 'unreadable' : outcome };
  }
  const read = rules.ok.includes(status) ? readJson(connector, body, code) : undefined;
  if (read?.kind === 'found') return { outcome: 'found', reading: read.reading };
  const outcome = outcomeOf(rules, { status, text: plainText(JSON.stringify(body)), asksForPassword: false });
  return {
    outcome: read?.kind === 'none' && outcome === 'unreadable' ? (connector.emptyIs ?? 'not-found') : outcome,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Most often a page of the login or of a firewall; its words are looked at instead.
    return undefined;
  }
}
