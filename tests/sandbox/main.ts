/** Runs the sandbox until it is stopped: `npx tsx tests/sandbox/main.ts [--seed N] [--https-port N] [--control-port N]`. */
import { parseArgs } from 'node:util';
import { CONTROL_PATHS } from './control';
import { startSandbox } from './index';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    'https-port': { type: 'string' },
    'control-port': { type: 'string' },
  },
});

function port(text: string | undefined): number {
  return text === undefined ? 0 : Number(text);
}

const sandbox = await startSandbox({
  ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
  httpsPort: port(values['https-port']),
  controlPort: port(values['control-port']),
});
console.log(`https    127.0.0.1:${sandbox.httpsPort}`);
console.log(`control  ${sandbox.controlUrl}  (${CONTROL_PATHS.join(', ')})`);
console.log(`chromium --ignore-certificate-errors --host-resolver-rules="${sandbox.hostResolverRules}"`);
for (const page of sandbox.pages) console.log(`${page.system.padEnd(16)} ${page.kind.padEnd(7)} ${page.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void sandbox.close().then(() => process.exit(0));
  });
}
