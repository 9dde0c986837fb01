/** A row read by its columns says exactly what the same row says when it is weighed. */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Launched, launch } from '../../../scripts/browser/launch';
import { pageScript } from '../../../scripts/page-script';
import { listRows } from '../../bench/dossier-list';
import { oddList } from './odd-lists';
import { generatePage } from './page-generator';

let launched: Launched;
let script: string;
beforeAll(async () => {
  [launched, script] = await Promise.all([
    launch({ headless: true }),
    pageScript(fileURLToPath(new URL('./both-ways-in-page.ts', import.meta.url))),
  ]);
}, 60_000);
afterAll(() => launched?.close());

const SEEDS = Array.from({ length: 200 }, (_, i) => 300 + i);

it.each([
  ['odd lists, live', oddList, false],
  ['odd lists, parsed', oddList, true],
  ['generated pages, live', (seed: number) => generatePage(seed).html, false],
  ['generated pages, parsed', (seed: number) => generatePage(seed).html, true],
] as const)('%s', { timeout: 60_000 }, async (_, make, parse) => {
  const page = await launched.browser.newPage();
  await page.evaluate(script);
  const differing: string[] = [];
  let dossiers = 0;
  for (const seed of SEEDS) {
    const both = await page.evaluate((html, parsed) => window.soiBothWays(html, parsed), make(seed), parse);
    dossiers += JSON.parse(both.quick).dossiers.length;
    if (both.quick !== both.weighed) differing.push(`seed ${seed}`);
  }
  await page.close();
  expect(differing).toEqual([]);
  expect(dossiers).toBeGreaterThan(SEEDS.length / 2);
});

it('a usual list is read by its columns: the comparison compares two ways', { timeout: 30_000 }, async () => {
  const page = await launched.browser.newPage();
  await page.evaluate(script);
  const head =
    '<tr><th>STT</th><th>Mã hồ sơ</th><th>Thủ tục</th><th>Chủ hồ sơ</th><th>Địa chỉ</th><th>Ngày tiếp nhận</th><th>Ngày hẹn trả</th><th>Trạng thái</th><th>Đơn vị xử lý</th><th></th></tr>';
  const both = await page.evaluate(
    (html) => window.soiBothWays(html, false),
    `<table>${head}${listRows(0, 300)}</table>`,
  );
  await page.close();
  expect(both.quick).toBe(both.weighed);
  expect(JSON.parse(both.quick).dossiers).toHaveLength(300);
});
