/** When something was seen, and how: every value on a page of ours has one beside it. */
import type { IsoInstant } from '../../utils/dossier/time';

export function SeenAt({ at, text }: { at?: IsoInstant; text: string }) {
  return (
    <span className="text-xs text-muted">
      <time dateTime={at}>{text}</time>
    </span>
  );
}
