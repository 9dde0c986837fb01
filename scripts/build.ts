/** Builds the extension for Chrome once per change of its sources. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Folder of the built extension. */
export const EXTENSION = join(ROOT, process.env.SOI_OUT ?? '.output', 'chrome-mv3');

const SOURCES = ['entrypoints', 'components', 'utils', 'public', 'wxt.config.ts', 'package-lock.json'];

function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** @throws when the build fails; its own words were printed then */
export function build({ always = false } = {}): void {
  const mark = join(EXTENSION, 'manifest.json');
  const sources = Math.max(...SOURCES.map((path) => newest(join(ROOT, path))));
  if (!always && existsSync(mark) && statSync(mark).mtimeMs > sources) return;
  const wxt = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const done = spawnSync(process.execPath, [wxt, 'build'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (done.status !== 0) throw new Error('the extension could not be built');
}
