/** A verdict in a shape, a line and words: never by colour alone. */
import type { Verdict } from '../../utils/dossier/finding';
import { VerdictMark } from './VerdictMark';

const LOOKS: Record<Verdict, string> = {
  'in-sync': 'border-sync text-sync',
  'out-of-sync': 'border-off bg-off-soft text-off border-2',
  'cannot-tell': 'border-edge border-dashed text-muted',
};

export function VerdictBadge({ verdict, text }: { verdict: Verdict; text: string }) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-xs font-semibold ${LOOKS[verdict]}`}
    >
      <VerdictMark verdict={verdict} size={12} />
      {text}
    </span>
  );
}
