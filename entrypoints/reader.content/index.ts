/** The content script: registered at run time, for pages of enabled systems alone. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startPage } from './page-session';

export default defineContentScript({
  matches: ['*://*.gov.vn/*'],
  registration: 'runtime',
  allFrames: true,
  runAt: 'document_idle',
  main(ctx) {
    const stop = startPage();
    if (stop) ctx.onInvalidated(stop);
  },
});
