/** What every page of the extension stands in: sources, settings in force, language, and a calm end for a failure. */
import { useObservable } from 'dexie-react-hooks';
import { type ReactNode, useEffect, useMemo } from 'react';
import { translator } from '../../utils/platform/i18n';
import { FailureBoundary } from './FailureBoundary';
import { LedgerAlert } from './LedgerAlert';
import { SettingsContext } from './settings-context';
import { type Sources, SourcesContext } from './sources';

export function Frame({
  sources,
  titleKey,
  children,
}: {
  sources: Sources;
  titleKey: string;
  children?: ReactNode;
}) {
  return (
    <FailureBoundary mend={() => sources.checkLedger()}>
      <SourcesContext value={sources}>
        <Settled sources={sources} titleKey={titleKey}>
          {children}
        </Settled>
      </SourcesContext>
    </FailureBoundary>
  );
}

/** Nothing is shown before the settings are known: they come within milliseconds, and the language hangs on them. */
function Settled({
  sources,
  titleKey,
  children,
}: {
  sources: Sources;
  titleKey: string;
  children?: ReactNode;
}) {
  const settings = useObservable(() => sources.settings, [sources]);
  const inForce = useMemo(() => settings && { settings, t: translator(settings.language) }, [settings]);
  useEffect(() => {
    if (!inForce) return;
    document.documentElement.lang = inForce.settings.language;
    document.title = inForce.t(titleKey);
  }, [inForce, titleKey]);
  if (!inForce) return null;
  return (
    <SettingsContext value={inForce}>
      <LedgerAlert />
      {children}
    </SettingsContext>
  );
}
