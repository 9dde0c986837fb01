/** Whether a system can be asked at this moment. */
import type { Settings } from '../policy/settings';
import type { System } from '../systems/system';
import type { AskerOptions } from './answer-question';
import { isAskable } from './tab-answer';

/** A system that is asked by an open page can be asked only while one is open, any other where Chrome lets us. */
export async function canAskNow(
  system: System,
  { askInTabs }: Pick<Settings, 'askInTabs'>,
  { isTabOpen, mayReach }: Pick<AskerOptions['ports'], 'isTabOpen' | 'mayReach'>,
): Promise<boolean> {
  const { connector } = system;
  if (!connector || !isAskable(system, askInTabs)) return false;
  if (connector.kind === 'tab') return (await isTabOpen?.(system)) ?? false;
  return (await mayReach?.(new URL(connector.url.replaceAll('{code}', 'X')).hostname)) ?? true;
}
