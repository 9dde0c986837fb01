/** @file Placeholder signatures; see the brief. */
/** A dossier code (mã hồ sơ) in its one normal spelling: upper case, plain hyphens, no spaces. */
export type DossierCode = string & { readonly __brand?: 'DossierCode' };
