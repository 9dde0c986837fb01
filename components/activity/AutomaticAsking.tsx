/** Which hosts may be asked without a click: none until policy or the officer says so. */
import { isLocked } from '../options/locked';
import { Section } from '../options/Section';
import type { Save } from '../options/use-saving';
import { useInForce } from '../shared/settings-context';
import { harmlessHosts } from './harmless-hosts';

export function AutomaticAsking({ save }: { save: Save }) {
  const { settings, t } = useInForce();
  const { askAutomatically, askGuardedAutomatically } = settings;
  const hosts = harmlessHosts(settings);
  const locked = isLocked(settings.locked, 'askAutomatically');
  const lockedGuarded = isLocked(settings.locked, 'askGuardedAutomatically');
  return (
    <Section id="automatic" title={t('options_automatic')} lead={t('options_automatic_lead')}>
      {locked && <p className="text-xs text-warn">{t('options_locked')}</p>}
      <ul className="flex flex-col gap-2 py-2">
        {hosts.map(({ host, name, guarded }) => (
          <li key={host} className="flex items-start gap-2.5">
            <input
              id={`automatic-${host}`}
              type="checkbox"
              className="size-6 shrink-0 accent-accent"
              checked={askAutomatically.includes(host)}
              disabled={locked}
              onChange={(event) => save({ askAutomatically: changed(host, event.target.checked) })}
            />
            <label htmlFor={`automatic-${host}`} className="break-words">
              {name} <span className="text-xs text-muted">({host})</span>
              {guarded && <span className="block text-xs text-muted">{t('options_automatic_needs')}</span>}
            </label>
          </li>
        ))}
      </ul>
      <div className="flex items-start gap-2.5 border-t border-line pt-3">
        <input
          id="automatic-guarded"
          type="checkbox"
          className="size-6 shrink-0 accent-accent"
          checked={askGuardedAutomatically}
          disabled={lockedGuarded}
          onChange={(event) => save({ askGuardedAutomatically: event.target.checked })}
        />
        <label htmlFor="automatic-guarded">{t('options_automatic_guarded')}</label>
      </div>
    </Section>
  );

  function changed(host: string, on: boolean): string[] {
    const others = askAutomatically.filter((one) => one !== host);
    return on ? [...others, host] : others;
  }
}
