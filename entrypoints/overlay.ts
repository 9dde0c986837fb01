/** The painted layer, put into a frame only when the page there holds dossiers or components. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerOverlay } from '../utils/overlay/in-page';

export default defineUnlistedScript(() => {
  offerOverlay(globalThis as object);
});
