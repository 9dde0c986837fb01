import { describe, expect, it } from 'vitest';
import { ask } from '../../../utils/lookup/ask';
import type { System } from '../../../utils/systems/system';
import { CODE, portal, ports, shown, system } from './html-system';
import { dossierPage } from './page-parser';
import { html, type Portal, redirect } from './portal-server';

describe('where an answer comes from', () => {
  it('a redirect on the same system is followed', async () => {
    portal.on('/tra-cuu', redirect('/chi-tiet?ve=bi-mat'));
    portal.on('/chi-tiet', html(200, dossierPage(shown)));
    const answer = await ask(system(), CODE, ports());
    expect(answer.outcome).toBe('found');
    expect(answer.finalUrl).toBe(`${portal.origin}/chi-tiet`);
  });

  const places: [string, (portal: Portal) => string, Partial<System>, string][] = [
    ['another host: dropped, whatever it says', (p) => `${p.foreignOrigin}/gia-mao`, {}, 'unreadable'],
    [
      'the login host of the system',
      (p) => `${p.foreignOrigin}/gia-mao`,
      {
        hosts: [
          { host: '127.0.0.1', role: 'citizen', confidence: 'policy' },
          { host: 'localhost', role: 'login', confidence: 'policy' },
        ],
      },
      'not-signed-in',
    ],
    [
      'another host of the same system',
      (p) => `${p.foreignOrigin}/gia-mao`,
      {
        hosts: [
          { host: '127.0.0.1', role: 'citizen', confidence: 'policy' },
          { host: 'localhost', role: 'officer', confidence: 'policy' },
        ],
      },
      'found',
    ],
    ['a path that the data names as the login', () => '/cua-vao', {}, 'not-signed-in'],
    ['a path that can only be a login', () => '/account/login', {}, 'not-signed-in'],
  ];
  it.each(places)('%s', async (_, to, more, outcome) => {
    portal.on('/tra-cuu', redirect(to(portal)));
    for (const path of ['/gia-mao', '/cua-vao', '/account/login'])
      portal.on(path, html(200, dossierPage(shown)));
    expect((await ask(system(more), CODE, ports())).outcome).toBe(outcome);
    // Only where the answer counts was anything sent: a login or a stranger hears nothing of the dossier.
    expect(portal.requests).toHaveLength(outcome === 'found' ? 2 : 1);
  });

  it.each([
    ['that lead round', '/tra-cuu'],
    ['without an end', '/mai-mai'],
    ['to nowhere', ''],
    ['to what is no web page', 'data:text/html,x'],
  ])('redirects %s end as unreadable, after few requests', async (_, to) => {
    portal.on('/tra-cuu', redirect(to));
    portal.on('/mai-mai', redirect('/mai-mai'));
    expect((await ask(system(), CODE, ports())).outcome).toBe('unreadable');
    expect(portal.requests.length).toBeLessThanOrEqual(4);
  });

  it('every further request within the system is told to whoever counts them', async () => {
    portal.on('/tra-cuu', redirect('/chi-tiet'));
    portal.on('/chi-tiet', html(200, dossierPage(shown)));
    const hops: string[] = [];
    await ask(system(), CODE, ports({ onHop: async (host) => hops.push(host) > 0 }));
    expect(hops).toEqual([new URL(portal.origin).host]);
  });

  it('and not sent where there is no room for it now', async () => {
    portal.on('/tra-cuu', redirect('/chi-tiet'));
    const answer = await ask(system(), CODE, ports({ onHop: async () => false }));
    expect(answer.outcome).toBe('rate-limited');
    expect(portal.requests).toHaveLength(1);
  });

  it('a system whose data points at a foreign host is not asked', async () => {
    const answer = await ask(system({}, `${portal.foreignOrigin}/tra-cuu?maHoSo={code}`), CODE, ports());
    expect(answer.outcome).toBe('unreadable');
    expect(portal.requests).toHaveLength(0);
  });

  it('a system without a connector is not asked', async () => {
    expect((await ask(system({ connector: undefined }), CODE, ports())).outcome).toBe('unreadable');
  });

  it('an address that is no web page is not asked', async () => {
    let asked = false;
    const fetched = () => {
      asked = true;
      return Promise.reject(new Error('asked'));
    };
    await ask(system({}, 'file:///etc/{code}'), CODE, ports({ fetch: fetched }));
    expect(asked).toBe(false);
  });
});
