/** Other ways to a lookup: `hs CODE` in the address bar, and "Tra cứu hồ sơ" on a selected text. */
import { type DossierCode, findCodes, parseCode } from '../../utils/dossier/code';
import { parseShorthand } from '../../utils/dossier/shorthand';
import { recent } from '../../utils/ledger/recent';
import { codesShortFor } from '../../utils/ledger/short-for';
import { browser } from '../../utils/platform/browser';
import { translator } from '../../utils/platform/i18n';
import { openSidePanel } from '../../utils/platform/page';
import type { Services } from './services';

const MENU = 'look-up';
const SUGGESTED = 5;

/** The first code in a text that a person typed or selected. */
function codeIn(text: string): DossierCode | null {
  return parseCode(text)?.code ?? findCodes(text)[0]?.code ?? null;
}

/** Opens the lookup on what was given; without a code it says there what a code looks like. */
async function openLookup(text: string): Promise<void> {
  // Half a character, left by the cut or by the page, is none that an address can hold.
  const given = text.slice(0, 200).replace(/\p{Surrogate}/gu, '');
  await browser.tabs.create({ url: `/popup.html#${encodeURIComponent(given)}` });
}

/** Registers what Chrome must hear at once; the menu itself is kept by Chrome and made by `makeMenu`. */
export function openWaysIn(services: Services): void {
  browser.omnibox.onInputEntered.addListener((text) => void openLookup(codeIn(text) ?? text));
  browser.omnibox.onInputChanged.addListener(async (text, suggest) => {
    const t = translator((await services.settings()).language);
    const code = codeIn(text);
    browser.omnibox.setDefaultSuggestion({
      description: code ? t('omnibox_look_up', [code]) : t('omnibox_hint'),
    });
    const typed = text.replace(/\s/g, '').toUpperCase();
    const short = parseShorthand(text);
    const meant = short ? (await codesShortFor(services.db(), [short])).get(short) : [];
    const known = (await recent(services.db())).filter((one) => one !== code && one.includes(typed));
    suggest(
      [...new Set([...(meant ?? []), ...known])]
        .slice(0, SUGGESTED)
        .map((one) => ({ content: one, description: t('omnibox_look_up_again', [one]) })),
    );
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText = '' }, tab) => {
    if (menuItemId !== MENU) return;
    const code = codeIn(selectionText);
    if (!code || tab?.id === undefined) {
      void openLookup(selectionText);
      return;
    }
    // No wait before it: Chrome forgets the click after the first one.
    const opened = openSidePanel(tab.id, code);
    void opened.then(async (shown) => {
      if (!shown) await openLookup(code);
      else await (await services.asker()).askNow(code, undefined, 'panel');
    });
  });
}

let making: Promise<void> = Promise.resolve();

/** Makes the menu in the interface's language; making it anew replaces it. Calls wait for one another. */
export function makeMenu(services: Services): Promise<void> {
  making = making
    .catch(() => undefined)
    .then(async () => {
      const t = translator((await services.settings()).language);
      await browser.contextMenus.removeAll();
      browser.contextMenus.create({ id: MENU, title: t('menu_look_up'), contexts: ['selection'] });
    });
  return making;
}
