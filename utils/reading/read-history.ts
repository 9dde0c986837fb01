/**
 * When the present state began, by the page's own history (quá trình xử lý). Its rows are never the state: they only date
 * it. Only states and times are looked at; who did it is not.
 */
import type { Reading } from '../dossier/sighting';
import { classifyStatus } from '../dossier/status';
import { type LocalTime, toInstant } from '../dossier/time';
import { timesIn } from './field-values';
import type { Grids } from './grid';
import type { Leaf, PageText } from './page-text';
import { holds } from './visibility';

interface Event {
  time: LocalTime;
  state: string;
}

/** `statusAt` (and `resolvedAt`) for a dossier whose history stands in `entries`: each the texts of one row. */
export function datesFromHistory(statusText: string, entries: string[][]): Partial<Reading> {
  const events = entries.flatMap(eventOf).sort((a, b) => toInstant(a.time) - toInstant(b.time));
  const now = stateOf(statusText);
  // The last run of the present state; a later other state means that history and page disagree.
  let first = events.length;
  while (events[first - 1]?.state === now) first--;
  const began = events[first];
  if (!began || !now) return {};
  const found: Partial<Reading> = { statusAt: began.time };
  if (now === 'resolved' || now === 'returned') {
    found.resolvedAt = (events.find((event) => event.state === 'resolved') ?? began).time;
  }
  return found;
}

/** One row names one time and one state, or nothing. */
function eventOf(texts: string[]): Event[] {
  const times = [...new Set(texts.flatMap((text) => timesIn(text).map((found) => found.time)))];
  const states = new Set(texts.map((text) => stateOf(withoutTimes(text))).filter((state) => state !== null));
  const [time] = times;
  const [state] = states;
  return time && state && times.length === 1 && states.size === 1 ? [{ time, state }] : [];
}

/** A known state by its canonical name. What is in no table dates nothing. */
function stateOf(text: string): string | null {
  const said = classifyStatus(text);
  return said.kind === 'status' ? said.status : null;
}

function withoutTimes(text: string): string {
  let rest = text;
  for (const { start, end } of timesIn(text).reverse()) rest = rest.slice(0, start) + rest.slice(end);
  return rest.replace(/^[\s:–-]+|[\s:–-]+$/g, '');
}

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
