/** Looks a dossier up in the popup by the keyboard alone, as an officer would. */
import { translator } from '../../utils/platform/i18n';
import type { Launched } from '../browser/launch';

/** @returns one line on what the popup showed; a screenshot is kept in `file` */
export async function lookUp(
  { browser, extensionId }: Launched,
  code: string,
  file: string,
): Promise<string> {
  const popup = await browser.newPage();
  await popup.setViewport({ width: 400, height: 600 });
  await popup.goto(`chrome-extension://${extensionId}/popup.html`);
  await popup.waitForSelector('#code');
  // Lower case and spaces around, as it comes out of a message.
  await popup.type('#code', ` ${code.toLowerCase()} `);
  await popup.keyboard.press('Enter');
  const said = await popup.waitForFunction(
    (sending) => {
      const texts = [...document.querySelectorAll('article [role=status]')].map((one) =>
        one.textContent?.trim(),
      );
      const told = texts.find((text) => text && text !== sending);
      return document.querySelector('progress, [aria-busy=true]') ? null : told;
    },
    { timeout: 20_000 },
    translator('vi')('shared_sending'),
  );
  await popup.screenshot({ path: file as `${string}.png` });
  const lines = await popup.$$eval('li[aria-busy]', (all) =>
    all.map((one) => one.querySelector('h4')?.textContent),
  );
  const words = await said.jsonValue();
  await popup.close();
  return `popup ${code}: ${words} (${lines.join(', ')})`;
}
