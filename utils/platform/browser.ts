/**
 * The one place where background and extension pages get `browser` from: Mozilla's polyfill, and typed accessors for
 * what only Chrome has. The content script uses `content-browser.ts`, which is smaller.
 */
import browser from 'webextension-polyfill';

export { browser };

/** Chrome-only APIs; present in every Chrome from the manifest's minimum version on. */
export const chromeOnly = {
  sidePanel: chrome.sidePanel,
  offscreen: chrome.offscreen,
  /** `storage.session` and its access level, `scripting` with frames and persistence. */
  scripting: chrome.scripting,
  idle: chrome.idle,
  webRequest: chrome.webRequest,
};
