/** Every system's pages, read in a real browser and held against the world behind them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { painted } from '../../scripts/browser/painted';
import { readerStates, waitForReaders } from '../../scripts/browser/reader-state';
import { SANDBOX_SYSTEMS } from '../sandbox';
import { type Officer, startOfficer } from './officer';

let officer: Officer;

beforeAll(async () => {
  officer = await startOfficer();
});
afterAll(() => officer?.close());

describe.each(['list', 'detail', 'lookup'] as const)('%s pages', (kind) => {
  it('hold exactly the dossiers and statuses of the world', async () => {
    const places = officer.sandbox.pages.filter((place) => place.kind === kind);
    // One of each system is enough here; the tour goes through all.
    const chosen = SANDBOX_SYSTEMS.flatMap((system) => places.find((place) => place.system === system) ?? []);
    const absent: string[] = [];
    let read = 0;
    for (const place of chosen) {
      const { page, states } = await officer.reads(place.url, Math.max(1, place.holds.length));
      const readings = states.flatMap((state) => state.readings);
      for (const code of place.holds) {
        const reading = readings.find((one) => one.code === code);
        const truth = officer.sandbox.world.truth(code)[place.system];
        expect(reading, `${code} on ${place.url}`).toBeDefined();
        expect(truth, `${code} in the world of ${place.system}`).toBeDefined();
        // Absent is allowed (a step's name is no state), wrong is not.
        if (reading?.statusText === undefined) absent.push(`${place.system} ${code}: ${truth?.text}`);
        else expect(reading.statusText, `${place.system} ${code}`).toBe(truth?.text);
        read++;
      }
      await page.close();
    }
    expect(absent.length / read, absent.join('\n')).toBeLessThan(0.1);
  });
});

it('a submission page without a dossier still gets its reuse prompts', async () => {
  const place = officer.place('province-h26', 'submit');
  const page = await officer.at(place.url);
  const states = await waitForReaders(page, officer.extensionId, (all) =>
    all.some(({ prompts }) => prompts > 0),
  );
  expect(states[0]?.readings).toEqual([]);
  await page.close();
});

it('a page that is of no enabled system gets nothing: no script, no layer', async () => {
  const elsewhere = await officer.at('https://www.vidu.gov.vn/');
  // A page opened later on an enabled system is read meanwhile: the browser had its time.
  await officer.reads(officer.place('province-h26', 'list').url);
  expect(await readerStates(elsewhere, officer.extensionId)).toEqual([]);
  expect(await painted(elsewhere)).toEqual([]);
  expect(await elsewhere.evaluate(() => document.querySelectorAll('[popover]').length)).toBe(0);
});
