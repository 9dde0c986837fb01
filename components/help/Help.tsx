/** A short guide: what the marks mean, what can be done, what is kept, which systems are known. */
import { PageHead } from '../shared/PageHead';
import { useInForce } from '../shared/settings-context';
import { useSources } from '../shared/sources';
import { systemsByKind } from '../shared/systems-by-kind';
import { MarkLegend } from './MarkLegend';

const STEPS = ['help_step1', 'help_step2', 'help_step3', 'help_step4'];
const PRIVACY = ['help_privacy1', 'help_privacy2', 'help_privacy3', 'help_privacy4'];

export function Help() {
  const { settings, t } = useInForce();
  const { catalogue } = useSources();
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6 p-4 sm:p-6">
      <PageHead title={t('help_title')} lead={t('help_lead')} pages={['board', 'options']} />
      <main className="flex flex-col gap-6">
        <section aria-labelledby="how">
          <h2 id="how" className="mb-2 text-base font-semibold">
            {t('help_how')}
          </h2>
          <ol className="flex list-decimal flex-col gap-1 pl-5">
            {STEPS.map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ol>
        </section>
        <MarkLegend />
        <section aria-labelledby="privacy">
          <h2 id="privacy" className="mb-2 text-base font-semibold">
            {t('help_privacy')}
          </h2>
          <ul className="flex list-disc flex-col gap-1 pl-5">
            {PRIVACY.map((key) => (
              <li key={key}>{t(key, [String(settings.retentionDays)])}</li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="known">
          <h2 id="known" className="mb-2 text-base font-semibold">
            {t('help_systems')}
          </h2>
          <ul className="flex flex-col gap-2">
            {systemsByKind(catalogue).map(([kind, systems]) => (
              <li key={kind}>
                <span className="font-medium">{t(`shared_kind_${kind.replaceAll('-', '_')}`)}</span>
                {systems.length > 1 && (
                  <span className="text-muted">: {systems.map(({ shortName }) => shortName).join(', ')}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      </main>
    </div>
  );
}
