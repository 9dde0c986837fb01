/** What is painted on a page, seen as the debugger sees it: through the closed shadow root, which the page cannot pass. */
import type { CDPSession, Page, Protocol } from 'puppeteer-core';

export interface Painted {
  /** Accessible name of a mark, button or dialog. */
  label: string;
  role: string;
  /** Text inside. */
  text: string;
  /** In pixels of the top frame's viewport; null when it has no box. */
  box: { x: number; y: number; width: number; height: number } | null;
}

type Node = Protocol.DOM.Node;

function attribute(node: Node, name: string): string {
  const at = node.attributes?.indexOf(name) ?? -1;
  return at >= 0 && at % 2 === 0 ? (node.attributes?.[at + 1] ?? '') : '';
}

/** The layer paints its words from attributes, so that the page's own search does not find them. */
function textOf(node: Node): string {
  const own = node.nodeType === 3 ? node.nodeValue : attribute(node, 'data-t');
  return [own, ...(node.children ?? []).map(textOf)].filter(Boolean).join(' ').trim();
}

function* within(node: Node): Generator<Node> {
  yield node;
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) yield* within(child);
  if (node.contentDocument) yield* within(node.contentDocument);
}

/** Closed roots that content scripts made; a page's own closed roots would be listed too, portals have none. */
function closedRoots(root: Node): Node[] {
  return [...within(root)].flatMap((node) =>
    (node.shadowRoots ?? []).filter(({ shadowRootType }) => shadowRootType === 'closed'),
  );
}

async function boxOf(client: CDPSession, node: Node): Promise<Painted['box']> {
  const { quads } = await client
    .send('DOM.getContentQuads', { nodeId: node.nodeId })
    .catch(() => ({ quads: [] as number[][] })); // not rendered: no box
  const [quad] = quads;
  if (!quad) return null;
  const xs = [quad[0], quad[2], quad[4], quad[6]].map(Number);
  const ys = [quad[1], quad[3], quad[5], quad[7]].map(Number);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** @returns every button, link, dialog and line under words (role `i`) inside the page's overlays (all frames of this process) */
export async function painted(page: Page): Promise<Painted[]> {
  const client = await page.createCDPSession();
  try {
    await client.send('DOM.enable');
    const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
    const found: Painted[] = [];
    for (const shadow of closedRoots(root))
      for (const node of within(shadow)) {
        const role = attribute(node, 'role') || node.nodeName.toLowerCase();
        if (!['button', 'a', 'dialog', 'status', 'alert', 'i'].includes(role)) continue;
        found.push({
          label: attribute(node, 'aria-label') || textOf(node),
          role,
          text: textOf(node),
          box: await boxOf(client, node),
        });
      }
    return found;
  } finally {
    await client.detach();
  }
}
