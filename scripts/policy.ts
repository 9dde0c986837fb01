/**
 * The policy on the command line:
 *   --write       makes public/managed_schema.json anew
 *   --check       exit 1 when that file is not what the schema says
 *   --pack FILE   reads a policy with objects and lists, prints the values as Chrome's policy store takes them, and
 *                 each entry that would be skipped on stderr (exit 1 then)
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { effectiveSettings } from '../utils/policy/effective';
import { managedSchemaText, managedValues } from '../utils/policy/managed-schema';

const FILE = fileURLToPath(new URL('../public/managed_schema.json', import.meta.url));

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function check(): boolean {
  const current = readFileSync(FILE, 'utf8') === managedSchemaText();
  if (!current) say('public/managed_schema.json is not current: run scripts/policy.ts --write');
  return current;
}

function readPolicy(path: string): Record<string, unknown> | null {
  try {
    const policy: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof policy === 'object' && policy !== null && !Array.isArray(policy)) return { ...policy };
    say(`${path}: not an object of settings`);
  } catch (error) {
    say(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return null;
}

function pack(path: string): boolean {
  const policy = readPolicy(path);
  if (!policy) return false;
  const { problems } = effectiveSettings(policy, {});
  for (const { path: where, reason } of problems) say(`${where}: ${reason}`);
  process.stdout.write(`${JSON.stringify(managedValues(policy), null, 2)}\n`);
  return problems.length === 0;
}

function run([mode, path]: string[]): boolean {
  if (mode === '--check') return check();
  if (mode === '--pack' && path) return pack(path);
  if (mode === '--write') {
    writeFileSync(FILE, managedSchemaText());
    return true;
  }
  say('usage: policy.ts --check | --write | --pack FILE');
  return false;
}

process.exitCode = run(process.argv.slice(2)) ? 0 : 1;
