/**
 * Which papers of a dossier the nine databases make unnecessary (Nghị quyết 66.7/2025/NQ-CP).
 * In: the component lines of a page, and what policy says of each database. Out: the papers a line asks for, and why;
 * the words to say beside it. `match-papers.ts` alone goes into the page.
 */
export { DATABASES, type DatabaseId, databaseOf, type PaperId } from './databases';
export { type MatchReason, type MatchRule, matchPapers, type PaperMatch } from './match-papers';
export { databaseName, paperName, promptFor, type ReusePrompt, supplementRequest } from './prompt';
export { requestedPapers } from './requested-papers';
export { knownPrompt, summarise, summariseKnown } from './summary';
