/** What is asked without a click belongs to the pages that show it: it goes with them, and each has its own share. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Asker } from '../../../utils/lookup/asker';
import { createPageShares, type PageShares } from '../../../utils/lookup/page-shares';
import { CODE, holding, newAsker, OTHER, START, world } from './asker-world';

const PORTAL = 'national-portal';
const LIST = 'https://motcua.hanoi.gov.vn/ho-so';
const codes = Array.from({ length: 30 }, (_, i) => `000.00.06.H26-261116-${String(1000 + i)}`);

/** What stands in the tabs, and what the session keeps. */
let tabs: Map<number, string>;
let kept: unknown;
let now: number;
let shares: PageShares;

/** A worker's shares; a second one is the worker after its death. */
const newShares = () =>
  createPageShares({
    kept: async () => kept,
    keep: async (all) => {
      kept = structuredClone(all);
    },
    addressOf: async (tabId) => tabs.get(tabId),
    now: () => now,
  });

beforeEach(() => {
  tabs = new Map([
    [1, LIST],
    [2, `${LIST}?trang=2`],
  ]);
  kept = undefined;
  now = START;
  shares = newShares();
});

const taken = async (tabId: number, some = codes) => (await shares.take(tabId, some)).codes.length;

describe('a page’s share', () => {
  it('is twenty dossiers, whoever of its frames asks, and the worker’s death gives none back', async () => {
    const fifteen = codes.slice(0, 15);
    expect(await Promise.all([taken(1, fifteen), taken(1, fifteen)])).toEqual([15, 5]);
    shares = newShares();
    expect([await taken(1), await taken(2)]).toEqual([0, 20]);
  });

  it('is a new one with every route, not with a place on the page', async () => {
    expect(await taken(1)).toBe(20);
    tabs.set(1, `${LIST}#dong-12`);
    expect(await taken(1)).toBe(0);
    tabs.set(1, `${LIST}#/tra-cuu`);
    expect(await taken(1)).toBe(20);
    tabs.set(1, `${LIST}#!/tra-cuu`);
    expect(await taken(1)).toBe(20);
    tabs.set(1, `${LIST}/da-tra`);
    expect(await taken(1)).toBe(20);
  });

  it('is a new one with every document; a page that begins anew within one keeps what it took', async () => {
    const { page } = await shares.take(1, codes);
    expect(await shares.leave(1, START - 1)).toBe(false);
    expect([await shares.isOpen([page]), await taken(1)]).toEqual([true, 0]);
    now += 1_000;
    expect(await shares.leave(1, now)).toBe(true);
    expect([await shares.isOpen([page]), await taken(1)]).toEqual([false, 20]);
    expect(await shares.leave(1)).toBe(true);
    expect(await shares.leave(1)).toBe(false);
  });

  it('keeps neither addresses nor dossiers', async () => {
    tabs.set(1, `${LIST}?ten=Nguyen+Van+A`);
    await shares.take(1, codes);
    expect(JSON.stringify(kept)).not.toMatch(/Nguyen|hanoi|H26/);
  });
});

describe('a question that nobody clicked for', () => {
  let open: () => void;
  let asker: Asker;

  beforeEach(() => {
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    world.portal.on('/quoc-gia', (...args) => void opened.then(() => holding()(...args)));
    asker = follows();
  });

  const follows = () =>
    newAsker({ mayAskAlone: (_system, _host, pages) => shares.isOpen(pages), wait: async () => undefined });

  /** A page says what is in view. */
  const shows = async (tabId: number, ...some: string[]) => {
    const { page, codes: next } = await shares.take(tabId, some);
    for (const code of next) await asker.askNow(code, [PORTAL], 'page', [], page);
  };

  const asked = () => world.portal.requests.map(({ path }) => path.split('=')[1]);

  const first = () => expect.poll(asked).toHaveLength(1);

  const [A = '', B = '', C = ''] = codes;

  it('goes with its page: what was clicked for and what another page shows is asked', async () => {
    await shows(1, A, B);
    await shows(2, C);
    await asker.askNow(CODE, [PORTAL], 'card');
    await asker.askNow(B, [PORTAL], 'card');
    await first();
    tabs.delete(1);
    await shares.leave(1);
    open();
    await asker.idle();
    // The first was under way.
    expect(asked()).toEqual([A, B, CODE, C]);
    expect(await world.db.asking.count()).toBe(0);
  });

  it.each([
    ['another route', () => tabs.set(1, `${LIST}/da-tra`)],
    ['a page of no enabled system', () => tabs.set(1, '')],
    ['a page that is loaded anew', () => shares.leave(1, START + 1)],
  ])('goes when its tab has %s', async (_, leave) => {
    await shows(1, A, B, C);
    await first();
    await leave();
    open();
    await asker.idle();
    expect(asked()).toEqual([A]);
    expect(await world.db.asking.count()).toBe(0);
  });

  it('of two pages is asked as long as one of them is there', async () => {
    await shows(1, A, B, C);
    await shows(2, A, C);
    await first();
    await shares.leave(1);
    open();
    await asker.idle();
    expect(asked()).toEqual([A, C]);
  });

  it('of two pages that show its two codes is asked as long as one of them is there', async () => {
    await world.db.links.put({ a: B, b: OTHER, at: new Date(START).toISOString(), by: 'page' });
    await shows(1, A, B);
    await shows(2, OTHER);
    await first();
    await shares.leave(1);
    open();
    await asker.idle();
    expect(asked().slice(0, 2)).toEqual([A, B]);
  });

  it('is not lost when another page shows it in the moment in which it is given up', async () => {
    open();
    let looks = 0;
    const late = newAsker({
      mayAskAlone: async (_system, _host, pages) => {
        const there = await shares.isOpen(pages);
        looks += 1;
        // Looked at when it was asked, then again before it goes.
        if (looks === 2) {
          asker = late;
          await shows(2, A);
          return false;
        }
        return there;
      },
    });
    asker = late;
    await shows(1, A);
    await late.idle();
    expect(asked()).toEqual([A]);
  });

  it('does not outlive the browser’s session, in which its page was open', async () => {
    await shows(1, A, B);
    await first();
    // A worker in whose time the browser was closed and opened again, with the same page in the same tab.
    kept = undefined;
    shares = newShares();
    const before = world.portal.requests.length;
    const after = follows();
    await after.resume();
    await after.idle();
    expect(world.portal.requests).toHaveLength(before);
    expect(await world.db.asking.count()).toBe(0);
    open();
    await asker.idle();
  });
});
