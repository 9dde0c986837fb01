/** One instant of a page and its marks, taken by the debugger at once: which mark stands at which row. */
import type { CDPSession } from 'puppeteer-core';
import { findCodes } from '../../utils/dossier/code';

export interface Instant {
  /** Codes that marks speak of, one for each mark. */
  marks: { code: string; x: number; y: number }[];
  /** Codes that the page shows, one for each row; the row's box. */
  rows: { code: string; top: number; bottom: number }[];
}

/** @param client a session of the page. Frames of the same process are part of it. */
export async function instantOf(client: CDPSession): Promise<Instant> {
  const { documents, strings } = await client.send('DOMSnapshot.captureSnapshot', { computedStyles: [] });
  const instant: Instant = { marks: [], rows: [] };
  for (const { nodes, layout } of documents) {
    const boxOf = new Map(layout.nodeIndex.map((node, at) => [node, layout.bounds[at]]));
    const children = new Map<number, number[]>();
    (nodes.parentIndex ?? []).forEach((parent, node) => {
      children.set(parent, [...(children.get(parent) ?? []), node]);
    });
    const textOf = (node: number): string => {
      const own = strings[nodes.nodeValue?.[node] ?? -1] ?? '';
      return [own, ...(children.get(node) ?? []).map(textOf)].join(' ');
    };
    (nodes.nodeName ?? []).forEach((name, node) => {
      const [x = 0, y = 0, width = 0, height = 0] = boxOf.get(node) ?? [];
      if (strings[name] === 'TR' && width > 0) {
        const [found] = findCodes(textOf(node));
        if (found) instant.rows.push({ code: found.code, top: y, bottom: y + height });
      }
      const said = attributes(nodes.attributes?.[node] ?? [], strings);
      if (strings[name] !== 'BUTTON' || !said.class?.startsWith('mark') || said.class.includes('away'))
        return;
      const [found] = findCodes(said['aria-label'] ?? '');
      if (found && width > 0) instant.marks.push({ code: found.code, x: x + width / 2, y: y + height / 2 });
    });
  }
  return instant;
}

function attributes(list: number[], strings: string[]): Record<string, string> {
  const said: Record<string, string> = {};
  for (let at = 0; at + 1 < list.length; at += 2)
    said[strings[list[at] ?? -1] ?? ''] = strings[list[at + 1] ?? -1] ?? '';
  return said;
}

/** Marks of dossiers that no row shows. */
export function ghosts({ marks, rows }: Instant): string[] {
  const shown = new Set(rows.map(({ code }) => code));
  return marks.map(({ code }) => code).filter((code) => !shown.has(code));
}

/** Marks that stand at the row of another dossier. */
export function misplaced({ marks, rows }: Instant): string[] {
  return marks.flatMap(({ code, y }) => {
    const at = rows.filter(({ top, bottom }) => top <= y && y <= bottom);
    return at.length > 0 && !at.some((row) => row.code === code) ? [`${code} at ${at[0]?.code}`] : [];
  });
}
