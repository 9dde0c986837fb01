/**
 * Which part of the page speaks of which dossier: the largest element that holds its code and no other's. Nothing is ever
 * read across that border, so one dossier never takes a value of another.
 */
import type { DossierCode } from '../dossier/code';
import { parentOf } from './visibility';

/** A code that stands for its dossier here. `code` null: a dossier whose code cannot be read; it only sets a border. */
export interface Claim {
  code: DossierCode | null;
  element: Element;
}

const MANY = Symbol('many');

export class Blocks {
  readonly #owners = new Map<Element, DossierCode | typeof MANY | object>();

  constructor(claims: Claim[]) {
    for (const { code, element } of claims) {
      const owner = code ?? {};
      for (let at: Element | null = element; at; at = parentOf(at)) {
        const before = this.#owners.get(at);
        // What stands above was marked by the claim that was here before.
        if (before === MANY || before === owner) break;
        this.#owners.set(at, before === undefined || before === owner ? owner : MANY);
      }
    }
  }

  /** The block around an element that holds the code; null where the element itself holds several. */
  around(element: Element, code: DossierCode): Element | null {
    let block: Element | null = null;
    for (let at: Element | null = element; at && this.#owners.get(at) === code; at = parentOf(at)) block = at;
    return block;
  }

  /** The only dossier of an element, or undefined where there is none or several. */
  owner(element: Element): DossierCode | undefined {
    const owner = this.#owners.get(element);
    return typeof owner === 'string' ? owner : undefined;
  }
}
