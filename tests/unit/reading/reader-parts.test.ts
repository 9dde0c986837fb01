/** The rest of the reader is built without what the reader holds: every part offered is taken from the world, by its name. */
import { describe, expect, it } from 'vitest';
import { restFromReader } from '../../../scripts/rest-from-reader';
import * as parts from '../../../utils/reading/reader-parts';

const importer = new URL('../../../utils/reading/rest.ts', import.meta.url).pathname;

/** What the build of an entry has in place of an import; null where the module itself is brought. */
function taken(input: string, source: string): string | null {
  const plugin = restFromReader((entry) => entry.includes('reading-rest')) as unknown as {
    buildStart(options: { input: string }): void;
    resolveId(source: string, importer: string): string | null;
    load(id: string): string | null;
  };
  plugin.buildStart({ input });
  const id = plugin.resolveId(source, importer);
  return id && plugin.load(id);
}

describe('what the rest takes from the reader', () => {
  it('is taken by the names that the reader offers', () => {
    const source = taken('entrypoints/reading-rest.ts', './wording') ?? '';
    const names = source.match(/\w+/g)?.filter((word) => word in parts);
    expect(names).toEqual(['isState', 'paymentOf', 'STATE_WORD', 'stateWords']);
    expect(source).toMatch(/^export const \{[\s\w,]+\} = soiReaderParts;$/);
  });

  it.each([
    ['the reader brings its own', 'entrypoints/reading.ts', './wording'],
    ['what the reader has not the rest brings', 'entrypoints/reading-rest.ts', './read-cell'],
  ])('%s', (_, input, source) => expect(taken(input, source)).toBeNull());
});
