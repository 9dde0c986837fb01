/** How other systems are asked: the switch that stops it, and the limits that policy sets. */
import { Field } from '../options/Field';
import { isLocked } from '../options/locked';
import { Section } from '../options/Section';
import type { Save } from '../options/use-saving';
import { useInForce } from '../shared/settings-context';

export function AskingSettings({ save }: { save: Save }) {
  const { settings, t } = useInForce();
  const { requestsPerMinute, requestsPerDay, quietHours, freshMinutes, pauseAsking } = settings;
  const locked = isLocked(settings.locked, 'pauseAsking');
  const limits = [
    t('options_limit_pace', [String(requestsPerMinute), String(requestsPerDay)]),
    t('options_limit_fresh', [freshMinutes.final, freshMinutes.moving, freshMinutes.notFound].map(String)),
    quietHours && t('options_limit_quiet', [quietHours.from, quietHours.to]),
  ].filter((one) => one !== undefined);
  return (
    <Section id="asking" title={t('options_asking')} lead={t('options_asking_lead')}>
      <Field
        id="pause-asking"
        label={t('options_pause_asking')}
        hint={t('options_pause_asking_hint')}
        locked={locked}
      >
        {(describedBy) => (
          <input
            id="pause-asking"
            type="checkbox"
            className="size-6 accent-accent"
            checked={pauseAsking}
            disabled={locked}
            aria-describedby={describedBy}
            onChange={(event) => save({ pauseAsking: event.target.checked })}
          />
        )}
      </Field>
      <ul className="list-disc py-3 pl-5 text-muted">
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </Section>
  );
}
