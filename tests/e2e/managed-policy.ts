/** A real policy file in the browser's managed folder, which is the whole machine's: one test at a time uses it. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findBrowser } from '../../scripts/browser/find.mjs';
import { managedValues } from '../../utils/policy/managed-schema';
import type { Officer } from './officer';

export const EXTENSION_ID = 'haljnhlogfooaknddhdjecjiohdocccp';

/** Where each browser on Linux reads policy from. */
const FOLDERS: Record<string, string> = {
  chromium: '/etc/chromium/policies/managed',
  'chromium-browser': '/etc/chromium/policies/managed',
  'google-chrome': '/etc/opt/chrome/policies/managed',
  'google-chrome-stable': '/etc/opt/chrome/policies/managed',
  'microsoft-edge': '/etc/opt/edge/policies/managed',
  'microsoft-edge-stable': '/etc/opt/edge/policies/managed',
};
const FILE = 'soi-ho-so-test.json';
const folder = FOLDERS[basename(findBrowser() ?? '')];
/** Why a policy file cannot be put there; null: it can. */
export function whyNoPolicy(): string | null {
  if (!folder) return 'this browser’s policy folder is not known';
  try {
    mkdirSync(folder, { recursive: true });
    const foreign = readdirSync(folder).filter((name) => name !== FILE);
    if (foreign.length) return `${folder} holds files of others: ${foreign.join(', ')}`;
    writeFileSync(join(folder, FILE), '{}');
    return null;
  } catch (error) {
    return `${folder} cannot be written: ${String(error)}`;
  }
}

/** Puts a policy for the extension there; the browser sees it within seconds. */
export function writePolicy(policy: Record<string, unknown>): void {
  const file = { '3rdparty': { extensions: { [EXTENSION_ID]: managedValues(policy) } } };
  writeFileSync(join(String(folder), FILE), JSON.stringify(file));
}

/** Chrome sees an edited file within seconds; its own button makes it look at once. */
export async function reloadPolicy({ browser }: Officer): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://policy');
  const button = await page.waitForSelector('>>> #reload-policies');
  await button?.click();
  await page.close();
}

export function removePolicy(): void {
  if (folder) rmSync(join(folder, FILE), { force: true });
}
