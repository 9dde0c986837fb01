/** How far each of the nine databases serves this office: what the reuse prompts rest on. */
import type { DatabaseState } from '../../utils/dossier/database';
import { useInForce } from '../shared/settings-context';
import { useSources } from '../shared/sources';
import { CoveredProcedures } from './CoveredProcedures';
import { controlLook } from './control-look';
import { DatabaseDetails } from './DatabaseDetails';
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
        const current = settings.databases[id] ?? { state: 'unknown' };
        const name = t(`reuse_database_${id.replaceAll('-', '_')}`);
        return (
          <div key={id} className="border-b border-line last:border-b-0">
            {/* Last in its own box, the field draws no line above its details. */}
            <div>
              <Field id={`database-${id}`} label={name} hint={hintOf(current)} locked={locked}>
                {(describedBy) => (
                  <select
                    id={`database-${id}`}
                    className={controlLook}
                    value={current.state}
                    disabled={locked}
                    aria-describedby={describedBy}
                    onChange={(event) => {
                      const state = STATES.find((one) => one === event.target.value);
                      if (state) change(id, { ...current, state });
                    }}
                  >
                    {STATES.map((state) => (
                      <option key={state} value={state}>
                        {t(`options_database_${state.replaceAll('-', '_')}`)}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            </div>
            {!locked && (
              <DatabaseDetails
                id={id}
                name={name}
                database={current}
                onChange={(database) => change(id, database)}
              />
            )}
          </div>
        );
      })}
      <CoveredProcedures save={save} />
    </Section>
  );

  function change(id: string, database: DatabaseState): void {
    // What policy says is not the officer's word, and must not outlast the policy as such.
    const own = Object.entries(settings.databases).filter(
      ([other]) => !isLocked(settings.locked, 'databases', other),
    );
    save({ databases: { ...Object.fromEntries(own), [id]: database } });
  }

  function hintOf({ state, announcement, note, url }: DatabaseState): string | undefined {
    const parts = [state === 'unknown' && t('options_database_ask'), announcement, note, url].filter(Boolean);
    return parts.length > 0 ? parts.join(' · ') : undefined;
  }
}
