/** Entries of the policy that were skipped: where and why, for the administrator. */
import type { Settings } from '../../utils/policy/settings';
import { useWords } from '../shared/settings-context';
import { Section } from './Section';

export function PolicyProblems({ problems }: { problems: Settings['problems'] }) {
  const t = useWords();
  return (
    <Section id="problems" title={t('options_problems')} lead={t('options_problems_lead')}>
      <ul className="flex flex-col gap-2">
        {problems.map(({ path, reason }) => (
          <li key={`${path} ${reason}`} className="rounded border-l-4 border-warn bg-warn-soft px-3 py-2">
            <code className="font-semibold break-all">{path}</code>
            <span className="block">{reason}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
