/** The officer asks other systems from the card: what they answer is shown, and what is missing there is found. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { painted } from '../../scripts/browser/painted';
import { waitForReaders } from '../../scripts/browser/reader-state';
import { markOf, openCard } from '../../scripts/tour/open-card';
import type { DossierView } from '../../utils/view/dossier-view';
import { takeCensus } from '../sandbox';
import { killWorker } from './kill-worker';
import { eventually, type Officer, startOfficer } from './officer';

let officer: Officer;

beforeAll(async () => {
  officer = await startOfficer();
});
afterAll(() => officer?.close());

/** Asks as the popup does, and waits until the view fits. */
async function ask(code: string, fits: (text: string) => boolean): Promise<string> {
  const popup = await officer.extensionPage('popup');
  await popup.waitForSelector('#code');
  await popup.keyboard.type(code);
  await popup.keyboard.press('Enter');
  let text = '';
  const until = Date.now() + 15_000;
  while (Date.now() < until && !fits(text)) text = await popup.evaluate(() => document.body.innerText);
  expect(fits(text), text).toBe(true);
  await popup.close();
  return text;
}

const viewOf = async (
  page: Page,
  code: string,
  fits: (view: DossierView) => boolean,
): Promise<DossierView> => {
  const states = await waitForReaders(page, officer.extensionId, (all) =>
    all.some(({ views }) => views.some((view) => view.code === code && fits(view))),
  );
  return states.flatMap(({ views }) => views).find((view) => view.code === code) as DossierView;
};

it('a dossier that the national portal never got is missing there, once the officer asked', async () => {
  const { world } = officer.sandbox;
  const code =
    takeCensus(world).missingOnNationalPortal.find((one) => world.find(one)?.owner === 'province-h26') ?? '';
  expect(code).not.toBe('');
  const holding = world.held('province-h26').find((one) => one.code === code);
  const { page } = await officer.reads(
    `https://dichvucong.hanoi.gov.vn/ho-so/chi-tiet/${holding?.dossier.numericId}`,
  );
  // Not asked yet: nobody may say that it is missing.
  const before = await viewOf(page, code, () => true);
  expect(before.findings.map(({ rule }) => rule)).not.toContain('missing-on-system');
  await ask(code, (text) => /DVCQG/.test(text) && /không (có|tìm thấy)/i.test(text));
  await page.bringToFront();
  const after = await viewOf(page, code, ({ findings }) =>
    findings.some(({ rule }) => rule === 'missing-on-system'),
  );
  expect(after.verdict).toBe('out-of-sync');
  // And the page shows it: the mark beside the code says so.
  expect((await markOf(page, [code]))?.label).toContain(after.verdictText);
  await page.close();
});

it('a ministry on OpenCPS is asked by its JSON with the session’s cookie alone', async () => {
  const held = officer.sandbox.world.held('ministry-g11').find(({ code }) => /G11/.test(code));
  const code = held?.code ?? '';
  const text = await ask(code, (shown) => shown.includes(held?.text ?? '?') && shown.includes('do tra cứu'));
  expect(text).toContain('Quốc phòng');
  const asked = officer.sandbox.requests.filter(
    ({ path, search }) => path === '/o/rest/v2/dossiers' && search.includes(code),
  );
  expect(asked.length).toBeGreaterThan(0);
  expect(
    asked.every(({ method, hasCookie, authorization }) => method === 'GET' && hasCookie && !authorization),
  ).toBe(true);
});

it('a system that cannot be asked offers to be opened', async () => {
  const held = officer.sandbox.world.held('ministry-g18').find(({ code }) => /G18/.test(code));
  const text = await ask(
    held?.code ?? '',
    (shown) => shown.includes('Bộ Y tế') && !shown.includes('Đang hỏi'),
  );
  expect(text).toMatch(/mở hệ thống/i);
});

it('one question for the same dossier from the card, however often it is pressed', async () => {
  const list = officer.place('province-h26', 'list');
  const { page, states } = await officer.reads(list.url, list.holds.length);
  await (await officer.reads(officer.place('coordination', 'list').url, 20)).page.close();
  await page.bringToFront();
  const mark = await markOf(
    page,
    states.flatMap(({ views }) => views.map(({ code }) => code)),
  );
  const code = list.holds.find((one) => mark?.label.includes(one)) ?? '';
  const at = {
    x: (mark?.box?.x ?? 0) + (mark?.box?.width ?? 0) / 2,
    y: (mark?.box?.y ?? 0) + (mark?.box?.height ?? 0) / 2,
  };
  await page.mouse.click(at.x, at.y);
  officer.sandbox.dials.set({ host: 'dichvucong.gov.vn', path: '/tra-cuu-ho-so', delayMs: 700 });
  const pressAll = async () => {
    const button = (await painted(page)).find(
      ({ role, text, box }) => role === 'button' && box && /Hỏi các hệ thống/.test(text),
    );
    if (button?.box) await page.mouse.click(button.box.x + 5, button.box.y + 5);
  };
  for (let i = 0; i < 3; i++) await pressAll();
  await viewOf(page, code, ({ lines }) =>
    lines.some(
      ({ system, state, seenText }) =>
        system === 'national-portal' && state === 'found' && seenText?.includes('tra cứu'),
    ),
  );
  officer.sandbox.dials.reset();
  const asked = officer.sandbox.requests.filter(
    ({ path, search }) => path === '/tra-cuu-ho-so' && search.includes(code),
  );
  expect(asked).toHaveLength(1);
  await page.close();
});

/** Presses a button of the card, once it is there. */
async function press(page: Page, label: RegExp): Promise<void> {
  const button = await eventually(`the button ${label}`, async () =>
    (await painted(page)).find((one) => one.role === 'button' && one.box && label.test(one.label)),
  );
  if (button.box) await page.mouse.click(button.box.x + 5, button.box.y + 5);
}

it('one click in the card leaves a system alone for today, whoever asks, also after the worker died', async () => {
  const list = officer.place('province-h26', 'list');
  const { page, states } = await officer.reads(list.url, list.holds.length);
  await page.bringToFront();
  const codes = states.flatMap(({ views }) => views.map(({ code }) => code));
  await openCard(page, codes);
  await press(page, /^Tạm dừng hôm nay DVCQG/);
  await eventually('the way back', async () =>
    (await painted(page)).some(({ label }) => /^Bỏ tạm dừng DVCQG/.test(label)),
  );
  await killWorker(officer.browser);
  const before = officer.sandbox.requests.length;
  const code = 'H26.18-260105-9997';
  await ask(code, (text) => /tạm dừng/i.test(text) && /Hà Nội[\s\S]*Không (có|tìm thấy)/i.test(text));
  const asked = (host: string) =>
    officer.sandbox.requests
      .slice(before)
      .filter((one) => one.host === host && decodeURIComponent(one.search).includes(code));
  expect([asked('dichvucong.gov.vn'), asked('dichvucong.hanoi.gov.vn').length]).toEqual([[], 1]);
  await page.bringToFront();
  await press(page, /^Bỏ tạm dừng DVCQG/);
  await eventually('the way to ask', async () =>
    (await painted(page)).some(({ label }) => /^Tạm dừng hôm nay DVCQG/.test(label)),
  );
  const sent = () => asked('dichvucong.gov.vn').length;
  await ask(code, (text) => sent() > 0 && !/tạm dừng hỏi/i.test(text));
  expect(sent()).toBe(1);
  await page.close();
});

it('what the opened system then shows is taken in, and the popup that waits shows it', async () => {
  const detail = officer.place('ministry-g18', 'detail');
  const held = officer.sandbox.world.held('ministry-g18').find(({ code }) => code === detail.holds[0]);
  const popup = await officer.extensionPage('popup');
  await (await popup.waitForSelector('#code'))?.type(held?.code ?? '');
  await popup.keyboard.press('Enter');
  const line = () =>
    popup.$$eval('li[aria-busy]', (lines) =>
      lines.map((one) => one.textContent ?? '').find((text) => text.includes('Bộ Y tế')),
    );
  await eventually('the way to open it', async () => /mở hệ thống/i.test((await line()) ?? ''));
  expect(await line()).not.toContain(held?.text ?? '?');
  const { page } = await officer.reads(detail.url);
  await eventually('what its page says, in the popup', async () =>
    (await line())?.includes(held?.text ?? '?'),
  );
  await page.close();
  await popup.close();
});
