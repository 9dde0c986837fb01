/** Every folder of tests/pages: page.html as a real browser shows it reads exactly as expected.json says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Launched, launch } from '../../../scripts/browser/launch';
import { FileReader, readerScript } from '../../../scripts/read';

interface Expected {
  url?: string;
  dossiers: Record<string, unknown>[];
  components?: string[];
  /** "CODE field reason" */
  doubts?: string[];
}

const root = fileURLToPath(new URL('../../pages', import.meta.url));
const names = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

describe('a page reads as a person reads it', () => {
  let browser: Launched;
  let reader: FileReader;
  beforeAll(async () => {
    const [launched, script] = await Promise.all([launch({ headless: true }), readerScript()]);
    browser = launched;
    reader = await FileReader.open(launched.browser, script);
  }, 60_000);
  afterAll(() => browser?.close());

  it.each(names)('%s', { timeout: 20_000 }, async (name) => {
    const expected = JSON.parse(readFileSync(join(root, name, 'expected.json'), 'utf8')) as Expected;
    const report = await reader.read(join(root, name, 'page.html'), expected.url);
    const read = report.dossiers.map(({ reading, procedureText }) => ({
      ...reading,
      ...(procedureText && !reading.procedureName && { procedureName: procedureText }),
    }));
    expect(byCode(read)).toEqual(byCode(expected.dossiers));
    if (expected.components) expect(report.components).toEqual(expected.components);
    if (expected.doubts) {
      expect(report.doubts.map(({ code, field, reason }) => `${code} ${field} ${reason}`)).toEqual(
        expected.doubts,
      );
    }
  });
});

const byCode = (list: object[]): Record<string, object> =>
  Object.fromEntries(list.map((one) => ['code' in one ? String(one.code) : '', one]));
