/** Put into an open page of a system for one call, only where policy names that page's host. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerTab } from '../utils/lookup/in-tab';

export default defineUnlistedScript(() => {
  offerTab(globalThis as object, document);
});
