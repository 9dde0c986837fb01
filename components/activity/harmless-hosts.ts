/** Hosts that may be asked without a click at all: their systems declare that asking changes nothing. */
import { isAskable } from '../../utils/lookup/tab-answer';
import type { Settings } from '../../utils/policy/settings';

export interface HarmlessHost {
  host: string;
  name: string;
  /** Needs the switch for police and defence too. */
  guarded: boolean;
}

export function harmlessHosts({ systems, askInTabs, language }: Settings): HarmlessHost[] {
  return systems.flatMap((system) => {
    const { connector, name, nameEn, guarded = false } = system;
    if (!connector?.harmless || !isAskable(system, askInTabs)) return [];
    const { host } = new URL(connector.url.replaceAll('{code}', 'X'));
    return { host, name: language === 'en' ? nameEn : name, guarded };
  });
}
