/**
 * A verdict as a shape, the same as on the pages: a small full circle, a full diamond, a hollow circle. The words stand
 * beside it, so the picture itself says nothing to a screen reader.
 */
import type { Verdict } from '../../utils/dossier/finding';

const COLOURS: Record<Verdict, string> = {
  'in-sync': 'text-sync',
  'out-of-sync': 'text-off',
  'cannot-tell': 'text-muted',
};

export function VerdictMark({ verdict, size = 14 }: { verdict: Verdict; size?: number }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      className={`shrink-0 ${COLOURS[verdict]}`}
    >
      {verdict === 'in-sync' && <circle cx="8" cy="8" r="4.5" fill="currentColor" />}
      {verdict === 'out-of-sync' && <path d="M8 .8 15.2 8 8 15.2.8 8Z" fill="currentColor" />}
      {verdict === 'cannot-tell' && (
        <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />
      )}
    </svg>
  );
}
