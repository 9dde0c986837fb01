/**
 * A platform's profile: where its blocks and their fields stand. Tried first and believed only where it proves itself: a
 * block counts when its code is a code and at least one more field reads as what it should be. Else the generic reader
 * takes over, and the page says so.
 */
import { type DossierCode, parseCode, parseLocalCode } from '../dossier/code';
import { fold } from '../dossier/fold';
import type { Reading } from '../dossier/sighting';
import type { FieldSource, Layout, ReadingField, ReadingProfile } from '../systems/profile';
import { procedureCodeOf, procedureOf, statusOf, timeOf } from './field-values';
import type { PageText } from './page-text';
import type { Place } from './place';
import { isState, STATE_WORD, stateWords } from './wording';

export interface ProfileBlock {
  element: Element;
  reading: Reading;
  place: Place;
}

/** A page that lists so many dossiers is a list: were the profile's blocks still there, it would have read some. */
const A_LIST = 3;

/** Blocks that fit, and whether what the profile names as blocks no longer reads so. */
export function readByProfile(
  root: ParentNode,
  profile: ReadingProfile,
  page: PageText,
): { blocks: ProfileBlock[]; misfit: boolean } {
  const blocks: ProfileBlock[] = [];
  let misfits = 0;
  for (const { selector, fields } of profile.blocks ?? []) {
    for (const element of root.querySelectorAll(selector)) {
      if (!page.shows(element)) continue;
      const block = readBlock(element, fields, page);
      if (block) blocks.push(block);
      else if (page.leaves(element).length > 1) misfits++;
    }
  }
  return { blocks, misfit: misfits > blocks.length };
}

/**
 * How the profile fared. A list outside of tables on a platform whose lists stand in blocks is a new layout; so is any
 * list on a page whose blocks were read before.
 * @param listed dossiers read in all, and of them those outside of lists under headers
 */
export function layoutOf(
  profile: ReadingProfile | null | undefined,
  { blocks, misfit }: { blocks: ProfileBlock[]; misfit: boolean },
  listed: { all: number; loose: number },
  fitted = false,
): Layout {
  if (!profile?.blocks) return 'none';
  if (misfit) return 'misfit';
  if (blocks.length > 0) return 'fits';
  return (fitted ? listed.all : listed.loose) < A_LIST ? 'none' : 'misfit';
}

function readBlock(
  element: Element,
  fields: Partial<Record<ReadingField, FieldSource>>,
  page: PageText,
): ProfileBlock | null {
  const at = fields.code && find(element, fields.code, page);
  const text = at ? textOf(at, fields.code as FieldSource, page) : '';
  const code: DossierCode | undefined = parseCode(text)?.code ?? parseLocalCode(text) ?? undefined;
  if (!at || !code) return null;
  const reading: Reading = { code };
  for (const [field, source] of Object.entries(fields) as [ReadingField, FieldSource][]) {
    const place = field === 'code' ? null : find(element, source, page);
    const value = place && valueFor(field, textOf(place, source, page), source);
    if (value) Object.assign(reading, value);
  }
  return Object.keys(reading).length > 1
    ? { element, reading, place: { kind: 'element', element: at } }
    : null;
}

function find(block: Element, source: FieldSource, page: PageText): Element | null {
  for (const match of block.querySelectorAll(source.selector)) {
    if (source.text && !fold(match.textContent ?? '').startsWith(source.text)) continue;
    const at = source.parentNext ? match.parentElement?.nextElementSibling : match;
    if (at && page.shows(at)) return at;
  }
  return null;
}

function textOf(element: Element, source: FieldSource, page: PageText): string {
  if (source.attr) return element.getAttribute(source.attr)?.trim() ?? '';
  return page
    .phrases(page.leaves(element))
    .map((phrase) => phrase.text)
    .join(' ');
}

function valueFor(field: ReadingField, text: string, source: FieldSource): Partial<Reading> | null {
  if (field === 'receivedAt' || field === 'dueAt' || field === 'resolvedAt' || field === 'statusAt') {
    const time = timeOf(text);
    return time && time !== 'several' ? { [field]: time } : null;
  }
  if (field === 'statusText') {
    if (source.known && !(isState(text) && STATE_WORD.test(stateWords(text)))) return null;
    const said = statusOf([text]);
    return said.text ? { statusText: said.text } : null;
  }
  if (field === 'procedureName') {
    const { name, code } = procedureOf(text);
    return name ? { procedureName: name, ...(code && { procedureCode: code }) } : null;
  }
  const code = field === 'procedureCode' ? procedureCodeOf(text) : text;
  return code ? { [field]: code } : null;
}
