/**
 * `npm run -s score -- FOLDER …`: how well the reader reads pages that somebody else wrote. Each folder within FOLDER
 * holds page.html and expected.json: what a person reads there, as displayed. Prints each difference, then F1 by field.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseCode } from '../utils/dossier/code';
import { fold } from '../utils/dossier/fold';
import { timesIn } from '../utils/reading/field-values';
import { squeeze } from '../utils/reading/squeeze';
import { launch } from './browser/launch';
import { FileReader, readerScript } from './read';

type Report = Awaited<ReturnType<FileReader['read']>>;
type Shown = Record<string, string | undefined>;

/** What a person reads. A field that the page does not show is absent; one in `optional` may be left out. */
interface Expected {
  url?: string;
  dossiers: (Shown & { code: string; optional?: string[]; statusTextAlso?: string[] })[];
  components?: (string | { name: string })[];
  optionalDossiers?: boolean;
  optionalComponents?: boolean;
}

const code = (text: string): string => parseCode(text)?.code ?? squeeze(text).toUpperCase();
const day = (text: string): string => timesIn(text)[0]?.time.slice(0, 10) ?? text;
const name = (text: string): string => fold(squeeze(text));
const channel = (text: string): string =>
  /post|buu/.test(fold(text)) ? 'post' : /online|tuyen/.test(fold(text)) ? 'online' : 'in-person';

const FIELDS: Record<string, (text: string) => string> = {
  statusText: squeeze,
  receivedDate: day,
  dueDate: day,
  resolved: day,
  procedureName: name,
  procedureCode: (text) => text.trim(),
  agency: name,
  channel,
  otherCode: code,
};

export class Score {
  private readonly counts = new Map<string, { right: number; wrong: number; missing: number }>();

  count(field: string, what: 'right' | 'wrong' | 'missing'): void {
    const counted = this.counts.get(field) ?? { right: 0, wrong: 0, missing: 0 };
    counted[what] += 1;
    this.counts.set(field, counted);
  }

  /** One line a field: F1 is 2 · right / (2 · right + wrong + missing). */
  toString(): string {
    const lines = [...this.counts].map(([field, { right, wrong, missing }]) => {
      const f1 = (2 * right) / (2 * right + wrong + missing);
      return `${field.padEnd(14)} ${f1.toFixed(3)}  right ${right}, wrong ${wrong}, missing ${missing}`;
    });
    return lines.join('\n');
  }
}

/**
 * Counts one page.
 * @param noted the fields that whoever wrote the pages took note of
 * @returns its differences, a line each
 */
export function compare(
  expected: Expected,
  report: Report,
  noted: ReadonlySet<string>,
  score: Score,
): string[] {
  const differences: string[] = [];
  const differ = (field: string, what: 'wrong' | 'missing', text: string): void => {
    score.count(field, what);
    differences.push(`${what} ${field}: ${text}`);
  };
  const read = new Map(report.dossiers.map((one) => [code(one.reading.code), one]));
  for (const dossier of expected.dossiers) {
    const found = read.get(code(dossier.code));
    read.delete(code(dossier.code));
    if (!found && expected.optionalDossiers) continue;
    if (found) score.count('code', 'right');
    else differ('code', 'missing', dossier.code);
    const { reading, procedureText } = found ?? {};
    const got: Shown = {
      ...(reading as Shown | undefined),
      receivedDate: reading?.receivedAt,
      dueDate: reading?.dueAt,
      resolved: reading?.resolvedAt,
      procedureName: reading?.procedureName ?? procedureText,
    };
    for (const [field, same] of Object.entries(FIELDS)) {
      if (!noted.has(field)) continue;
      const [wanted, had] = [dossier[field], got[field]];
      if (had === undefined && (wanted === undefined || dossier.optional?.includes(field))) continue;
      const also = field === 'statusText' ? (dossier.statusTextAlso ?? []) : [];
      const text = `${dossier.code} “${had ?? ''}”, not “${wanted ?? ''}”`;
      if (had === undefined) differ(field, 'missing', text);
      else if ([wanted, ...also].some((one) => one !== undefined && same(one) === same(had)))
        score.count(field, 'right');
      else {
        differ(field, 'wrong', text);
        if (wanted !== undefined) score.count(field, 'missing');
      }
    }
  }
  for (const [extra] of read) differ('code', 'wrong', extra);
  const left = report.components.map(name);
  for (const one of expected.components ?? []) {
    const component = typeof one === 'string' ? one : one.name;
    const at = left.indexOf(name(component));
    if (at >= 0) {
      left.splice(at, 1);
      score.count('components', 'right');
    } else if (!expected.optionalComponents) differ('components', 'missing', component);
  }
  for (const extra of left) differ('components', 'wrong', extra);
  return differences;
}

async function main(folders: string[]): Promise<number> {
  if (folders.length === 0) {
    process.stderr.write('usage: npm run -s score -- FOLDER …\n');
    return 1;
  }
  const score = new Score();
  const { browser, close } = await launch({ headless: true });
  try {
    const reader = await FileReader.open(browser, await readerScript());
    for (const folder of folders) {
      const inside = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'expected.json')));
      const pages = inside.sort().map((name) => {
        const text = readFileSync(join(folder, name, 'expected.json'), 'utf8');
        return { name, expected: JSON.parse(text) as Expected };
      });
      const noted = new Set(pages.flatMap(({ expected }) => expected.dossiers.flatMap(Object.keys)));
      for (const { name, expected } of pages) {
        const report = await reader.read(join(folder, name, 'page.html'), expected.url);
        for (const line of compare(expected, report, noted, score))
          process.stdout.write(`${name}  ${line}\n`);
      }
    }
  } finally {
    await close();
  }
  process.stdout.write(`${score}\n`);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
