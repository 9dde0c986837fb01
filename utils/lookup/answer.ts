/** What comes back from asking one system about one code. */
import type { AnswerReading, Outcome } from '../dossier/sighting';
import type { IsoInstant } from '../dossier/time';

export interface LookupAnswer {
  outcome: Outcome;
  /** Only with `found`: what the answer says, under the code asked for. */
  reading?: AnswerReading;
  /** Origin and path where the answer came from; never its query, which may hold a ticket. */
  finalUrl?: string;
  /** The system said not to come back before then. */
  retryAt?: IsoInstant;
  /** Only with `unreachable`: the system did answer, with an error of its own. */
  serverError?: true;
  /** No request was made: there was no open page that could make it. */
  unsent?: true;
  /** The list was empty, which proves nothing before it is known that somebody is signed in. */
  unproven?: true;
  durationMs: number;
  /** Bytes of the body that were read. */
  bytes: number;
}
