/** The papers' script, put into a frame only when the page there lists components or asks for supplements. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPapers } from '../utils/reuse/in-page';

export default defineUnlistedScript(() => {
  offerPapers(globalThis as object);
});
