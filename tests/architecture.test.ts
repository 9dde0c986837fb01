/** The rooms hold: imports go only the allowed way, only `platform` touches the browser, the content script is light. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  emptyNames,
  strangers,
  tooHeavy,
  tooLong,
  unknownRooms,
  wrongBrowserUses,
  wrongImports,
  wrongPackages,
} from './architecture/rules';
import { codeBelow, readSource, sourceOf } from './architecture/source';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const product = ['utils', 'components', 'entrypoints']
  .flatMap((folder) => codeBelow(ROOT, folder))
  .map((path) => readSource(ROOT, path));
const around = ['tests', 'scripts']
  .flatMap((folder) => codeBelow(ROOT, folder))
  .map((path) => readSource(ROOT, path));
const everything = [...product, ...around];

/** Scripts that run in portals' pages. */
const IN_PAGES = [
  'entrypoints/reader/index.ts',
  'entrypoints/reading.ts',
  'entrypoints/reading-rest.ts',
  'entrypoints/reuse.ts',
  'entrypoints/ask-in-tab.ts',
  'entrypoints/in-view.ts',
  'entrypoints/explain.ts',
];

describe('the project', () => {
  test('sources are found at all', () => {
    expect(product.length).toBeGreaterThan(50);
    expect(product.flatMap(({ imports }) => imports).length).toBeGreaterThan(100);
  });

  test('imports go only the allowed way', () => expect(wrongImports(product)).toEqual([]));
  test('every folder of utils is a known room', () => expect(unknownRooms(product)).toEqual([]));
  test('packages stay in their rooms', () => expect(wrongPackages(product)).toEqual([]));
  test('only platform and entrypoints touch the browser', () =>
    expect(wrongBrowserUses(product)).toEqual([]));
  test.each(IN_PAGES)('%s carries nothing heavy', (entry) => expect(tooHeavy(entry, product)).toEqual([]));
  test('no file has two subjects: at most 300 lines', () => expect(tooLong(everything)).toEqual([]));
  test('file names say a subject', () => expect(emptyNames(everything.map(({ path }) => path))).toEqual([]));
  test('nothing notifies: neither asked for nor called', () => {
    const notices = [...product.map(({ path }) => path), 'wxt.config.ts'].filter((path) =>
      /['"]notifications['"]|\bnotifications\.create\b|\bnew Notification\(/.test(
        readFileSync(join(ROOT, path), 'utf8'),
      ),
    );
    expect(notices).toEqual([]);
  });
  test('nothing else stands at the top level', () => expect(strangers(readdirSync(ROOT))).toEqual([]));
});

describe('a wrong import is seen', () => {
  test.each([
    ['utils/dossier/a.ts', "import { x } from '../systems/b';", 'the words know no system'],
    ['utils/systems/a.ts', "import { x } from '../policy/b';", 'a room before another'],
    ['utils/reading/a.ts', "import type { X } from '../ledger/b';", 'types too show a wrong order'],
    ['utils/reading/a.ts', "export { x } from '../overlay/b';", 'by passing on'],
    ['utils/reading/a.ts', "const x = await import('../overlay/b');", 'at run time'],
    ['utils/reading/a.ts', "let x: import('../overlay/b').X;", 'inside a type'],
    ['utils/reading/a.ts', "import '../overlay/b';", 'for its effects'],
    ['utils/ledger/a.ts', "import { x } from '../platform/b';", 'the core does not know the browser'],
    ['utils/platform/a.ts', "import { x } from '../ledger/b';", 'the browser does not know the ledger'],
    [
      'utils/platform/tabs.ts',
      "import type { X } from '../overlay/b';",
      'only the table of messages names all',
    ],
    ['utils/platform/messages.ts', "import { x } from '../overlay/b';", 'and it only names'],
    ['utils/view/a.ts', "import { X } from '../../components/b';", 'the core knows no page'],
    ['utils/view/a.ts', "import { X } from '../../tests/b';", 'nor a test'],
    ['components/a.tsx', "import { x } from '../entrypoints/b';", 'parts do not know what starts them'],
    ['entrypoints/a.ts', "import { x } from '../tests/b';", 'the product does not know its tests'],
    ['utils/elsewhere/a.ts', "import { x } from '../dossier/b';", 'from a folder that is no room'],
  ])('%s: %s (%s)', (path, text) => {
    expect(wrongImports([sourceOf(path, text)])).toHaveLength(1);
  });

  test.each([
    ['utils/overlay/a.ts', "import type { X } from '../view/b';", 'what stands before'],
    ['utils/reconcile/a.ts', "import { x } from '../dossier/b';", 'the words'],
    ['utils/reconcile/rules/a.ts', "import { x } from '../table';", 'the same room'],
    [
      'utils/platform/messages.ts',
      "import type { X } from '../overlay/b';",
      'types for the table of messages',
    ],
    ['utils/platform/a.ts', "import { x } from '../policy/b';", 'settings for the browser'],
    [
      'utils/platform/a.ts',
      "import vi from '../../public/_locales/vi/messages.json';",
      'the interface words',
    ],
    ['utils/policy/a.ts', "import { z } from 'zod';", 'a package'],
    ['components/a.tsx', "import { x } from '../utils/platform/b';", 'extension pages use every room'],
    [
      'utils/reading/a.ts',
      "// import { x } from '../overlay/b'\nconst s = \"from '../overlay/b'\";",
      'no import at all',
    ],
  ])('but not %s: %s (%s)', (path, text) => {
    expect(wrongImports([sourceOf(path, text)])).toEqual([]);
  });
});

describe('the browser outside its room is seen', () => {
  test.each([
    'chrome.storage.local.get()',
    "browser['tabs']",
    'globalThis.chrome?.runtime',
    'window.browser.tabs',
    'const { runtime } = chrome;',
    'call(browser)',
    'typeof chrome',
  ])('%s', (text) => {
    expect(wrongBrowserUses([sourceOf('utils/reading/a.ts', text)])).toHaveLength(1);
    expect(wrongBrowserUses([sourceOf('components/a.tsx', text)])).toHaveLength(1);
    expect(wrongBrowserUses([sourceOf('utils/platform/a.ts', text)])).toEqual([]);
  });

  test.each([
    "'chrome.storage'",
    '// browser.tabs',
    'page.browser',
    '({ browser: 1 })',
    'let tab: chrome.tabs.Tab',
  ])('but not %s', (text) => expect(wrongBrowserUses([sourceOf('utils/reading/a.ts', text)])).toEqual([]));
});

describe('weight in a page is seen', () => {
  const entry = "import { a } from '../../utils/reading/a';";
  const reach = (...files: [string, string][]) =>
    tooHeavy(
      'entrypoints/reader/index.ts',
      [['entrypoints/reader/index.ts', entry] as [string, string], ...files].map(([path, text]) =>
        sourceOf(path, text),
      ),
    );

  test.each([
    'zod',
    'react',
    'react/jsx-runtime',
    'react-dom/client',
    'dexie',
    'webextension-polyfill',
    'zod/mini',
  ])('%s, through two files', (name) => {
    expect(
      reach(
        ['utils/reading/a.ts', "export * from './b';"],
        ['utils/reading/b/index.ts', `import '${name}';`],
      ),
    ).toHaveLength(1);
  });

  test('types of a heavy package cost nothing', () => {
    expect(
      reach(['utils/reading/a.ts', "import type { z } from 'zod';\nimport { type X } from 'dexie';"]),
    ).toEqual([]);
  });

  test('a circle of imports ends', () => {
    expect(reach(['utils/reading/a.ts', "import './a'; import '../../entrypoints/reader/index';"])).toEqual(
      [],
    );
  });

  test('a file that is not there would hide what it carries', () => {
    expect(reach()).toHaveLength(1);
    expect(tooHeavy('entrypoints/other.ts', [])).toHaveLength(1);
  });
});

describe('also seen', () => {
  test.each([
    ['utils/reading/a.ts', "import React from 'react';"],
    ['utils/reading/a.ts', "import { browser } from 'wxt/browser';"],
    ['components/a.tsx', "import browser from 'webextension-polyfill';"],
    ['utils/lookup/a.ts', "import Dexie from 'dexie';"],
    ['utils/overlay/a.ts', "import { z } from 'zod';"],
  ])('a package in a wrong room: %s %s', (path, text) => {
    expect(wrongPackages([sourceOf(path, text)])).toHaveLength(1);
  });

  test('a folder of utils that is no room', () => {
    expect(unknownRooms([sourceOf('utils/helpers/a.ts', ''), sourceOf('utils/a.ts', '')])).toHaveLength(2);
  });

  test('301 lines, not 300', () => {
    expect(tooLong([sourceOf('a.ts', 'x;\n'.repeat(300)), sourceOf('b.ts', 'x;\n'.repeat(301))])).toEqual([
      'b.ts has 301 lines',
    ]);
  });

  test('a name without subject', () => {
    expect(emptyNames(['utils/view/helpers.ts', 'tests/utils.ts', 'utils/view/lines.ts'])).toHaveLength(2);
  });

  test('a stranger at the top level', () => {
    expect(strangers(['utils', '.ci', 'src', 'notes.md'])).toEqual(['src', 'notes.md']);
  });
});
