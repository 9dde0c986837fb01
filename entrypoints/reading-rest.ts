/** The rest of the reader, put into a frame whose page holds more than a list. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerRest } from '../utils/reading/rest-in-page';

export default defineUnlistedScript(() => {
  offerRest(globalThis as object);
});
