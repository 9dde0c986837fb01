/** `npx tsx scripts/systems-list.ts`: writes the list of systems in the README from the catalogue. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CATALOGUE } from '../utils/systems';
import type { SystemKind } from '../utils/systems/system';

const BEGIN = '<!-- systems: made by scripts/systems-list.ts -->';
const END = '<!-- end of systems -->';
const FILE = fileURLToPath(new URL('../README.md', import.meta.url));

/** A line for each kind: its systems, and of how many a host was met in use. */
export function systemsList(): string {
  const kinds = new Map<SystemKind, string[]>();
  let seen = 0;
  for (const { kind, shortName, hosts } of CATALOGUE) {
    kinds.set(kind, [...(kinds.get(kind) ?? []), shortName]);
    if (hosts.some(({ confidence }) => confidence === 'seen')) seen++;
  }
  const lines = [...kinds].map(([kind, names]) => `- ${kind} (${names.length}): ${names.join(', ')}`);
  return [`${CATALOGUE.length} systems, of ${seen} of which a host was met in use:`, '', ...lines].join('\n');
}

/** @throws where the README has no place for it */
export function withSystems(readme: string): string {
  const [before, rest] = readme.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`the README has no ${BEGIN}`);
  return `${before}${BEGIN}\n${systemsList()}\n${END}${after}`;
}

if (process.argv[1] === FILE.replace(/README\.md$/, 'scripts/systems-list.ts'))
  writeFileSync(FILE, withSystems(readFileSync(FILE, 'utf8')));
