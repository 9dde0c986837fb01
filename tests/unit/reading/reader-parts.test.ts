/** The build takes the reader's parts by their place in the list: each must stand where its name does. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { restFromReader } from '../../../scripts/rest-from-reader';
import { READER_PARTS } from '../../../utils/reading/reader-parts';

const source = readFileSync(new URL('../../../utils/reading/reader-parts.ts', import.meta.url), 'utf8');
const names = [...(/READER_PARTS = \[([^\]]+)\]/.exec(source)?.[1] ?? '').matchAll(/\w+/g)].map(String);

describe('what the rest takes from the reader', () => {
  it('is named once each, as many as there are', () => {
    expect(new Set(names).size).toBe(READER_PARTS.length);
    expect(names.length).toBe(READER_PARTS.length);
  });

  it.each(READER_PARTS.flatMap((part, at) => (typeof part === 'function' ? [{ at, name: part.name }] : [])))(
    '$name stands at place $at',
    ({ at, name }) => expect(names[at]).toBe(name),
  );

  it('goes into the build of the rest alone', () => {
    const importer = new URL('../../../utils/reading/rest.ts', import.meta.url).pathname;
    const taken = (input: string) => {
      const plugin = restFromReader((entry) => entry.includes('reading-rest')) as unknown as {
        buildStart(options: { input: string }): void;
        resolveId(source: string, importer: string): string | null;
        load(id: string): string | null;
      };
      plugin.buildStart({ input });
      const id = plugin.resolveId('./squeeze', importer);
      return id && plugin.load(id);
    };
    expect(taken('entrypoints/reading-rest.ts')).toBe(
      `export const squeeze = soiReaderParts[${names.indexOf('squeeze')}];`,
    );
    expect(taken('entrypoints/reading.ts')).toBeNull();
  });
});
