/** The address bar's keyword, the menu on a selected text and the shortcut: Chrome's own parts are told by their events. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually, type Officer, startOfficer } from './officer';

let officer: Officer;

beforeAll(async () => {
  officer = await startOfficer();
});
afterAll(() => officer?.close());

/** An event as Chrome sends it; its own types do not show that it can be sent. */
type Sent = { dispatch(...args: unknown[]): void };

it('hs CODE in the address bar opens the lookup and asks, in any spelling', async () => {
  const code = officer.place('province-h26', 'detail').holds[0] ?? '';
  const worker = await officer.worker();
  await worker.evaluate(
    (text) => (chrome.omnibox.onInputEntered as unknown as Sent).dispatch(text, 'currentTab'),
    ` ${code.toLowerCase()} `,
  );
  const target = await officer.browser.waitForTarget((one) => one.url().includes('/popup.html#'), {
    timeout: 10_000,
  });
  const page = await target.asPage();
  await eventually('answers in the lookup', () =>
    page.evaluate(
      (wanted) =>
        document.body.textContent?.includes(wanted) &&
        !document.querySelector('li[aria-busy=true]') &&
        [...document.querySelectorAll('li[aria-busy=false]')].some((one) =>
          one.textContent?.includes('tra cứu'),
        ),
      code,
    ),
  );
  await page.close();
});

it('a text without a code is explained, and nobody is asked', async () => {
  const before = officer.sandbox.requests.length;
  const worker = await officer.worker();
  await worker.evaluate(() =>
    (chrome.omnibox.onInputEntered as unknown as Sent).dispatch('xin chào', 'currentTab'),
  );
  const target = await officer.browser.waitForTarget((one) => one.url().includes('/popup.html#xin'), {
    timeout: 10_000,
  });
  const page = await target.asPage();
  await eventually('the sentence', () =>
    page.evaluate(() => document.querySelector('[role=alert]')?.textContent),
  );
  expect(officer.sandbox.requests).toHaveLength(before);
  await page.close();
});

it('a long text is cut between its characters', async () => {
  const worker = await officer.worker();
  await worker.evaluate(() =>
    (chrome.omnibox.onInputEntered as unknown as Sent).dispatch(
      `dài${'\u{1f4c4}'.repeat(150)}`,
      'currentTab',
    ),
  );
  const target = await officer.browser.waitForTarget((one) => one.url().includes('/popup.html#d%C3%A0i'), {
    timeout: 10_000,
  });
  expect(decodeURIComponent(new URL(target.url()).hash)).toBe(`#dài${'\u{1f4c4}'.repeat(98)}`);
  await (await target.asPage()).close();
});

it('the menu on a selected text looks its first code up', async () => {
  const code = officer.place('province-h26', 'list').holds[1] ?? '';
  const worker = await officer.worker();
  const tab = await worker.evaluate(async () => (await chrome.tabs.query({}))[0]);
  // Without a real click Chrome opens no panel: the lookup opens in a tab instead.
  await worker.evaluate(
    (selectionText, at) =>
      (chrome.contextMenus.onClicked as unknown as Sent).dispatch(
        { menuItemId: 'look-up', selectionText },
        at,
      ),
    `Hồ sơ số ${code}, hẹn trả`,
    tab,
  );
  const target = await officer.browser.waitForTarget((one) => one.url().endsWith(`#${code}`), {
    timeout: 10_000,
  });
  expect(target.url()).toContain('/popup.html');
});

it('the shortcut, the keyword and the menu are declared', async () => {
  const worker = await officer.worker();
  const { commands, omnibox, permissions } = await worker.evaluate(() => chrome.runtime.getManifest());
  expect(commands?._execute_action?.suggested_key).toEqual({ default: 'Alt+Shift+H' });
  expect(omnibox).toEqual({ keyword: 'hs' });
  expect(permissions).toEqual(expect.arrayContaining(['idle', 'contextMenus']));
});
