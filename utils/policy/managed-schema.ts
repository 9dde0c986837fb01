/**
 * What Chrome is told of the policy: `public/managed_schema.json`, made from `schema.ts` (`scripts/policy.ts --write`).
 *
 * Chrome enforces whatever stands in that file by dropping the whole key without a word, so it holds types alone:
 * limits, choices and forms are checked by `effective.ts`, which can say what was wrong. Objects and lists would be
 * dropped whole for one slip inside them; they travel as JSON text and are checked entry by entry.
 */
import { z } from 'zod';
import { isJsonText, type PolicyKey, policySchema } from './schema';

export interface ManagedProperty {
  type: 'string' | 'integer' | 'boolean';
  title: string;
  description: string;
}

export interface ManagedSchema {
  type: 'object';
  properties: Record<PolicyKey, ManagedProperty>;
}

const TYPES = ['string', 'integer', 'boolean'] as const;

/** @throws when a key has no title, or a type that Chrome's schema cannot say: a bug of `schema.ts` */
export function managedSchema(): ManagedSchema {
  const { properties = {} } = z.toJSONSchema(policySchema, { io: 'input', unrepresentable: 'any' });
  const keys = Object.keys(policySchema.shape) as PolicyKey[];
  const entries = keys.map((key): [PolicyKey, ManagedProperty] => {
    const said = properties[key];
    if (typeof said !== 'object' || !said.title || !said.description) throw new Error(`${key} has no words`);
    const type = isJsonText(key) ? 'string' : TYPES.find((one) => one === said.type);
    if (!type) throw new Error(`${key} is of no type that Chrome takes`);
    return [key, { type, title: said.title, description: said.description }];
  });
  return { type: 'object', properties: Object.fromEntries(entries) as ManagedSchema['properties'] };
}

/** The file's text. */
export function managedSchemaText(): string {
  return `${JSON.stringify(managedSchema(), null, 2)}\n`;
}

/** Turns a policy as people write it (objects and lists) into what goes into Chrome's policy store. */
export function managedValues(policy: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(policy).map(([key, value]) => {
      const text =
        Object.hasOwn(policySchema.shape, key) && isJsonText(key as PolicyKey) && typeof value !== 'string';
      return [key, text ? JSON.stringify(value) : value];
    }),
  );
}
