/**
 * `npm run -s read -- [--url URL] [--explain] FILE.html …`: what the reader makes of saved pages, one JSON line a file.
 * With `--explain` also why: for each field which rule, which label, which text; what could be personal is masked there.
 * Each file is opened in a real browser as if it stood at URL; nothing but its own folder is served to it.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Frame, HTTPRequest, Page } from 'puppeteer-core';
import { classifyStatus } from '../utils/dossier/status';
import { matchPapers } from '../utils/reuse/match-papers';
import { CATALOGUE, profileOf, systemOfUrl } from '../utils/systems';
import { launch } from './browser/launch';
import { pageScript } from './page-script';
import type { FrameReport } from './read-in-page';

const DEFAULT_URL = 'https://dichvucong.example/';

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  htm: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/** The reader and all it imports as one classic script. */
export function readerScript(): Promise<string> {
  return pageScript(fileURLToPath(new URL('./read-in-page.ts', import.meta.url)));
}

/** One tab that reads file after file. */
export class FileReader {
  private constructor(
    private readonly page: Page,
    private readonly script: string,
  ) {}

  /** @param script see `readerScript` */
  static async open(browser: Browser, script: string): Promise<FileReader> {
    const page = await browser.newPage();
    const reader = new FileReader(page, script);
    await page.setRequestInterception(true);
    page.on('request', (request) => void answer(request, reader.asked));
    return reader;
  }

  private asked = { url: DEFAULT_URL, file: '', html: Buffer.alloc(0) };

  /** Reads a file as if it stood at `url`. Throws where the file cannot be read. */
  async read(file: string, url = DEFAULT_URL): Promise<FrameReport> {
    this.asked = { url, file, html: await readFile(file) };
    const system = systemOfUrl(CATALOGUE, url);
    const profile = system ? profileOf(system) : null;
    await this.page.goto(url, { waitUntil: 'load', timeout: 20_000 });
    const reports: FrameReport[] = [];
    for (const frame of this.page.frames()) {
      if (!sameOrigin(frame, url)) continue;
      await frame.evaluate(this.script);
      reports.push(await frame.evaluate((p) => window.soiRead(p), profile));
    }
    return together(reports);
  }
}

const sameOrigin = (frame: Frame, url: string): boolean => {
  const own = frame.url();
  if (own === 'about:blank' || own === 'about:srcdoc') return true;
  return URL.canParse(own) && new URL(own).origin === new URL(url).origin;
};

/** The page itself, and files of its folder; nothing else is reachable. */
async function answer(
  request: HTTPRequest,
  { url, file, html }: { url: string; file: string; html: Buffer },
): Promise<void> {
  const asked = new URL(request.url());
  const base = new URL(url);
  if (asked.protocol === 'data:' || asked.protocol === 'blob:') return request.continue();
  if (request.isNavigationRequest() && request.frame() === request.frame()?.page().mainFrame()) {
    return request.respond({ status: 200, contentType: TYPES.html, body: html });
  }
  const folder = dirname(resolve(file));
  const sibling = join(folder, decodeURIComponent(asked.pathname.slice(new URL('.', base).pathname.length)));
  const inFolder = asked.origin === base.origin && sibling.startsWith(folder + sep);
  const body = inFolder ? await readFile(sibling).catch(() => null) : null;
  if (!body) return request.abort('blockedbyclient');
  const type = TYPES[sibling.split('.').pop() ?? ''] ?? 'application/octet-stream';
  return request.respond({ status: 200, contentType: type, body });
}

/** Frames of one page together; a dossier of several frames is one, a field on which they differ is left out. */
function together(reports: FrameReport[]): FrameReport {
  const why = reports.map((report) => report.explanation);
  const joined: FrameReport = {
    dossiers: [],
    components: [],
    doubts: reports.flatMap((report) => report.doubts),
    unread: reports.find((report) => report.unread)?.unread,
    explanation: {
      layout: (['misfit', 'fits'] as const).find((one) => why.some(({ layout }) => layout === one)) ?? 'none',
      unread: why.find((one) => one.unread)?.unread,
      dossiers: why.flatMap(({ dossiers }) => dossiers),
      leftOut: why.flatMap(({ leftOut }) => leftOut),
    },
  };
  for (const dossier of reports.flatMap((report) => report.dossiers)) {
    const known = joined.dossiers.find((one) => one.reading.code === dossier.reading.code);
    if (!known) {
      joined.dossiers.push(dossier);
      continue;
    }
    const merged: Record<string, unknown> = { ...known.reading };
    for (const [field, value] of Object.entries(dossier.reading)) {
      if (merged[field] === undefined) merged[field] = value;
      else if (merged[field] !== value) delete merged[field];
    }
    known.reading = { ...merged, code: dossier.reading.code };
    known.procedureText ??= dossier.procedureText;
  }
  joined.components = [...new Set(reports.flatMap((report) => report.components))];
  return joined;
}

/** One output line. Absent fields are absent. */
function line(file: string, report: FrameReport, explain: boolean): string {
  const dossiers = report.dossiers.map(({ reading, procedureText }) => {
    const said = reading.statusText ? classifyStatus(reading.statusText) : null;
    return {
      code: reading.code,
      statusText: reading.statusText,
      status: said?.kind === 'status' ? said.status : undefined,
      receivedAt: reading.receivedAt,
      dueAt: reading.dueAt,
      procedureName: reading.procedureName ?? procedureText,
      procedureCode: reading.procedureCode,
      ...(explain && { reading }),
    };
  });
  const procedure = report.dossiers.length === 1 ? dossiers[0]?.procedureName : undefined;
  const components = report.components.map((text) => ({
    text,
    papers: matchPapers(text, { procedure }).papers,
  }));
  const { doubts, explanation, unread } = report;
  return JSON.stringify({ file, dossiers, components, unread, ...(explain && { doubts, explanation }) });
}

async function main(args: string[]): Promise<number> {
  let url = DEFAULT_URL;
  let explain = false;
  const files: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--url') url = args[++at] ?? '';
    else if (arg === '--explain') explain = true;
    else files.push(arg);
  }
  if (files.length === 0 || !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
    process.stderr.write('usage: npm run -s read -- [--url URL] [--explain] FILE.html …\n');
    return 1;
  }
  const script = await readerScript();
  const { browser, close } = await launch({ headless: true });
  let failed = 0;
  const reader = await FileReader.open(browser, script);
  try {
    for (const file of files) {
      try {
        process.stdout.write(`${line(file, await reader.read(file, url), explain)}\n`);
      } catch (error) {
        failed = 1;
        const [reason] = String(error instanceof Error ? error.message : error).split('\n');
        process.stderr.write(`${file}: ${reason}\n`);
      }
    }
  } finally {
    await close();
  }
  return failed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
