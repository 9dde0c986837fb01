/** Whom to turn to, as policy names them. */
import type { Settings } from '../../utils/policy/settings';
import { useWords } from '../shared/settings-context';
import { Section } from './Section';

export function SupportContact({ contact }: { contact: NonNullable<Settings['supportContact']> }) {
  const t = useWords();
  const { name, email, phone, url } = contact;
  return (
    <Section id="support" title={t('options_support')}>
      <ul className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
        {name && <li>{name}</li>}
        {email && (
          <li>
            <a href={`mailto:${email}`}>{email}</a>
          </li>
        )}
        {phone && (
          <li>
            <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
          </li>
        )}
        {url && (
          <li>
            <a href={url} target="_blank" rel="noreferrer">
              {url}
            </a>
          </li>
        )}
      </ul>
    </Section>
  );
}
