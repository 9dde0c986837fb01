/** The content script: registered at run time, for pages of enabled systems alone. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPage } from './page-session';

export default defineUnlistedScript(startPage);
