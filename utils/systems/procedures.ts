/**
 * The national catalogue of procedures (thủ tục hành chính), as `public/procedures.tsv` carries it: seven ministries of
 * mid-2026, the rest is missing. Loaded only when a reading names a procedure.
 */
import { fold } from '../dossier/fold';

export interface Procedure {
  /** Mã TTHC, e.g. 1.000894 */
  code: string;
  name: string;
  /** Slug of the ministry that answers for it, e.g. bo-tu-phap. */
  ministry: string;
  /** ministry, province, commune, other */
  levels: string[];
  sector: string;
  /** Time limits by channel as the catalogue words them, e.g. online:3working-day; there may be several of one channel. */
  timeLimits: string[];
}

export interface Procedures {
  of(code: string): Procedure | null;
  nameOf(code: string): string | null;
  /** Code of exactly this name, any case and accents; null also when two procedures share the name. */
  codeOf(name: string): string | null;
}

/** What an office says of a procedure itself: each part goes before the catalogue's own. */
export type OfficeProcedure = Partial<Omit<Procedure, 'code'>>;

const COLUMNS = ['code', 'name', 'ministry', 'levels', 'sector', 'timeLimits'];

/** Several systems print a national code with the agency's behind it: 1.116360.H36, 1.004873.000.00.00.H26. */
const CODE = /^(\d\.\d{6})(\.[\dA-Z.]+)?$/;

/** @throws when the text has another first line than the file: a bug of the build */
export function parseProcedures(tsv: string, office: Record<string, OfficeProcedure> = {}): Procedures {
  const [header, ...lines] = tsv.split(/\r?\n/).filter(Boolean);
  if (header !== undefined && header !== COLUMNS.join('\t'))
    throw new Error('procedures.tsv has other columns');
  const byCode = new Map<string, Procedure>();
  for (const line of lines) {
    const [code = '', name = '', ministry = '', levels = '', sector = '', timeLimits = ''] = line.split('\t');
    byCode.set(code, {
      code,
      name,
      ministry,
      levels: levels.split(',').filter(Boolean),
      sector,
      timeLimits: timeLimits.split(' ').filter(Boolean),
    });
  }
  for (const [code, own] of Object.entries(office)) {
    byCode.set(code, { ...(byCode.get(code) ?? unnamed(code)), ...own });
  }
  // Folding thousands of names takes longer than all the rest: only when a name is looked for.
  let byName: Map<string, string | null> | undefined;
  const of = (text: string) => byCode.get(CODE.exec(text.trim())?.[1] ?? '') ?? null;
  return {
    of,
    nameOf: (code) => of(code)?.name || null,
    codeOf: (name) => {
      byName ??= namesOf(byCode.values());
      return byName.get(fold(name)) ?? null;
    },
  };
}

function unnamed(code: string): Procedure {
  return { code, name: '', ministry: '', levels: [], sector: '', timeLimits: [] };
}

function namesOf(procedures: Iterable<Procedure>): Map<string, string | null> {
  const byName = new Map<string, string | null>();
  for (const { code, name } of procedures) {
    const folded = fold(name);
    if (folded) byName.set(folded, byName.has(folded) ? null : code);
  }
  return byName;
}
