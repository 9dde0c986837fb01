/**
 * Takes what is good out of untrusted settings: every value that fits its schema is kept, every other is left out with
 * a fault that names its path. `{ hosts: ['a.gov.vn', 5] }` keeps the first host and reports `hosts[1]`.
 */
import { z } from 'zod';

/** A value that was left out: where, and the first thing that is wrong with it. */
export interface Fault {
  path: string;
  /** zod's issue, or one of ours whose message is the key of a sentence. */
  issue: z.core.$ZodIssue | { code: 'ours'; message: string };
  /** What fills the sentence of a fault of ours. */
  params?: string[];
}

type Raw = Record<string, unknown>;

export function isPlain(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function below(path: string, key: string): string {
  return path ? `${path}.${key}` : key;
}

export function fault(path: string, message: string, params?: string[]): Fault {
  return { path, issue: { code: 'ours', message }, ...(params ? { params } : {}) };
}

/** No setting is nested deeper; what is could exhaust the stack. */
const MAX_DEPTH = 16;

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((one) => isDeeper(one, levels - 1));
}

/** @returns what of the value fits, or undefined when nothing does; `faults` grows by what was left out */
export function salvage<S extends z.ZodType>(
  schema: S,
  value: unknown,
  path: string,
  faults: Fault[],
): z.output<S> | undefined {
  if (isDeeper(value, MAX_DEPTH)) {
    faults.push(fault(path, 'policy_problem_deep'));
    return undefined;
  }
  return salvaged(schema, value, path, faults) as z.output<S> | undefined;
}

function salvaged(schema: z.core.$ZodType, value: unknown, path: string, faults: Fault[]): unknown {
  if (schema instanceof z.ZodOptional) return salvaged(schema.unwrap(), value, path, faults);
  const before = faults.length;
  const candidate = withoutBadParts(schema, value, path, faults);
  const parsed = z.safeParse(schema, candidate);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const at = pathOf(path, issue?.path ?? []);
  // A required part that was bad is missing now: one fault says it.
  if (!issue || faults.slice(before).some((one) => one.path === at)) return undefined;
  const missing = issue.path.length > 0 && valueAt(candidate, issue.path) === undefined;
  faults.push(missing ? fault(at, 'policy_problem_missing') : { path: at, issue });
  return undefined;
}

function withoutBadParts(schema: z.core.$ZodType, value: unknown, path: string, faults: Fault[]): unknown {
  if (schema instanceof z.ZodType && schema.meta()?.whole === true) return value;
  if (schema instanceof z.ZodObject && isPlain(value)) return ofObject(schema, value, path, faults);
  if (schema instanceof z.ZodRecord && isPlain(value)) return ofRecord(schema, value, path, faults);
  if (schema instanceof z.ZodArray && Array.isArray(value)) return ofArray(schema, value, path, faults);
  return value;
}

function pathOf(path: string, keys: PropertyKey[]): string {
  return keys.reduce<string>(
    (so, key) => (typeof key === 'number' ? `${so}[${key}]` : below(so, String(key))),
    path,
  );
}

function valueAt(value: unknown, keys: PropertyKey[]): unknown {
  return keys.reduce<unknown>(
    (so, key) => (isPlain(so) || Array.isArray(so) ? Reflect.get(so, key) : undefined),
    value,
  );
}

function ofObject(schema: z.ZodObject, value: Raw, path: string, faults: Fault[]): Raw {
  const kept: Raw = {};
  for (const [key, one] of Object.entries(value)) {
    const inner = Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined;
    if (!inner) {
      faults.push(fault(below(path, key), 'policy_problem_unknown_key'));
      continue;
    }
    const good = one === undefined ? undefined : salvaged(inner, one, below(path, key), faults);
    if (good !== undefined) kept[key] = good;
  }
  return kept;
}

function ofRecord(schema: z.ZodRecord, value: Raw, path: string, faults: Fault[]): Raw {
  const kept: [string, unknown][] = [];
  for (const [key, one] of Object.entries(value)) {
    const name = salvaged(schema.keyType, key, below(path, key), faults);
    if (typeof name !== 'string') continue;
    const good = salvaged(schema.valueType, one, below(path, key), faults);
    if (good !== undefined) kept.push([name, good]);
  }
  return Object.fromEntries(kept);
}

function ofArray(schema: z.ZodArray, value: unknown[], path: string, faults: Fault[]): unknown[] {
  return value
    .map((one, index) => salvaged(schema.element, one, `${path}[${index}]`, faults))
    .filter((one) => one !== undefined);
}
