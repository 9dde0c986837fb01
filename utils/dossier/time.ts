/** @file Placeholder signatures; see the brief. */
/** `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm[:ss]`, local to Vietnam, as a page words it; or an ISO time with an offset. */
export type LocalTime = string & { readonly __brand?: 'LocalTime' };
/** An instant in ISO 8601 with `Z` or an offset. */
export type IsoInstant = string & { readonly __brand?: 'IsoInstant' };
