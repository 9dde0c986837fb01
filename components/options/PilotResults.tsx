/** How each rule did in pilot mode: how often it came up, what officers said, which rules are muted. */
import { useObservable } from 'dexie-react-hooks';
import { ruleNameKey } from '../../utils/view/support-report';
import { useInForce } from '../shared/settings-context';
import { useSources } from '../shared/sources';
import { Section } from './Section';

const COLUMNS = ['rule', 'found', 'right', 'wrong', 'unsure', 'share'] as const;

export function PilotResults() {
  const { settings, t } = useInForce();
  const sources = useSources();
  const results = useObservable(() => sources.pilotResults, [sources]);
  const { on, muteAbovePercent, leastAnswers } = settings.pilot;
  if (!results || (!on && results.length === 0)) return null;
  const lead = [
    t(on ? 'pilot_lead_on' : 'pilot_lead_off'),
    muteAbovePercent === undefined
      ? t('pilot_lead_no_limit')
      : t('pilot_lead_limit', [String(muteAbovePercent), String(leastAnswers)]),
  ].join(' ');
  return (
    <Section id="pilot" title={t('pilot_title')} lead={lead}>
      {results.length === 0 ? (
        <p>{t('pilot_nothing')}</p>
      ) : (
        // A wide table scrolls inside its own frame, reachable by keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className="overflow-x-auto" aria-label={t('pilot_table')} tabIndex={0}>
          <table className="w-full border-collapse text-left tabular-nums">
            <thead className="border-b border-line text-xs text-muted">
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" className="py-1 pr-3 font-semibold">
                    {t(`pilot_column_${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {results.map(({ rule, found, right, wrong, unsure, wrongPercent, muted }) => (
                <tr key={rule} className="border-b border-line align-top last:border-b-0">
                  <th scope="row" className="py-1 pr-3 font-normal">
                    {t(ruleNameKey(rule))}
                    {muted && <span className="block text-xs font-semibold">{t('pilot_muted')}</span>}
                  </th>
                  {[found, right, wrong, unsure].map((count, i) => (
                    <td key={COLUMNS[i + 1]} className="py-1 pr-3">
                      {count}
                    </td>
                  ))}
                  <td className="py-1">{wrongPercent === null ? '–' : `${wrongPercent}%`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Section>
  );
}
