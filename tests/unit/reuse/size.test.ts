import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, it } from 'vitest';

/** The script is put into pages that list components, beside the reader's 20 kB. */
const LIMIT = 15 * 1024;

it('the matcher is small enough for a page', { timeout: 60_000 }, async () => {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: {
        entry: fileURLToPath(new URL('../../../utils/reuse/in-page.ts', import.meta.url)),
        formats: ['es'],
        fileName: 'in-page',
      },
    },
  });
  const [built] = [result].flat();
  if (!built || !('output' in built)) throw new Error('nothing was built');
  const size = gzipSync(built.output[0].code).length;
  console.log(`matcher: ${size} bytes gzip`);
  expect(size).toBeLessThanOrEqual(LIMIT);
});
