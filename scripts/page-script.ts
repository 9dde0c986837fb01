/** A module and all it imports as one classic script, to be run inside a page. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** @param entry path of the module. @throws when it cannot be built */
export async function pageScript(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    root: fileURLToPath(new URL('..', import.meta.url)),
    build: {
      write: false,
      lib: { entry, formats: ['iife'], name: 'soiScript' },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (!chunk) throw new Error(`${entry} could not be built`);
  return chunk.code;
}
