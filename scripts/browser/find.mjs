import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/** Where installers put a browser that is not on the path. */
const PLACES = {
  linux: ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/opt/microsoft/msedge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((root) => {
    const base = process.env[root];
    if (!base) return [];
    return [
      join(base, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(base, 'Chromium', 'Application', 'chrome.exe'),
      join(base, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ];
  }),
};

function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not ours to run: the next place is tried
  }
}

/**
 * A Chrome, Chromium or Edge of this machine: `CHROME_PATH` first, then the path, then the usual places.
 * @returns {string | null} the executable's file, or null where there is none
 */
export function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named) return runnable(named) ? named : null;
  const dirs = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const usual = PLACES[process.platform] ?? [];
  if (process.platform === 'linux') dirs.push(...usual);
  const files = dirs.flatMap((dir) => NAMES.map((name) => join(dir, name)));
  if (process.platform !== 'linux') files.push(...usual);
  return files.find(runnable) ?? null;
}
