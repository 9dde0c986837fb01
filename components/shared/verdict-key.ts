/** The `_locales` key of a verdict's words. */
import type { Verdict } from '../../utils/dossier/finding';

export function verdictKey(verdict: Verdict): string {
  return `verdict_${verdict.replaceAll('-', '_')}`;
}
