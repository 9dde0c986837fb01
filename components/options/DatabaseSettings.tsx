/** How far each of the nine databases serves this office: what the reuse prompts rest on. */
import type { DatabaseState } from '../../utils/dossier/database';
import { useInForce } from '../shared/settings-context';
import { useSources } from '../shared/sources';
import { controlLook } from './control-look';
import { Field } from './Field';
import { isLocked } from './locked';
import { Section } from './Section';
import type { Save } from './use-saving';

const STATES: DatabaseState['state'][] = ['in-use', 'not-connected', 'unknown'];

export function DatabaseSettings({ save }: { save: Save }) {
  const { settings, t } = useInForce();
  const { databases } = useSources();
  return (
    <Section id="databases" title={t('options_databases')} lead={t('options_databases_lead')}>
      {databases.map((id) => {
        const locked = isLocked(settings.locked, 'databases', id);
        const current = settings.databases[id];
        return (
          <Field
            key={id}
            id={`database-${id}`}
            label={t(`reuse_database_${id.replaceAll('-', '_')}`)}
            hint={hintOf(current)}
            locked={locked}
          >
            {(describedBy) => (
              <select
                id={`database-${id}`}
                className={controlLook}
                value={current?.state ?? 'unknown'}
                disabled={locked}
                aria-describedby={describedBy}
                onChange={(event) => change(id, event.target.value)}
              >
                {STATES.map((state) => (
                  <option key={state} value={state}>
                    {t(`options_database_${state.replaceAll('-', '_')}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        );
      })}
    </Section>
  );

  function change(id: string, chosen: string): void {
    const state = STATES.find((one) => one === chosen);
    if (!state) return;
    // What policy says is not the officer's word, and must not outlast the policy as such.
    const own = Object.entries(settings.databases).filter(
      ([other]) => !isLocked(settings.locked, 'databases', other),
    );
    save({ databases: { ...Object.fromEntries(own), [id]: { ...settings.databases[id], state } } });
  }
}

/** What policy adds to the state: the announcement, a note, where to look it up. */
function hintOf(database: DatabaseState | undefined): string | undefined {
  const parts = [database?.announcement, database?.note, database?.url].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : undefined;
}
