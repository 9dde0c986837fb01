/**
 * Random pages: what the generator wrote is what the reader reads, live and from a parsed document. Codes and every field
 * are measured apart, so that one field read well never hides another.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Launched, launch } from '../../../scripts/browser/launch';
import { readerScript } from '../../../scripts/read';
import { classifyStatus } from '../../../utils/dossier/status';
import { generatePage } from './page-generator';

const SEEDS = Array.from({ length: 400 }, (_, i) => 1_000 + i);
const FIELDS = ['code', 'statusText', 'receivedAt', 'dueAt', 'procedureName'] as const;
type Field = (typeof FIELDS)[number];
/** The least F1. */
const LEAST: Record<Field, number> = {
  code: 0.98,
  statusText: 0.95,
  receivedAt: 0.95,
  dueAt: 0.95,
  procedureName: 0.95,
};

/** Right, read and written values of one field. */
class Count {
  right = 0;
  read = 0;
  written = 0;
  get f1(): number {
    return this.read + this.written === 0 ? 1 : (2 * this.right) / (this.read + this.written);
  }
}

let launched: Launched;
beforeAll(async () => {
  launched = await launch({ headless: true });
}, 60_000);
afterAll(() => launched?.close());

it.each(['live', 'parsed'] as const)('records → page → records (%s)', { timeout: 60_000 }, async (how) => {
  const page = await launched.browser.newPage();
  await page.evaluate(await readerScript());
  const wrong: string[] = [];
  const counts = new Map<string, Count>();
  const countOf = (name: string): Count => {
    const count = counts.get(name) ?? new Count();
    counts.set(name, count);
    return count;
  };
  for (const seed of SEEDS) {
    const { html, records, layout } = generatePage(seed);
    const report = await page.evaluate(
      (text, parse) => {
        document.body.innerHTML = parse ? '' : text;
        return parse ? window.soiReadParsed(text) : window.soiRead(null);
      },
      html,
      how === 'parsed',
    );
    const read = new Map(report.dossiers.map(({ reading }) => [reading.code, reading]));
    for (const code of read.keys()) {
      if (records.some((record) => record.code === code)) continue;
      wrong.push(`${seed} ${layout}: ${code} is no dossier`);
      countOf('code').read++;
    }
    for (const record of records) {
      const got = read.get(record.code);
      for (const field of FIELDS) {
        for (const count of [countOf(field), countOf(`${layout}: ${field}`)]) {
          if (record[field] !== undefined) count.written++;
          if (got?.[field] !== undefined) count.read++;
          if (got?.[field] !== undefined && got[field] === record[field]) count.right++;
        }
        if (got?.[field] !== undefined && got[field] !== record[field])
          wrong.push(`${seed} ${layout}: ${record.code} ${field} ${got[field]} for ${record[field]}`);
      }
      const said = got?.statusText && classifyStatus(got.statusText);
      if (said && record.statusText) expect(said).toEqual(classifyStatus(record.statusText));
    }
  }
  await page.close();
  const figures = FIELDS.map((field) => `${field} ${countOf(field).f1.toFixed(3)}`);
  const weak = [...counts].filter(([name, { f1 }]) => name.includes(':') && f1 < 1);
  const lines = weak.map(([name, { f1 }]) => `  ${f1.toFixed(3)} ${name}`).sort();
  process.stdout.write(`F1 of ${SEEDS.length} generated pages (${how}): ${figures.join(', ')}\n`);
  if (lines.length > 0) process.stdout.write(`${lines.slice(0, 40).join('\n')}\n`);
  expect(wrong).toEqual([]);
  for (const field of FIELDS) expect(countOf(field).f1, field).toBeGreaterThanOrEqual(LEAST[field]);
});
