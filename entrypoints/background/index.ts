/** The background: registers what Chrome must know of at once, and wires the rooms together. */
import { defineBackground } from 'wxt/utils/define-background';
import { forgetConcerns } from '../../utils/platform/badge';
import { browser } from '../../utils/platform/browser';
import { hearRedirects } from '../../utils/platform/fetch-once';
import { serve } from '../../utils/platform/serve';
import { followPolicy, forgetPolicyIfGone, keepPolicy } from '../../utils/platform/settings-store';
import { registerReader, renewOpenPages, tellPages } from '../../utils/platform/tabs';
import { createHandlers } from './handlers';
import { createServices, RESUME_ASKING } from './services';
import { makeMenu, openWaysIn } from './ways-in';

const POLICY_CHECK = 'policy-check';
const PRUNE = 'prune';

export default defineBackground(() => {
  const services = createServices();

  const settingsChanged = async () => {
    await services.settingsChanged();
    const settings = await services.settings();
    await registerReader(settings);
    await makeMenu(services);
    await tellPages(settings, { push: 'settings-changed' });
  };

  hearRedirects();
  serve(createHandlers(services), services.keeper.mend);
  openWaysIn(services);
  followPolicy(() => void settingsChanged());
  browser.permissions.onAdded.addListener(() => void settingsChanged());
  browser.permissions.onRemoved.addListener(() => void settingsChanged());
  browser.tabs.onRemoved.addListener((tabId) => {
    void forgetConcerns(tabId);
    void services.pageGone(tabId);
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === POLICY_CHECK) void forgetPolicyIfGone();
    if (name === PRUNE) void services.prune();
    if (name === RESUME_ASKING) void services.keeper.read(() => services.resumeAsking());
  });
  const start = async () => {
    // Policy may come three seconds late; a minute later an empty answer means that there is none.
    await browser.alarms.create(POLICY_CHECK, { delayInMinutes: 1 });
    await browser.alarms.create(PRUNE, { delayInMinutes: 5, periodInMinutes: 6 * 60 });
    await registerReader(await services.settings());
    await makeMenu(services);
    await keepPolicy();
  };
  browser.runtime.onInstalled.addListener(
    () => void start().then(async () => renewOpenPages(await services.settings())),
  );
  browser.runtime.onStartup.addListener(() => void start());
  void services.keeper.read(() => services.resumeAsking());
  void services.settle();
});
