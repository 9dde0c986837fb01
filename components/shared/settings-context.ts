/** The settings in force and the interface's words, for every component below `Frame`. */
import { createContext, useContext } from 'react';
import type { Translate } from '../../utils/dossier/finding';
import type { Settings } from '../../utils/policy/settings';

export interface InForce {
  settings: Settings;
  t: Translate;
}

export const SettingsContext = createContext<InForce | null>(null);

/** @throws when used outside of `Frame`: a bug. */
export function useInForce(): InForce {
  const inForce = useContext(SettingsContext);
  if (!inForce) throw new Error('no settings above this component');
  return inForce;
}

/** The interface's words. */
export function useWords(): Translate {
  return useInForce().t;
}
