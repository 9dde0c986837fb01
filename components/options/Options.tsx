/** Settings: what the officer may change, what policy has fixed, what of the policy was skipped, and erasing. */

import { ActivityLog } from '../activity/ActivityLog';
import { AskingSettings } from '../activity/AskingSettings';
import { AutomaticAsking } from '../activity/AutomaticAsking';
import { PageHead } from '../shared/PageHead';
import { useInForce } from '../shared/settings-context';
import { DatabaseSettings } from './DatabaseSettings';
import { EraseData } from './EraseData';
import { GeneralSettings } from './GeneralSettings';
import { KeptData } from './KeptData';
import { PilotResults } from './PilotResults';
import { PolicyProblems } from './PolicyProblems';
import { SupportContact } from './SupportContact';
import { SystemSettings } from './SystemSettings';
import { SystemsHealth } from './SystemsHealth';
import { useSaving } from './use-saving';

export function Options() {
  const { settings, t } = useInForce();
  const saving = useSaving();
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6 p-4 sm:p-6">
      <PageHead title={t('options_title')} lead={t('options_lead')} pages={['board', 'batch', 'help']} />
      <main className="flex flex-col gap-6">
        {settings.problems.length > 0 && <PolicyProblems problems={settings.problems} />}
        {settings.supportContact && <SupportContact contact={settings.supportContact} />}
        <PilotResults />
        <GeneralSettings save={saving.save} />
        <SystemSettings save={saving.save} />
        <SystemsHealth />
        <AskingSettings save={saving.save} />
        <AutomaticAsking save={saving.save} />
        <DatabaseSettings save={saving.save} />
        <ActivityLog />
        <KeptData />
        <EraseData />
      </main>
      <p
        role="status"
        className="fixed right-4 bottom-4 rounded border border-edge bg-ground px-4 py-2 font-semibold empty:hidden"
      >
        {saving.told}
      </p>
    </div>
  );
}
