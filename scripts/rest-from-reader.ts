/** The rest of the reader without what the reader's own script holds: it takes that from the world both share. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const PARTS = fileURLToPath(new URL('../utils/reading/reader-parts.ts', import.meta.url));
const OFFERED = /^export \{([^}]+)\} from '([^']+)';$/gm;
const TAKEN = '\0of-the-reader:';

/** Modules of which the reader offers parts: the module's path, then the names. */
function offered(): Map<string, string> {
  const parts = [...readFileSync(PARTS, 'utf8').matchAll(OFFERED)];
  if (parts.length === 0) throw new Error('the reader offers no parts to its rest');
  return new Map(parts.map(([, names = '', from = '']) => [resolve(dirname(PARTS), `${from}.ts`), names]));
}

/** @param isRest whether a build's entry is the rest of the reader */
export function restFromReader(isRest: (entry: string) => boolean): Plugin {
  let modules = new Map<string, string>();
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
      // A name that is not among the parts fails the build.
      return `export const {${modules.get(id.slice(TAKEN.length))}} = soiReaderParts;`;
    },
  };
}
