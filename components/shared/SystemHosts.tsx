/** The addresses of a system, the surest first, each with how sure it is. */
import type { System, SystemHost } from '../../utils/systems/system';
import { useWords } from './settings-context';

const SURENESS: SystemHost['confidence'][] = ['policy', 'seen', 'seen-weak', 'inferred'];

export function SystemHosts({ system }: { system: System }) {
  const t = useWords();
  if (system.hosts.length === 0) return <p className="text-xs text-muted">{t('shared_no_host')}</p>;
  const hosts = [...system.hosts].sort(
    (a, b) => SURENESS.indexOf(a.confidence) - SURENESS.indexOf(b.confidence),
  );
  return (
    <ul className="text-xs text-muted">
      {hosts.map(({ host, path = '', role, confidence }) => (
        <li key={`${host}${path} ${role}`} className="break-all">
          {host}
          {path} ({t(`shared_confidence_${confidence.replaceAll('-', '_')}`)})
        </li>
      ))}
    </ul>
  );
}
