/**
 * The interface's words. Vietnamese unless policy or the officer chose English: the browser's own language does not
 * decide, since many officers' Chrome is installed in English. Chrome itself uses `_locales` for the name alone.
 */
import en from '../../public/_locales/en/messages.json';
import vi from '../../public/_locales/vi/messages.json';
import type { Translate } from '../dossier/finding';

type Catalogue = Record<string, { message: string }>;
const CATALOGUES: Record<'vi' | 'en', Catalogue> = { vi, en };

/** @returns the sentences of one language; a key that stands in neither language is a bug and throws. */
export function translator(language: 'vi' | 'en'): Translate {
  return (key, params = []) => {
    const entry = CATALOGUES[language][key] ?? CATALOGUES.vi[key];
    if (!entry) throw new Error(`no message for ${key}`);
    return entry.message.replace(/\$(\d)/g, (_, digit: string) => params[Number(digit) - 1] ?? '');
  };
}
