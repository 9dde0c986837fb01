/** Random pages: what the generator wrote is what the reader reads, live and from a parsed document. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Launched, launch } from '../../../scripts/browser/launch';
import { readerScript } from '../../../scripts/read';
import { generatePage } from './page-generator';

const SEEDS = Array.from({ length: 300 }, (_, i) => 1_000 + i);
/** The acceptance is F1 of 0.98 for codes and 0.95 for fields; a wrong value is worse than a missing one: none. */
const AT_LEAST = 0.98;

let launched: Launched;
beforeAll(async () => {
  launched = await launch({ headless: true });
}, 60_000);
afterAll(() => launched?.close());

it.each(['live', 'parsed'] as const)('records → page → records (%s)', { timeout: 60_000 }, async (how) => {
  const page = await launched.browser.newPage();
  await page.evaluate(await readerScript());
  const wrong: string[] = [];
  let [right, wanted] = [0, 0];
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
      if (!records.some((record) => record.code === code))
        wrong.push(`${seed} ${layout}: ${code} is no dossier`);
    }
    for (const record of records) {
      const got = read.get(record.code);
      for (const field of ['code', 'statusText', 'receivedAt', 'dueAt', 'procedureName'] as const) {
        if (record[field] !== undefined) wanted++;
        if (got?.[field] === undefined) continue;
        if (got[field] === record[field]) right++;
        else wrong.push(`${seed} ${layout}: ${record.code} ${field} ${got[field]} for ${record[field]}`);
      }
    }
  }
  await page.close();
  expect(wrong).toEqual([]);
  expect(right / wanted).toBeGreaterThanOrEqual(AT_LEAST);
});
