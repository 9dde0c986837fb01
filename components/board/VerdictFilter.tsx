/** Which verdict the board shows; each choice says how many dossiers it has. */
import type { Verdict } from '../../utils/dossier/finding';
import { useWords } from '../shared/settings-context';
import { VerdictMark } from '../shared/VerdictMark';
import { verdictKey } from '../shared/verdict-key';

const CHOICES: (Verdict | null)[] = [null, 'out-of-sync', 'cannot-tell', 'in-sync'];

export function VerdictFilter({
  chosen,
  counts,
  all,
  onChoose,
}: {
  chosen: Verdict | null;
  counts: Record<Verdict, number>;
  /** All dossiers, those set aside too. */
  all: number;
  onChoose: (verdict: Verdict | null) => void;
}) {
  const t = useWords();
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="mb-1 text-xs font-semibold text-muted">{t('board_filter')}</legend>
      {CHOICES.map((choice) => (
        <label
          key={choice ?? 'all'}
          className="inline-flex min-h-7 cursor-pointer items-center gap-1.5 rounded border border-edge bg-ground px-2.5 py-0.5 has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name="verdict"
            className="accent-accent"
            checked={chosen === choice}
            onChange={() => onChoose(choice)}
          />
          {choice && <VerdictMark verdict={choice} size={12} />}
          {choice ? t(verdictKey(choice)) : t('board_all')} ({choice ? counts[choice] : all})
        </label>
      ))}
    </fieldset>
  );
}
