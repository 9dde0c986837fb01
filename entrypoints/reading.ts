/** The reader, put into a frame only when the gate says that the page there may hold dossiers or components. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerReader } from '../utils/reading/in-page';

export default defineUnlistedScript(() => {
  offerReader(globalThis as object);
});
