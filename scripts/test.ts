/**
 * Every test, in the order in which a fault is cheapest to find; ends with `N passed, N failed`. Each step (types, lint,
 * build, sizes) counts as one test. `--full` adds what takes longer.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, ROOT } from './build';

const bin = (name: string) => join(ROOT, 'node_modules', '.bin', name);
const reports = mkdtempSync(join(tmpdir(), 'soi-ho-so-test-'));
const env = { ...process.env, SOI_FULL: process.argv.includes('--full') ? '1' : '' };
let passed = 0;
let failed = 0;

function run(command: string, args: string[]): boolean {
  const done = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
    shell: process.platform === 'win32',
  });
  return done.status === 0;
}

function step(name: string, work: () => boolean): boolean {
  const started = Date.now();
  let good = false;
  try {
    good = work();
  } catch (error) {
    console.error(error);
  }
  if (good) passed++;
  else failed++;
  console.log(`${good ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return good;
}

/** Runs one group of test files; their numbers come from the runner's own report. */
function tests(group: 'unit' | 'e2e'): void {
  const report = join(reports, `${group}.json`);
  const config = join('tests', 'vitest.config.ts');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const good = run(bin('vitest'), ['run', '--config', config, '--project', group, ...reporters]);
  try {
    const numbers = JSON.parse(readFileSync(report, 'utf8'));
    passed += numbers.numPassedTests;
    failed += numbers.numFailedTests;
    // A file that cannot be loaded fails without a failed test in it.
    if (!good && numbers.numFailedTests === 0) failed++;
    if (numbers.numTotalTests === 0) failed++;
  } catch {
    console.error(`the ${group} tests left no report`);
    failed++;
  }
}

step('prepare', () => run(bin('wxt'), ['prepare']));
step('types', () => run(bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']));
step('lint and format', () => run(bin('biome'), ['check', '.']));
tests('unit');
const built = step('production build', () => {
  build({ always: true });
  return true;
});
if (built) {
  step('sizes', () => run(bin('size-limit'), []));
  tests('e2e');
}
rmSync(reports, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
