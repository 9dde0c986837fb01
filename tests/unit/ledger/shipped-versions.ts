/** The ledger's tables as each shipped version made them: what it added or changed, in Dexie's words. Never edited. */
export const SHIPPED: readonly Readonly<Record<string, string>>[] = [
  {
    latest: '[code+system], code, seenAt',
    changes: '++id, [code+system], until',
    links: '[a+b], a, b',
    tries: '[code+system], code, at',
    asking: '[code+system], code, since',
    recent: 'code, at',
    meta: 'key',
  },
  { hosts: 'host', pauses: 'system', activity: '++id, at' },
  { batches: 'id, at', batchItems: '[batch+n], batch, [batch+state]' },
  { latest: '[code+system], seenAt', tries: '[code+system], at', asking: '[code+system], since' },
  { dismissals: '[code+finding], at', pilot: '[code+finding+facts], at, rule, [rule+answer]' },
];

/** The tables of a version, counted from 1. */
export function tablesOf(version: number): Record<string, string> {
  return Object.assign({}, ...SHIPPED.slice(0, version)) as Record<string, string>;
}
