/** Office, grace, marks, retention and language. */
import { useInForce } from '../shared/settings-context';
import { useSources } from '../shared/sources';
import { controlLook } from './control-look';
import { Field } from './Field';
import { isLocked } from './locked';
import { NumberField } from './NumberField';
import { Section } from './Section';
import type { Save } from './use-saving';

export function GeneralSettings({ save }: { save: Save }) {
  const { settings, t } = useInForce();
  const { catalogue } = useSources();
  const provinces = catalogue.flatMap(({ kind, agencyCodes: [code], shortName }) =>
    kind === 'province' && code ? [{ code, shortName }] : [],
  );
  const locked = (key: string) => isLocked(settings.locked, key);
  return (
    <Section id="general" title={t('options_general')}>
      <Field
        id="office"
        label={t('options_office')}
        hint={t('options_office_hint')}
        locked={locked('officeProvince')}
      >
        {(describedBy) => (
          <select
            id="office"
            className={controlLook}
            value={settings.officeProvince ?? ''}
            disabled={locked('officeProvince')}
            aria-describedby={describedBy}
            onChange={(event) => save({ officeProvince: event.target.value || undefined })}
          >
            <option value="">{t('options_office_none')}</option>
            {provinces.map(({ code, shortName }) => (
              <option key={code} value={code}>
                {shortName} ({code})
              </option>
            ))}
          </select>
        )}
      </Field>
      <NumberField
        id="grace"
        label={t('options_grace')}
        hint={t('options_grace_hint')}
        value={settings.graceMinutes}
        min={5}
        max={1440}
        locked={locked('graceMinutes')}
        onChange={(graceMinutes) => save({ graceMinutes })}
      />
      <NumberField
        id="retention"
        label={t('options_retention')}
        hint={t('options_retention_hint')}
        value={settings.retentionDays}
        min={1}
        max={365}
        locked={locked('retentionDays')}
        onChange={(retentionDays) => save({ retentionDays })}
      />
      <Field
        id="cannot-tell"
        label={t('options_cannot_tell')}
        hint={t('options_cannot_tell_hint')}
        locked={locked('showCannotTell')}
      >
        {(describedBy) => (
          <input
            id="cannot-tell"
            type="checkbox"
            className="size-6 accent-accent"
            checked={settings.showCannotTell}
            disabled={locked('showCannotTell')}
            aria-describedby={describedBy}
            onChange={(event) => save({ showCannotTell: event.target.checked })}
          />
        )}
      </Field>
      <Field id="language" label={t('options_language')} locked={locked('language')}>
        {(describedBy) => (
          <select
            id="language"
            className={controlLook}
            value={settings.language}
            disabled={locked('language')}
            aria-describedby={describedBy}
            onChange={(event) => save({ language: event.target.value === 'en' ? 'en' : 'vi' })}
          >
            <option value="vi" lang="vi">
              Tiếng Việt
            </option>
            <option value="en" lang="en">
              English
            </option>
          </select>
        )}
      </Field>
    </Section>
  );
}
