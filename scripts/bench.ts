/**
 * `npm run bench [-- SECTION…]`: measures and prints a table, one line a figure, with the bound it must keep; exit 1 when one
 * does not. Ratios are of one run on one machine; milliseconds depend on the machine and say so by their unit.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BenchSection, type Figure, holds } from '../tests/bench/section';
import { ROOT } from './build';

const wanted = process.argv.slice(2);
const folder = join(ROOT, 'tests', 'bench');
const figures: Figure[] = [];

for (const file of readdirSync(folder).filter((name) => name.endsWith('.bench.ts'))) {
  const { default: section } = (await import(pathToFileURL(join(folder, file)).href)) as {
    default: BenchSection;
  };
  if (wanted.length > 0 && !wanted.includes(section.name)) continue;
  console.error(`${section.name}…`);
  figures.push(...(await section.run()));
}
if (figures.length === 0) throw new Error(`no section named ${wanted.join(', ')}`);

const bound = ({ atMost, atLeast }: Figure) =>
  [atMost !== undefined && `≤ ${atMost}`, atLeast !== undefined && `≥ ${atLeast}`].filter(Boolean).join(' ');
console.log('| Measured | Figure | Must be | |\n|---|---|---|---|');
for (const figure of figures) {
  const shown = `${Number(figure.value.toPrecision(3))} ${figure.unit}`;
  console.log(`| ${figure.what} | ${shown} | ${bound(figure)} | ${holds(figure) ? '' : 'NOT KEPT'} |`);
}
process.exitCode = figures.every(holds) ? 0 : 1;
