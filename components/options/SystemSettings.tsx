/** Every system the extension knows, by kind: switched on or off, and its addresses with how sure each is. */
import { useObservable } from 'dexie-react-hooks';
import type { SystemId } from '../../utils/dossier/sighting';
import type { Settings } from '../../utils/policy/settings';
import type { System, SystemKind } from '../../utils/systems/system';
import { SystemHosts } from '../shared/SystemHosts';
import { useInForce } from '../shared/settings-context';
import { useSources } from '../shared/sources';
import { systemsByKind } from '../shared/systems-by-kind';
import { isLocked } from './locked';
import { PageAccess } from './PageAccess';
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
  const sources = useSources();
  const missing = useObservable(() => sources.missingAccess, [sources]);
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
                  save({ disabled: disabledByOfficer(settings, system.id, event.target.checked) })
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
                {missing?.[system.id] && !off.has(system.id) && (
                  <PageAccess system={system} patterns={missing[system.id] ?? []} />
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** What policy switched off is not the officer's word, and must not outlast the policy as such. */
function disabledByOfficer({ disabled, locked }: Settings, changed: SystemId, on: boolean): SystemId[] {
  const others = disabled.filter((id) => id !== changed && !isLocked(locked, 'disabled', id));
  return on ? others : [...others, changed];
}
