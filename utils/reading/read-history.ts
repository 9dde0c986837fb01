/**
 * When the present state began, by the page's own history (quá trình xử lý). Its rows are never the state: they only date
 * it. Only states and times are looked at; who did it is not.
 */
import type { Reading } from '../dossier/sighting';
import type { LocalTime } from '../dossier/time';
import { timesIn } from './field-values';
import type { Grids } from './grid';
import type { Leaf, PageText } from './page-text';
import { holds } from './visibility';
import { isState, stateWords } from './wording';

interface Event {
  time: LocalTime;
  state: string;
}

/** Ended, with a result at hand or handed over: the end of processing (Bộ chỉ số 766, 2.1). */
const RESOLVED = /\b(?:xu ly|giai quyet) xong\b|^da (?:giai quyet|co ket qua|xu ly)$/;
const RETURNED = /^da (?:tra|hoan thanh)\b/;

/** `statusAt` (and `resolvedAt`) for a dossier whose history stands in `entries`: each the texts of one row. */
export function datesFromHistory(statusText: string, entries: string[][]): Partial<Reading> {
  const now = plain(statusText);
  const events = entries.flatMap((texts) => eventOf(texts, now)).sort((a, b) => (a.time < b.time ? -1 : 1));
  // The last run of the present state; a later other state means that history and page disagree.
  let first = events.length;
  while (events[first - 1]?.state === now) first--;
  const began = events[first];
  if (!began) return {};
  const found: Partial<Reading> = { statusAt: began.time };
  if (RESOLVED.test(now) || RETURNED.test(now)) {
    found.resolvedAt = (events.find((event) => RESOLVED.test(event.state)) ?? began).time;
  }
  return found;
}

/** One row names one time and one state, or nothing. What is neither a state nor the present words dates nothing. */
function eventOf(texts: string[], now: string): Event[] {
  const times = [...new Set(texts.flatMap((text) => timesIn(text).map((found) => found.time)))];
  const states = new Set(texts.filter((text) => plain(text) === now || isState(text)).map(plain));
  const [time] = times;
  const [state] = states;
  return time && state && times.length === 1 && states.size === 1 ? [{ time, state }] : [];
}

/** Words of a state to compare by: "Hồ sơ đã tiếp nhận" and "Đã tiếp nhận hồ sơ" are one. */
const plain = (text: string): string => stateWords(text).replace(/^ho so | ho so$/g, '');

const STATE = /^(?:trang thai|tinh trang)\b/;
/** Columns that say when something was done; a deadline says when it should be. */
const WHEN = new Set(['when', 'receivedAt', 'resolvedAt', 'submitted', 'statusAt']);

/** Rows of the tables in a block that date states and hold no dossier's code: the cells of times and of states. */
export function entriesOfTables(block: ParentNode, grids: Grids, page: PageText): string[][] {
  const entries: string[][] = [];
  for (const table of block.querySelectorAll('table,[role=grid],[role=table]')) {
    const grid = grids.table(table);
    const labels = grid?.columns.map((column) => column?.parts[0]) ?? [];
    const says = labels.map((label) => {
      if (!label || label.kind === 'payment') return false;
      return (
        WHEN.has(label.kind) || label.kind === 'statusText' || label.kind === 'what' || STATE.test(label.text)
      );
    });
    const times = labels.filter((label) => label && WHEN.has(label.kind));
    if (!grid || labels.some((label) => label?.kind === 'code') || times.length !== 1) continue;
    for (const row of grid.rows) {
      if (!row.elements.every((element) => page.shows(element))) continue;
      const cells = row.cells.filter((cell, index) => cell && says[index]) as Element[];
      entries.push(cells.flatMap((cell) => page.phrases(page.leaves(cell)).map((phrase) => phrase.text)));
    }
  }
  return entries;
}

/** Entries of a timeline: around each time the largest element that holds no other. */
export function entriesOfSection(leaves: Leaf[]): string[][] {
  const dated = leaves.filter((leaf) => timesIn(leaf.text).length > 0);
  return dated.map((leaf) => {
    let entry = leaf.element;
    const others = dated.filter((other) => other !== leaf);
    for (let up = entry.parentElement; up; up = up.parentElement) {
      if (others.some((other) => holds(up, other.node)) || !leaves.some((one) => !holds(entry, one.node)))
        break;
      entry = up;
    }
    return leaves.filter((one) => holds(entry, one.node)).map((one) => one.text);
  });
}
