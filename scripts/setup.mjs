/**
 * Installs what is missing, then runs a script: `node scripts/setup.mjs [--quiet] SCRIPT.ts [ARGS…]`.
 * Plain JavaScript without a package, since it runs before there is any.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser/find.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);
const quiet = args[0] === '--quiet';
if (quiet) args.shift();

/** stdout belongs to the tool that runs afterwards: set-up speaks on stderr. */
const say = (text) => process.stderr.write(`${text}\n`);

function fail(text) {
  say(text);
  process.exit(1);
}

function run(command, commandArgs, options = {}) {
  return spawnSync(command, commandArgs, {
    cwd: root,
    stdio: ['ignore', quiet ? 'ignore' : 2, 2],
    shell: process.platform === 'win32' && command === 'npm',
    ...options,
  });
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail(`Node.js ${process.versions.node} is too old: install Node.js 20.19 or later.`);

/** npm writes node_modules/.package-lock.json at the end of an installation: older than the lock means stale. */
function packagesCurrent() {
  const mark = `${root}node_modules/.package-lock.json`;
  if (!existsSync(mark)) return false;
  if (statSync(mark).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs) return true;
  // A fresh checkout touches the lock without changing it: what is installed decides.
  const installed = JSON.parse(readFileSync(mark, 'utf8')).packages ?? {};
  const wanted = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')).packages ?? {};
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  );
}

if (!packagesCurrent()) {
  say('Installing packages (npm ci) …');
  const { status } = run('npm', ['ci', '--no-audit', '--no-fund'], {
    env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' },
  });
  if (status !== 0)
    fail('npm ci failed: see the lines above; check the network to the npm registry and try again.');
}

if (!findBrowser()) {
  if (process.env.CHROME_PATH)
    fail(`CHROME_PATH names no program that can be run: ${process.env.CHROME_PATH}`);
  const debian = process.platform === 'linux' && existsSync('/etc/debian_version');
  if (!debian || process.getuid?.() !== 0)
    fail(
      'No Chrome, Chromium or Edge found: install one (Debian, Ubuntu: sudo apt-get install chromium), or set CHROME_PATH.',
    );
  say('Installing a browser (apt-get install chromium) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
  // Package lists may be absent or old on a new machine.
  if (install().status !== 0 && (run('apt-get', ['update'], { env }).status !== 0 || install().status !== 0))
    fail('apt-get could not install chromium: install Chrome, Chromium or Edge by hand, or set CHROME_PATH.');
  if (!findBrowser()) fail('chromium was installed but cannot be found: set CHROME_PATH to its program.');
}

const [script, ...rest] = args;
if (script) {
  // npm runs scripts in the project's root; files on the command line are meant from where the user stands.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const done = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), `${root}${script}`, ...rest],
    {
      cwd,
      stdio: 'inherit',
    },
  );
  process.exit(done.status ?? 1);
}
