/**
 * The procedures (thủ tục hành chính) that a page without dossiers names: a procedure's own page, a list to choose from,
 * an empty form. By number or name, beside a label that says so; a name counts only where the catalogue has it.
 */
import { fold } from '../dossier/fold';
import { baseProcedureCode } from '../dossier/procedure-code';
import { procedureCodeOf, procedureOf, soundsLikeProcedure } from './field-values';
import { TABLES } from './grid-rows';
import type { Label } from './labels';
import { MOST_LOOSE } from './limits';
import { MarkedText } from './marked-text';
import type { Leaf } from './page-text';
import { type Place, wholeOf } from './place';
import type { Known } from './rest';

/** A procedure as a page names it: one of number and name is there. */
export interface NamedProcedure {
  /** The national number, without an agency's tail. */
  code?: string;
  name?: string;
  place: Place;
}

/** More are a catalogue: who looks through it asks for no papers yet. */
export const MOST_NAMED = 20;
const LONGEST_NAME = 500;

type Named = Omit<NamedProcedure, 'place'>;

/** Labels of lesser rank ("Về việc", "Trường hợp") may stand beside a citizen's own words. */
const names = (label: Label | null | undefined): boolean =>
  label?.kind === 'procedureCode' || (label?.kind === 'procedureName' && label.rank < 2);

function namedBy(label: Label, text: string): Named {
  if (label.kind === 'procedureCode') {
    const code = baseProcedureCode(procedureCodeOf(text) ?? '');
    return code ? { code } : {};
  }
  const { code, name = '' } = procedureOf(text);
  if (!name || name.length > LONGEST_NAME) return {};
  // Behind words that name no procedure it may be any number.
  const number = code && soundsLikeProcedure(name) ? baseProcedureCode(code) : null;
  return number ? { code: number, name } : { name };
}

/** Yields now and then, for slices. @returns each once, in document order; none where there are too many */
export function* procedureSteps({
  parts,
  page,
  labels,
  grids,
}: Known): Generator<undefined, NamedProcedure[]> {
  const found = new Map<string, NamedProcedure>();
  const add = (named: Named, leaf: Leaf | undefined): void => {
    const key = named.code ?? fold(named.name ?? '');
    const place = leaf && placeOf(leaf);
    if (key && place && !found.has(key)) found.set(key, { ...named, place });
  };
  const lists = new Set<Element>();
  const root = parts[0] as Node;
  for (const table of parts.flatMap((part) => [...part.querySelectorAll(TABLES)])) {
    const grid = grids.table(table);
    const told = grid?.columns.flatMap((column, at) => {
      const label = column?.parts.find(names);
      return label ? { label, at } : [];
    });
    if (!grid || !told?.length) continue;
    lists.add(table);
    for (const row of grid.rows) {
      yield undefined;
      let named: Named = {};
      let leaf: Leaf | undefined;
      for (const { label, at } of told) {
        const cell = row.cells[at];
        const leaves = cell && page.shows(cell) ? page.leaves(cell).filter(isText) : [];
        const said = namedBy(label, leaves[0]?.text ?? '');
        if (said.code || said.name) leaf ??= leaves[0];
        named = { ...said, ...named };
      }
      add(named, leaf);
      if (found.size > MOST_NAMED) return [];
    }
  }
  const leaves = yield* page.leafSteps(
    root,
    (element) => lists.has(element) || /^(?:nav|footer)$/.test(element.localName),
  );
  if (leaves.length > MOST_LOOSE) return [];
  const { pairs } = yield* MarkedText.steps(leaves, page, labels, root);
  for (const { label, at, inline, from, to, loose } of pairs) {
    if (loose || !names(label)) continue;
    const value = leaves.slice(from, to).filter(isText);
    const text = inline || page.phrases(value)[0]?.text || '';
    add(namedBy(label, text), inline ? leaves[at] : value[0]);
  }
  return found.size > MOST_NAMED ? [] : [...found.values()];
}

/** What is chosen or typed may still change; what can only be read is the page's word. */
const isText = ({ control, element, button }: Leaf): boolean =>
  !button && (!control || element.matches('[readonly],[disabled]'));

const placeOf = ({ node, element }: Leaf): Place =>
  node.nodeType === 3 ? wholeOf(node as Text) : { kind: 'element', element };
