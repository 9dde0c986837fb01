/** Why a dossier was read so: put into the frames of a tab only when the officer asks. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerExplainer } from '../utils/reading/explain-in-page';

export default defineUnlistedScript(() => {
  offerExplainer(globalThis as object, document);
});
