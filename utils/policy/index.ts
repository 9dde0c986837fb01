/**
 * What an office has decided: the administrator's policy and the officer's own choices, checked entry by entry.
 * In: raw values from the browser's stores. Out: `Settings` that are always valid, with the entries that were skipped.
 * The keys are declared once, in `schema.ts`.
 */
export { DEFAULT_SETTINGS } from './defaults';
export { effectiveSettings } from './effective';
