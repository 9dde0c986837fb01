/** The rules of the rooms. Each takes sources and returns what breaks it, one line each; empty is good. */
import type { Import, Source } from './source';

/** The way of the data: a room may import `dossier` and what stands before it. */
export const ROOMS = [
  'dossier',
  'systems',
  'policy',
  'reading',
  'ledger',
  'lookup',
  'deadline',
  'reconcile',
  'reuse',
  'view',
  'overlay',
] as const;

/** `platform` joins the browser to the core: it may use these, and no room may use it. */
const PLATFORM_MAY_USE = ['dossier', 'systems', 'policy', 'reading', 'view'];

/** The one table of messages names what it carries, whichever room that is of; types alone cost nothing. */
const TABLE_OF_MESSAGES = 'utils/platform/messages.ts';

/** Which rooms may use a package that is heavy or that touches the browser. */
const PACKAGES: [RegExp, RegExp][] = [
  [/^(webextension-polyfill|wxt\/browser)$/, /^utils\/platform\//],
  [/^(react|react-dom)(\/|$)/, /^(components|entrypoints)\//],
  [/^dexie(-react-hooks)?$/, /^(utils\/ledger|components|entrypoints)\//],
  [/^zod(\/|$)/, /^(?!utils\/(reading|overlay)\/)/],
];

/** What the content scripts may not carry: React 66 kB, zod 23, Dexie 30, the polyfill 10. */
const TOO_HEAVY = /^(react|react-dom|zod|dexie|dexie-react-hooks|webextension-polyfill|p-queue)(\/|$)/;

const MAX_LINES = 300;

const TOP_LEVEL = [
  'entrypoints',
  'components',
  'utils',
  'public',
  'tests',
  'scripts',
  'wxt.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'README.md',
  'LICENSE',
  'node_modules',
];

/** Names that say nothing of the subject. */
const EMPTY_NAME = /(^|\/)(helpers?|common|misc|utils?|shared|stuff)\.[a-z]+$/;

function roomOf(path: string): string | null {
  return /^utils\/([^/]+)/.exec(path)?.[1] ?? null;
}

function mayImport(from: Source, { target, typeOnly }: Import): boolean {
  const [room, other] = [roomOf(from.path), roomOf(target)];
  if (room === null || room === other) return true;
  if (/^(entrypoints|components|tests|scripts)\//.test(target)) return false;
  if (other === null) return true;
  if (from.path === TABLE_OF_MESSAGES && typeOnly) return true;
  if (room === 'platform') return PLATFORM_MAY_USE.includes(other);
  const order: readonly string[] = ROOMS;
  return order.includes(room) && order.includes(other) && order.indexOf(other) < order.indexOf(room);
}

/** Imports go one way; extension pages' parts (`components`) and what starts them (`entrypoints`) come last. */
export function wrongImports(sources: Source[]): string[] {
  return sources.flatMap((source) =>
    source.imports
      .filter((one) => {
        if (/^components\//.test(source.path) && /^(entrypoints|tests|scripts)\//.test(one.target))
          return true;
        if (/^entrypoints\//.test(source.path) && /^(tests|scripts)\//.test(one.target)) return true;
        return !mayImport(source, one);
      })
      .map(({ target }) => `${source.path} imports ${target}`),
  );
}

/** Every folder of `utils` is a room of the table. */
export function unknownRooms(sources: Source[]): string[] {
  const known: string[] = [...ROOMS, 'platform'];
  return sources
    .map(({ path }) => path)
    .filter((path) => path.startsWith('utils/') && !known.includes(roomOf(path) ?? ''));
}

export function wrongPackages(sources: Source[]): string[] {
  return sources.flatMap((source) =>
    source.imports
      .filter(({ target, typeOnly }) => {
        const rule = PACKAGES.find(([name]) => name.test(target));
        return !typeOnly && rule !== undefined && !rule[1].test(source.path);
      })
      .map(({ target }) => `${source.path} imports ${target}`),
  );
}

/** `browser.*` and `chrome.*` belong to `utils/platform` and to what the browser starts. */
export function wrongBrowserUses(sources: Source[]): string[] {
  return sources
    .filter(({ path }) => !/^(utils\/platform|entrypoints)\//.test(path))
    .flatMap(({ path, browserUses }) => browserUses.map((use) => `${path} uses ${use}`));
}

/** Everything that runs when `entry` runs, and the packages among it that are too heavy for a page. */
export function tooHeavy(entry: string, sources: Source[]): string[] {
  const byPath = new Map(sources.map((source) => [pathKey(source.path), source]));
  const seen = new Set<string>();
  const faults: string[] = [];
  const follow = (key: string, from: string): void => {
    const source = byPath.get(key);
    if (!source && key.startsWith('utils/')) faults.push(`${from} imports ${key}, which is no file`);
    if (!source || seen.has(key)) return;
    seen.add(key);
    for (const { target, typeOnly } of source.imports) {
      if (typeOnly) continue;
      if (TOO_HEAVY.test(target)) faults.push(`${source.path} imports ${target}`);
      else follow(target, source.path);
    }
  };
  if (!byPath.has(pathKey(entry))) return [`${entry} is no file`];
  follow(pathKey(entry), entry);
  return faults;
}

function pathKey(path: string): string {
  return path.replace(/\.[a-z]+$/, '').replace(/\/index$/, '');
}

export function tooLong(sources: Source[]): string[] {
  return sources
    .filter(({ lines }) => lines > MAX_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines`);
}

export function emptyNames(paths: string[]): string[] {
  return paths.filter((path) => EMPTY_NAME.test(path));
}

/** @param names what stands at the project's top level; dotfiles are free */
export function strangers(names: string[]): string[] {
  return names.filter((name) => !name.startsWith('.') && !TOP_LEVEL.includes(name));
}
