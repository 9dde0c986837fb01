import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { effectiveSettings } from '../../../utils/policy';
import { managedSchema, managedSchemaText, managedValues } from '../../../utils/policy/managed-schema';
import { policySchema } from '../../../utils/policy/schema';

const FILE = fileURLToPath(new URL('../../../public/managed_schema.json', import.meta.url));

/**
 * What Chrome 156 was seen to refuse the extension for, or to drop keys for: everything but a flat object of plain
 * types with words.
 */
function constructsChromeMayNotTake(schema: unknown): string[] {
  const faults: string[] = [];
  const { type, properties, ...rest } = schema as Record<string, unknown>;
  if (type !== 'object' || typeof properties !== 'object' || properties === null)
    return ['not an object of keys'];
  faults.push(...Object.keys(rest));
  for (const [key, property] of Object.entries(properties as Record<string, Record<string, unknown>>)) {
    if (!/^[a-zA-Z]+$/.test(key)) faults.push(`name ${key}`);
    if (!['string', 'integer', 'boolean'].includes(String(property.type)))
      faults.push(`${key}: ${property.type}`);
    for (const [word, value] of Object.entries(property)) {
      if (!['type', 'title', 'description'].includes(word)) faults.push(`${key}: ${word}`);
      else if (typeof value !== 'string') faults.push(`${key}: ${word} is no text`);
    }
  }
  return faults;
}

describe('the check of constructs sees', () => {
  const good = { type: 'string', title: 'x', description: 'x' };
  test.each<[string, unknown]>([
    ['oneOf', { type: 'object', properties: { a: { oneOf: [good] } } }],
    ['a key without type', { type: 'object', properties: { a: { title: 'x' } } }],
    ['several types', { type: 'object', properties: { a: { ...good, type: ['string', 'null'] } } }],
    ['closed objects', { type: 'object', properties: { a: good }, additionalProperties: false }],
    ['references', { type: 'object', properties: { a: { $ref: '#/definitions/x' } } }],
    ['limits of a number', { type: 'object', properties: { a: { ...good, type: 'number', minimum: 1 } } }],
    [
      'limits that drop silently',
      { type: 'object', properties: { a: { ...good, type: 'integer', minimum: 1 } } },
    ],
    ['lists, lost whole for one item', { type: 'object', properties: { a: { ...good, type: 'array' } } }],
    ['objects, lost whole for one entry', { type: 'object', properties: { a: { ...good, type: 'object' } } }],
    ['a schema of another shape', { type: 'array', items: good }],
  ])('%s', (_, schema) => {
    expect(constructsChromeMayNotTake(schema)).not.toEqual([]);
  });
});

describe('public/managed_schema.json', () => {
  test('is current: scripts/policy.ts --write makes it', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(managedSchemaText());
  });

  test('has only what Chrome takes', () => {
    expect(constructsChromeMayNotTake(JSON.parse(readFileSync(FILE, 'utf8')))).toEqual([]);
  });

  test('names exactly the keys of the schema', () => {
    expect(Object.keys(managedSchema().properties)).toEqual(Object.keys(policySchema.shape));
  });

  test('the examples in its descriptions are good policies', () => {
    const { properties } = managedSchema();
    const examples = Object.entries(properties).flatMap(([key, { description }]) => {
      const text = /Ví dụ: (.+)$/.exec(description)?.[1];
      return text ? [[key, text.replace('qlvb.example.gov.vn', 'qlvb.hanoi.gov.vn')]] : [];
    });
    expect(examples.length).toBeGreaterThan(3);
    expect(effectiveSettings(Object.fromEntries(examples), {}).problems).toEqual([]);
  });
});

test('a readable policy and its packed form say the same', () => {
  const readable = {
    graceMinutes: 30,
    systems: { land: { enabled: false }, documents: { hosts: ['qlvb.hanoi.gov.vn'] } },
    askAutomatically: ['dichvucong.gov.vn'],
    databases: { 'civil-status': { state: 'in-use' } },
    supportContact: { phone: '1022' },
  };
  const packed = managedValues(readable);
  const { properties } = managedSchema();
  for (const [key, value] of Object.entries(packed))
    expect(typeof value).toBe(
      properties[key as keyof typeof properties].type === 'integer' ? 'number' : 'string',
    );
  expect(effectiveSettings(packed, {})).toEqual(effectiveSettings(readable, {}));
  expect(managedValues(packed)).toEqual(packed);
});
