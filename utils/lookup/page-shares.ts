/**
 * The pages that are asked for without a click: what each has taken of its share of dossiers, and whether it still stands
 * in its tab. Kept for the browser's session, which no page outlives; of an address only its fingerprint, of dossiers their
 * number.
 */
import { fingerprint } from '../dossier/fingerprint';

/** At most so many dossiers of one page. */
const ALONE_A_PAGE = 20;

interface Share {
  address: number;
  /** Its first dossiers were told then (ms since 1970). */
  since: number;
  taken: number;
}

/** By tab. */
type Shares = Record<string, Share>;

export interface PageSharesPorts {
  /** What was kept last in this session; undefined: nothing yet. */
  kept(): Promise<unknown>;
  keep(shares: Shares): Promise<void>;
  /** The address that stands in a tab, '' where Chrome does not tell it; undefined: there is no such tab. */
  addressOf(tabId: number): Promise<string | undefined>;
  now(): number;
}

export interface PageShares {
  /**
   * Takes of a page's share what is left of it. All frames of a tab count together, and a worker's death gives none back.
   * @returns which page it is, and those of its dossiers that may be asked about
   */
  take<Code>(tabId: number, codes: readonly Code[]): Promise<{ page: string; codes: Code[] }>;
  /** A new page stands in the tab since then (ms). Without a time: the tab is closed. @returns whether one was left that had a share */
  leave(tabId: number, since?: number): Promise<boolean>;
  /** True while one of these pages stands in its tab. */
  isOpen(pages: readonly string[]): Promise<boolean>;
}

const nameOf = (tabId: number | string, { since }: Share): string => `${tabId}:${since}`;

/** What makes a page another one: its address; a fragment only where it is a route, not a place on the page. */
function printOf(address: string): number {
  const at = address.indexOf('#');
  return fingerprint(at < 0 || /^#!?\//.test(address.slice(at)) ? address : address.slice(0, at));
}

export function createPageShares({ kept, keep, addressOf, now }: PageSharesPorts): PageShares {
  /** Turns wait for one another: two frames of one page speak at the same time. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(deed: () => Promise<T>): Promise<T> => {
    const next = turn.catch(() => undefined).then(deed);
    turn = next;
    return next;
  };

  const sharesNow = async () => ((await kept()) ?? {}) as Shares;

  return {
    take: (tabId, codes) =>
      inTurn(async () => {
        const shares = await sharesNow();
        const address = printOf((await addressOf(tabId)) ?? '');
        const known = shares[tabId];
        const share = known?.address === address ? known : { address, since: now(), taken: 0 };
        const next = codes.slice(0, Math.max(0, ALONE_A_PAGE - share.taken));
        await keep({ ...shares, [tabId]: { ...share, taken: share.taken + next.length } });
        return { page: nameOf(tabId, share), codes: next };
      }),
    leave: (tabId, since = Number.POSITIVE_INFINITY) =>
      inTurn(async () => {
        const { [tabId]: share, ...others } = await sharesNow();
        if (!share || share.since >= since) return false;
        await keep(others);
        return true;
      }),
    async isOpen(pages) {
      const named = Object.entries(await sharesNow()).filter(([tabId, share]) =>
        pages.includes(nameOf(tabId, share)),
      );
      const stand = await Promise.all(
        named.map(async ([tabId, share]) => {
          const address = await addressOf(Number(tabId));
          return address !== undefined && printOf(address) === share.address;
        }),
      );
      return stand.includes(true);
    },
  };
}
