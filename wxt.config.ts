import tailwindcss from '@tailwindcss/vite';
import { minify } from 'terser';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { restFromReader } from './scripts/rest-from-reader';

/** The public half of the extension's signing key: it fixes the id, so that a policy file can name it. */
const PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAoeNwCIJ8NSmcV3nwx1OD69LBOINgMmD21X0/ajUgYrQDyg6HemTx+iF1t1rVhv/nmdrZvZ9MKw4GWzICKG3UN0D7tP2vWqV54xwVc5hcHpG668nPM1G8A/1kCqX3vjJQR0Vz4UMTUdRRNVrB2p+kBe5qU5G1HaunEgXoodzCkM1+HdBAxYvVGDGiPnE68Y41IVlgfk73eprY0HfFZ0pi/0DIaTeVzRFLF4QEySygOeacHGUpWDfkkl1+l+pjZbLX99JkQWlI256yGaRGA/YNOMMoHzXJrBFSH33TZiXlPI09gWAP/LzxR3TPPUcPb/4TD0KTXik+UoWm/TSjN66/oQIDAQAB';

/** WXT words a crash of an unlisted script for a logger that is empty in a build; the error is thrown as it is. */
const CRASH_NOTE = /return\(\(\)=>\{let (\w+);try\{\1=([\w$]+)\.main\(\).{1,300}?return \1\}\)\(\)/;

/** What goes into pages is small: a second pass over it saves one byte in a hundred. Our own pages need none. */
/** A style sheet that stands in a script, without what only people read. */
const smallerStyle: Plugin = {
  name: 'smaller-style',
  enforce: 'post',
  transform(code, id) {
    if (!id.endsWith('/overlay/style.ts')) return null;
    const plain = code.replace(/\/\*.*?\*\//gs, '').replace(/\s+/g, ' ');
    const tight = plain.replace(/ ?([{};]) ?| (?=!)|(?<=[:,]) /g, '$1').replaceAll(';}', '}');
    return { code: tight, map: null };
  },
};

const smallerPageScripts: Plugin = {
  name: 'smaller-page-scripts',
  enforce: 'post',
  async generateBundle({ format }, bundle) {
    if (format !== 'iife') return;
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || chunk.fileName === 'background.js') continue;
      const { code } = await minify(chunk.code.replace(CRASH_NOTE, 'return $2.main()'), {
        ecma: 2020,
        toplevel: true,
        compress: { passes: 3, hoist_funs: true },
      });
      if (code) chunk.code = code;
    }
  },
};

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  // Two builds on one machine must not write into one folder.
  outDir: process.env.SOI_OUT ?? '.output',
  manifestVersion: 3,
  vite: () => ({
    plugins: [
      tailwindcss(),
      smallerStyle,
      restFromReader((entry) => entry.includes('reading-rest')),
      smallerPageScripts,
    ],
  }),
  hooks: {
    // What runs in pages' own worlds is sent there as text out of the background: written out only to be measured.
    'build:done': async ({ config }) => {
      await build({
        configFile: false,
        logLevel: 'error',
        publicDir: false,
        build: {
          outDir: `${config.outBaseDir}/measured`,
          lib: {
            entry: 'utils/platform/page-world.ts',
            formats: ['iife'],
            name: 'world',
            fileName: 'page-world',
          },
        },
      });
    },
  },
  manifest: {
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'vi',
    key: PUBLIC_KEY,
    minimum_chrome_version: '120',
    // What is seen in a private window is not written down, nor asked for with the session of the others.
    incognito: 'not_allowed',
    permissions: [
      'storage',
      'scripting',
      'activeTab',
      'sidePanel',
      'offscreen',
      'alarms',
      'idle',
      'contextMenus',
      // Only to be told of our own requests what is hidden from whoever makes them: where one is redirected, so that it is
      // not followed blindly, and of one made by a page when to come back.
      'webRequest',
    ],
    omnibox: { keyword: 'hs' },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+H' } } },
    host_permissions: ['*://*.gov.vn/*'],
    optional_host_permissions: ['https://*/*'],
    storage: { managed_schema: 'managed_schema.json' },
    action: { default_title: '__MSG_extName__' },
  },
});
