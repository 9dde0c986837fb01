// @vitest-environment happy-dom
/** What the officer may set of asking, and what policy has set for him. */
import { afterEach, describe, expect, it } from 'vitest';
import { harmlessHosts } from '../../../components/activity/harmless-hosts';
import { Options } from '../../../components/options/Options';
import { CATALOGUE } from '../../../utils/systems';
import { madeUpSources, movable, SETTINGS } from './made-up';
import { click, one, render, text, unmount } from './render';

afterEach(unmount);

const settings = { ...SETTINGS, systems: CATALOGUE };
const PORTAL = '[id="automatic-dichvucong.gov.vn"]';

describe('asking without a click', () => {
  it('is off for every host until the officer names one, and off again when he takes it back', async () => {
    const sources = madeUpSources({ settings: movable({ ...settings, askAutomatically: ['x.gov.vn'] }) });
    await render(Options, sources);
    const boxes = [...document.querySelectorAll<HTMLInputElement>('[id^=automatic-]')];
    expect(boxes.length).toBeGreaterThan(3);
    expect(boxes.filter(({ checked }) => checked)).toEqual([]);
    await click(one(PORTAL));
    expect(sources.deeds).toEqual([['save', { askAutomatically: ['x.gov.vn', 'dichvucong.gov.vn'] }]]);
    const named = madeUpSources({
      settings: movable({ ...settings, askAutomatically: ['dichvucong.gov.vn'] }),
    });
    await render(Options, named);
    await click(one(PORTAL));
    expect(named.deeds).toEqual([['save', { askAutomatically: [] }]]);
  });

  it('police and defence have a switch of their own', async () => {
    const sources = madeUpSources({ settings: movable(settings) });
    await render(Options, sources);
    await click(one('#automatic-guarded'));
    expect(sources.deeds).toEqual([['save', { askGuardedAutomatically: true }]]);
    expect(
      harmlessHosts(settings)
        .filter(({ guarded }) => guarded)
        .map(({ host }) => host),
    ).toEqual(['motcua.mod.gov.vn']);
  });

  it('is not his to decide where policy did', async () => {
    const locked = ['askAutomatically', 'askGuardedAutomatically', 'pauseAsking'];
    await render(Options, madeUpSources({ settings: movable({ ...settings, locked }) }));
    for (const selector of [PORTAL, '#automatic-guarded', '#pause-asking'])
      expect([selector, one<HTMLInputElement>(selector).disabled]).toEqual([selector, true]);
  });

  it('only hosts whose systems declare that asking changes nothing can be named', () => {
    const harmless = CATALOGUE.filter(({ connector }) => connector?.harmless && connector.kind !== 'tab');
    const hosts = harmless.map(({ connector }) => new URL(connector?.url.replace('{code}', '') ?? '').host);
    expect(harmlessHosts(settings).map(({ host }) => host)).toEqual(hosts);
  });
});

describe('asking at all', () => {
  it('can be paused, and its limits are said', async () => {
    const sources = madeUpSources({
      settings: movable({ ...settings, requestsPerDay: 777, quietHours: { from: '22:00', to: '05:00' } }),
    });
    await render(Options, sources);
    await click(one('#pause-asking'));
    expect(sources.deeds).toEqual([['save', { pauseAsking: true }]]);
    const shown = text('section[aria-labelledby=asking]');
    for (const words of ['10', '777', '1440', '30', '22:00', '05:00']) expect(shown).toContain(words);
  });
});
