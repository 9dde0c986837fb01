/** The component matcher, put into a frame only when the page there lists components. It answers the reader beside it. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerMatcher } from '../utils/reuse/in-page';

export default defineUnlistedScript(() => {
  offerMatcher(globalThis as object);
});
