/** Every system the extension knows, by kind: switched on or off, and its addresses with how sure each is. */
import type { System, SystemKind } from '../../utils/systems/system';
import { SystemHosts } from '../shared/SystemHosts';
import { useInForce } from '../shared/settings-context';
import { useSources } from '../shared/sources';
import { systemsByKind } from '../shared/systems-by-kind';
import { isLocked } from './locked';
import { Section } from './Section';
import type { Save } from './use-saving';

export function SystemSettings({ save }: { save: Save }) {
  const { settings, t } = useInForce();
  const { catalogue } = useSources();
  // Policy may add hosts or whole systems to the built-in catalogue; what is switched off is known from there alone.
  const inForce = new Map(settings.systems.map((system) => [system.id, system]));
  const added = settings.systems.filter(({ id }) => !catalogue.some((system) => system.id === id));
  const all = [...catalogue.map((system) => inForce.get(system.id) ?? system), ...added];
  return (
    <Section id="system-list" title={t('options_systems')} lead={t('options_systems_lead')}>
      {systemsByKind(all).map(([kind, systems]) => (
        <KindGroup key={kind} kind={kind} systems={systems} save={save} />
      ))}
    </Section>
  );
}

function KindGroup({ kind, systems, save }: { kind: SystemKind; systems: System[]; save: Save }) {
  const { settings, t } = useInForce();
  const off = new Set(settings.disabled);
  const on = systems.filter(({ id }) => !off.has(id)).length;
  return (
    <details className="border-b border-line last:border-b-0" open={systems.length <= 2}>
      <summary className="min-h-8 py-1.5 font-medium">
        {t(`shared_kind_${kind.replaceAll('-', '_')}`)}{' '}
        <span className="text-xs font-normal text-muted">
          {t('options_on_of', [String(on), String(systems.length)])}
        </span>
      </summary>
      <ul className="flex flex-col gap-3 pb-3">
        {systems.map((system) => {
          const locked = isLocked(settings.locked, 'disabled', system.id);
          const id = `system-${system.id}`;
          return (
            <li key={system.id} className="flex items-start gap-2.5 pl-4">
              <input
                id={id}
                type="checkbox"
                className="size-6 shrink-0 accent-accent"
                checked={!off.has(system.id)}
                disabled={locked}
                aria-describedby={locked ? `${id}-locked` : undefined}
                onChange={(event) =>
                  save({
                    disabled: event.target.checked
                      ? settings.disabled.filter((one) => one !== system.id)
                      : [...settings.disabled, system.id],
                  })
                }
              />
              <div className="min-w-0">
                <label htmlFor={id}>{settings.language === 'en' ? system.nameEn : system.name}</label>
                {locked && (
                  <p id={`${id}-locked`} className="text-xs text-warn">
                    {t('options_locked')}
                  </p>
                )}
                <SystemHosts system={system} />
              </div>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
