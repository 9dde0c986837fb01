/**
 * Brings the children of an element in line with a description of them, touching only what differs: the focus, a press
 * under way and the scroll position outlive an update.
 *
 * Words are painted as generated content (`data-t`), never as text nodes: a page's own `window.find()` and its selection
 * reach into a closed root, generated content they do not see. Nothing is ever parsed as HTML.
 */
export interface Spec {
  tag: string;
  /** Class; together with `tag` and `key` it tells which old element is the same. */
  is?: string;
  key?: string;
  text?: string;
  attrs?: Record<string, string | undefined>;
  click?: () => void;
  children?: (Spec | false | undefined)[];
}

const identities = new WeakMap<Element, string>();

/** Makes the children of `parent` those of `specs`, in their order. */
export function patch(parent: Element, specs: (Spec | false | undefined)[]): void {
  const old = [...parent.children];
  const next = specs.flatMap((spec) => {
    if (!spec) return [];
    const identity = `${spec.tag} ${spec.is} ${spec.key}`;
    const at = old.findIndex((element) => identities.get(element) === identity);
    const element =
      at < 0 ? parent.ownerDocument.createElement(spec.tag) : (old.splice(at, 1)[0] as HTMLElement);
    identities.set(element, identity);
    describe(element as HTMLElement, spec);
    return [element];
  });
  for (const gone of old) gone.remove();
  next.forEach((element, at) => {
    if (parent.children[at] !== element) parent.insertBefore(element, parent.children[at] ?? null);
  });
}

function describe(element: HTMLElement, spec: Spec): void {
  const attrs: Record<string, string | undefined> = { class: spec.is, 'data-t': spec.text, ...spec.attrs };
  for (const name of element.getAttributeNames())
    if (attrs[name] === undefined) element.removeAttribute(name);
  for (const [name, value] of Object.entries(attrs)) {
    if (value !== undefined && element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  element.onclick = spec.click ?? null;
  patch(element, spec.children ?? []);
}
