/** Put beside the reader only where a host may be asked without a click: says which dossiers are in view. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askBackground } from '../utils/platform/content-browser';
import { type LookWorld, lookAtView } from '../utils/reading/look-at-view';

export default defineUnlistedScript(() => {
  lookAtView(globalThis as LookWorld, document, (codes) => {
    const url = location.origin + location.pathname;
    void askBackground('page/in-view', { url, codes });
  });
});
