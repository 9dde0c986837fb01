/** What must hold whatever happens: a dying worker, a curious page, foreign messages, citizens' data. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { painted } from '../../scripts/browser/painted';
import { waitForReaders } from '../../scripts/browser/reader-state';
import { markOf } from '../../scripts/tour/open-card';
import { PERSONAL_MARKERS } from '../sandbox';
import { killWorker } from './kill-worker';
import { eventually, type Officer, startOfficer } from './officer';
import { storeOf } from './store';

let officer: Officer;

beforeAll(async () => {
  officer = await startOfficer();
});
afterAll(() => officer?.close());

it('the worker dies between reading and showing: the page still gets its marks', async () => {
  const { url, holds } = officer.place('province-h26', 'list');
  const page = await officer.at('about:blank');
  expect(await killWorker(officer.browser)).toBe(true);
  const opening = page.goto(url);
  // Each question of the page wakes a worker anew; killed at once, it dies with the question under way.
  let kills = 0;
  while (kills < 4) {
    const woken = await officer.browser.waitForTarget((one) => one.type() === 'service_worker', {
      timeout: 20_000,
    });
    expect(woken).toBeTruthy();
    if (await killWorker(officer.browser)) kills++;
  }
  await opening;
  const states = await waitForReaders(
    page,
    officer.extensionId,
    (all) => all.some(({ views }) => views.length >= holds.length),
    40_000,
  );
  expect(states.flatMap(({ views }) => views.map(({ code }) => code))).toEqual(expect.arrayContaining(holds));
  await page.close();
});

it('the page learns no verdict from highlights, the document or the layer', async () => {
  // Seen on two systems, so that there are verdicts to steal.
  const detail = await officer.reads(officer.place('coordination', 'list').url, 20);
  const { page } = await officer.reads(`${officer.place('province-h26', 'list').url}?spy=1`, 10);
  const states = await waitForReaders(page, officer.extensionId, (all) =>
    all.some(({ views }) => views.some(({ verdict }) => verdict === 'out-of-sync')),
  );
  const views = states.flatMap((state) => state.views);
  await markOf(
    page,
    views.filter(({ verdict }) => verdict !== 'cannot-tell').map(({ code }) => code),
  );
  const learned = await page.evaluate(() => {
    const highlights = [...CSS.highlights].map(([name, ranges]) => `${name} ${[...ranges].map(String)}`);
    const hosts = [...document.documentElement.children].filter(
      (one) => !['HEAD', 'BODY'].includes(one.tagName),
    );
    const inside = [...document.querySelectorAll('*')].map((one) => one.shadowRoot?.textContent ?? '');
    return JSON.stringify({
      highlights,
      layer: hosts.map((one) => one.outerHTML),
      inside: inside.filter(Boolean),
      spied: (window as unknown as { __spied?: unknown }).__spied,
      globals: Object.keys(window).filter((key) => /soi/i.test(key)),
    });
  });
  for (const { verdictText, verdict, chip } of views) {
    expect(learned).not.toContain(verdict);
    expect(learned).not.toContain(verdictText);
    if (chip) expect(learned).not.toContain(chip);
  }
  // Codes painted differently would tell verdicts by themselves: the layer in the document is the same for all.
  expect(JSON.parse(learned).layer).toHaveLength(1);
  expect(JSON.parse(learned).globals).toEqual([]);
  await page.close();
  await detail.page.close();
});

describe('messages', () => {
  it.each([
    ['no message at all', 42],
    ['an unknown name', { name: 'page/steal', payload: {} }],
    ['a payload of another shape', { name: 'dossier/ask', payload: { code: 'H26.18-261105-0123' } }],
    ['a code that is none', { name: 'panel/open', payload: { code: '<b>H26</b>' } }],
    [
      'a field too many',
      { name: 'dossier/open', payload: { code: 'H26.18-261105-0123', system: 'land', x: 1 } },
    ],
  ])('%s is refused as malformed', async (_, message) => {
    const help = await officer.extensionPage('help');
    const before = JSON.stringify(await storeOf(help));
    const answer = await help.evaluate((sent) => chrome.runtime.sendMessage(sent), message);
    expect(answer).toEqual({ refused: 'malformed' });
    expect(JSON.stringify(await storeOf(help))).toBe(before);
    await help.close();
  });

  it('a flood of malformed messages is logged once', async () => {
    const help = await officer.extensionPage('help');
    const lines: string[] = [];
    (await officer.worker()).on('console', (line) => lines.push(line.text()));
    const flood = () =>
      help.evaluate(() => chrome.runtime.sendMessage({ name: 'panel/open', payload: { code: 7 } }));
    for (let i = 0; i < 5; i++) await flood();
    await eventually('the line', async () => lines.length > 0);
    expect(lines.filter((line) => line.includes('panel/open')).length).toBeLessThanOrEqual(1);
    await help.close();
  });

  it('a reading that does not come from a page of an enabled system is refused and not stored', async () => {
    const help = await officer.extensionPage('help');
    const readings = [{ code: 'H26.18-261105-0999', statusText: 'Đã xử lý xong' }];
    const answer = await help.evaluate(
      (payload) => chrome.runtime.sendMessage({ name: 'page/record', payload }),
      { url: 'https://dichvucong.hanoi.gov.vn/', readings },
    );
    expect(answer).toEqual({ refused: 'foreign' });
    expect(JSON.stringify(await storeOf(help))).not.toContain('H26.18-261105-0999');
    await help.close();
  });
});

it('no name, number, phone or address of a citizen is in any store of the profile', async () => {
  const kinds = ['list', 'detail', 'lookup', 'submit'] as const;
  const visited = officer.sandbox.pages.filter(
    (place, index, all) =>
      kinds.includes(place.kind) &&
      all.findIndex((one) => one.system === place.system && one.kind === place.kind) === index,
  );
  for (const place of visited) {
    const page = await officer.at(place.url);
    await waitForReaders(page, officer.extensionId, (all) => all.some(({ settled }) => settled > 0));
    const shown = await page.evaluate(() => document.documentElement.textContent ?? '');
    // The trap is set: without people on the pages this test could not fail.
    if (place.kind === 'detail') expect(PERSONAL_MARKERS.some((marker) => shown.includes(marker))).toBe(true);
    await page.close();
  }
  const help = await officer.extensionPage('help');
  const kept = JSON.stringify(await storeOf(help)).toLowerCase();
  expect(kept).toContain('h26');
  for (const marker of PERSONAL_MARKERS) expect(kept).not.toContain(marker.toLowerCase());
  await help.close();
  // And in the files as they lie on the disk, in both encodings Chrome writes.
  const folder = join(officer.userDataDir, 'Default');
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(
    (file) => file.isFile() && file.parentPath.includes(officer.extensionId),
  );
  for (const file of files) {
    const bytes = await readFile(join(file.parentPath, file.name));
    for (const marker of PERSONAL_MARKERS) {
      expect(bytes.includes(Buffer.from(marker, 'utf8')), `${marker} in ${file.name}`).toBe(false);
      expect(bytes.includes(Buffer.from(marker, 'utf16le')), `${marker} in ${file.name}`).toBe(false);
    }
  }
});

it('nothing was written to any system, and no host but the systems was asked', async () => {
  expect(officer.sandbox.violations).toEqual([]);
  const hosts = new Set(officer.sandbox.requests.map(({ host }) => host));
  expect([...hosts].filter((host) => !host.endsWith('.gov.vn'))).toEqual([]);
});

it('the extension leaves the page as it was: same elements, no attribute added', async () => {
  const { url } = officer.place('province-h26', 'list');
  const snapshot = () =>
    [...document.body.querySelectorAll('*')]
      .map((one) => `${one.tagName} ${one.getAttributeNames().join(' ')}`)
      .join('\n');
  const { page } = await officer.reads(url, 5);
  await eventually('a mark', async () => (await painted(page)).length > 0);
  const withUs = await page.evaluate(snapshot);
  const bare = await officer.browser.newPage();
  await bare.setBypassCSP(true);
  const client = await bare.createCDPSession();
  // The same page without scripts of ours: read through fetch, parsed, never rendered.
  await bare.goto(url);
  const served = await bare.evaluate(async (from) => {
    const parsed = new DOMParser().parseFromString(await (await fetch(from)).text(), 'text/html');
    return [...parsed.body.querySelectorAll('*')]
      .map((one) => `${one.tagName} ${one.getAttributeNames().join(' ')}`)
      .join('\n');
  }, url);
  expect(withUs).toBe(served);
  await client.detach();
  await bare.close();
  await page.close();
});
