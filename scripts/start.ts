/**
 * The main job, shown: `npm start` opens the systems' pages with an officer signed in; with `--headless`, or where there
 * is no display, it makes the tour by itself and says what it saw.
 */
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startSandbox } from '../tests/sandbox';
import { launch } from './browser/launch';
import { build, EXTENSION, ROOT } from './build';
import { signInEverywhere } from './tour/sign-in';
import { tour } from './tour/tour';
import { visit } from './tour/visit';

const shown = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = process.argv.includes('--headless') || !shown;

build();
const sandbox = await startSandbox();
const launched = await launch({
  extension: EXTENSION,
  headless,
  hostRules: sandbox.hostResolverRules,
  ...(headless ? {} : { viewport: null }),
});

try {
  await signInEverywhere(launched.browser, sandbox);
  if (headless) {
    const folder = join(ROOT, '.output', 'tour');
    await rm(folder, { recursive: true, force: true });
    process.exitCode = (await tour(launched, sandbox, folder)) ? 0 : 1;
    // The README's picture is the tour's own: renewed by `npm start -- --headless --picture`.
    if (process.argv.includes('--picture'))
      await copyFile(join(folder, '01-province-h26-list.png'), join(ROOT, 'tests', 'tour', 'overlay.png'));
  } else {
    await visit(launched, sandbox);
  }
} finally {
  await launched.close();
  await sandbox.close();
}
