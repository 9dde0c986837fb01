/**
 * Lookup: asking other systems with the officer's own session, only when the officer wants it. In: a code and systems.
 * Out: sightings and tries in the ledger. `plan-systems` says whom, `asker` when, `ask` how and with what outcome.
 */
export type { LookupAnswer } from './answer';
export { type AskPorts, ask } from './ask';
export { type Asker, type AskerOptions, createAsker } from './asker';
export { planSystems } from './plan-systems';
