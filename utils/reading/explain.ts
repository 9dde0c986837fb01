/**
 * From what the reader traces to the explanation: each believed value is traced back to the candidate that alone would
 * have brought it, the best of them first. So the explanation follows the rules themselves and cannot drift from them.
 */
import type { DossierCode } from '../dossier/code';
import { parseCode } from '../dossier/code';
import type { Reading } from '../dossier/sighting';
import { believe, type Candidate, type Doubt } from './candidates';
import type {
  FieldExplanation,
  LeftOut,
  PageExplanation,
  ReadBy,
  ReadFrom,
  Trace,
  Traced,
} from './explanation';
import { sameTime } from './field-values';
import type { DossierReading, PageReading } from './index';
import type { LabelKind } from './labels';
import { maskField, maskLabel } from './mask-field';
import { overdueOf } from './wording';

interface Step {
  by: Parameters<Trace>[0];
  read: Traced;
}

/** Of a row, by how far the text stood from the code (read-rows.ts). */
const ROW: ReadBy[] = ['column', 'cell-label', 'words', 'row-below'];
/** As many places as a doubt is worth. */
const MOST_PLACES = 4;

/** Takes the reader's trace; `explain` then says why its report is what it is. */
export class Explainer {
  readonly #steps: Step[] = [];
  readonly #only: DossierCode | undefined;

  /** @param only the dossier that is asked about; absent: all */
  constructor(only?: DossierCode) {
    this.#only = only;
  }

  readonly trace: Trace = (by, read) => {
    if (this.#asks(read.code)) this.#steps.push({ by, read });
  };

  #asks(code: DossierCode | null | undefined): boolean {
    return this.#only === undefined || code === this.#only;
  }

  explain(report: PageReading): PageExplanation {
    return {
      layout: report.layout,
      ...(report.unread && { unread: report.unread }),
      dossiers: report.dossiers
        .filter(({ reading }) => this.#asks(reading.code))
        .map((dossier) => ({
          code: dossier.reading.code,
          fields: this.#fields(dossier),
          leftOut: this.#leftOut(report.doubts, dossier.reading.code),
        })),
      leftOut: this.#leftOut(report.doubts, undefined),
    };
  }

  #fields({ reading, procedureText }: DossierReading): FieldExplanation[] {
    const steps = this.#steps.filter(({ read }) => read.code === reading.code);
    const said = { ...reading, ...(procedureText && { procedureName: procedureText }) };
    return (Object.keys(said) as (keyof Reading)[])
      .filter((field) => said[field] !== undefined)
      .map((field) => {
        const value = said[field] as string | boolean;
        return {
          field,
          value:
            typeof value === 'boolean' || /^(?:payment|channel)$/.test(field)
              ? `${value}`
              : mask(field, value),
          ...sourceOf(field, value, steps),
        };
      });
  }

  #leftOut(doubts: Doubt[], code: DossierCode | undefined): LeftOut[] {
    return doubts
      .filter((doubt) => doubt.code === code)
      .map(({ field, reason, labels }) => {
        const from = this.#steps
          .filter(({ read }) => read.code === code)
          .flatMap(({ read }) => read.candidates)
          .filter(({ label }) => kindsOf(field).includes(label.kind))
          .map((candidate) => fromOf(field, candidate));
        const named = labels.map((label): ReadFrom => ({ label: maskLabel(label) }));
        return { field, reason, from: distinct(from.length > 0 ? from : named) };
      });
  }
}

function kindsOf(field: Doubt['field']): LabelKind[] {
  if (field === 'dueAt') return ['dueAt', 'stepDue'];
  return field === 'procedureName' ? ['procedureName', 'procedureCode'] : [field as LabelKind];
}

/** Where a value comes from: the profile, the best candidate that says the same, or what is not a candidate. */
function sourceOf(field: keyof Reading, value: string | boolean, steps: Step[]): ReadFrom & { by: ReadBy } {
  if (steps.some(({ by, read }) => by === 'profile' && read.reading?.[field] === value)) {
    return { by: 'profile', text: mask(field, `${value}`) };
  }
  if (field === 'code' || field === 'otherCode') return codeSource(field, `${value}`, steps);
  const found = steps
    .flatMap(({ by, read }) => read.candidates.map((candidate) => ({ by, candidate })))
    .filter(({ candidate }) => says(candidate, field, value))
    .sort((a, b) => order(a.candidate) - order(b.candidate));
  const [best] = found;
  if (best) {
    const { candidate } = best;
    const by = candidate.label.text === '' ? 'words' : best.by === 'row' ? ROW[candidate.distance] : 'label';
    return { by: by ?? 'label', ...fromOf(field, candidate) };
  }
  if (field === 'overdueShown') {
    const text = steps.flatMap(({ read }) => read.late ?? []).find((one) => overdueOf(one) === value);
    return { by: 'lateness', ...(text && { text: mask(field, text) }) };
  }
  return { by: 'history' };
}

function codeSource(field: 'code' | 'otherCode', code: string, steps: Step[]): ReadFrom & { by: ReadBy } {
  const shown = steps.map(({ read }) => read.codeLabel).find((label) => label);
  const label = shown && { label: maskLabel(shown.shown ?? shown.text) };
  if (field === 'otherCode') return { by: 'second-code', text: code };
  return { by: parseCode(code) ? 'code-shape' : 'code-label', ...label, text: code };
}

function says(candidate: Candidate, field: keyof Reading, value: string | boolean): boolean {
  const { reading, weakName } = believe([candidate]);
  const said = field === 'procedureName' ? (reading.procedureName ?? weakName) : reading[field];
  if (said === undefined) return false;
  if (/At$/.test(field)) return sameTime(`${said}`, `${value}`) !== undefined;
  return `${said}`.toLowerCase() === `${value}`.toLowerCase();
}

const order = ({ label, distance }: Candidate): number => label.rank * 1_000 + distance;

function fromOf(field: Doubt['field'], { label, phrases }: Candidate): ReadFrom {
  const shown = label.shown ?? label.text;
  return {
    ...(shown !== '' && { label: maskLabel(shown) }),
    text: phrases.map((phrase) => mask(field, phrase)).join('; '),
  };
}

const mask = (field: Doubt['field'], text: string): string => maskField(field as keyof Reading, text);

function distinct(places: ReadFrom[]): ReadFrom[] {
  const seen = new Map(places.map((place) => [`${place.label}\n${place.text}`, place]));
  return [...seen.values()].slice(0, MOST_PLACES);
}
