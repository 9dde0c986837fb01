/** The rest of the reader without what the reader's own script holds: it takes that from the world both share. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const PARTS = fileURLToPath(new URL('../utils/reading/reader-parts.ts', import.meta.url));
const IMPORT = /^import \{([^}]+)\} from '([^']+)';$/gm;
const TAKEN = '\0of-the-reader:';

const namesIn = (list: string): string[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

/** Modules of which the reader offers parts: the module's path, then the place of each name among the parts. */
function offered(): Map<string, Map<string, number>> {
  const source = readFileSync(PARTS, 'utf8');
  const order = namesIn(/READER_PARTS = \[([^\]]+)\]/.exec(source)?.[1] ?? '');
  const modules = new Map<string, Map<string, number>>();
  for (const [, names = '', from = ''] of source.matchAll(IMPORT)) {
    const places = namesIn(names).map((name): [string, number] => [name, order.indexOf(name)]);
    modules.set(resolve(dirname(PARTS), `${from}.ts`), new Map(places));
  }
  const count = [...modules.values()].reduce((sum, { size }) => sum + size, 0);
  const missing = [...modules.values()].some((places) => [...places.values()].includes(-1));
  if (count === 0 || count !== order.length || missing)
    throw new Error('the parts of the reader are not those that its list imports');
  return modules;
}

/** @param isRest whether a build's entry is the rest of the reader */
export function restFromReader(isRest: (entry: string) => boolean): Plugin {
  let modules = new Map<string, Map<string, number>>();
  return {
    name: 'rest-from-reader',
    enforce: 'pre',
    buildStart({ input }) {
      modules = isRest(JSON.stringify(input ?? '')) ? offered() : new Map();
    },
    resolveId(source, importer) {
      if (modules.size === 0 || !importer || !source.startsWith('.')) return null;
      const path = resolve(dirname(importer), `${source}.ts`);
      return modules.has(path) ? TAKEN + path : null;
    },
    load(id) {
      if (!id.startsWith(TAKEN)) return null;
      const places = modules.get(id.slice(TAKEN.length)) ?? [];
      // A name that is not among the parts fails the build.
      return [...places].map(([name, at]) => `export const ${name} = soiReaderParts[${at}];`).join('\n');
    },
  };
}
