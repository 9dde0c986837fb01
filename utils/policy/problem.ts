/** Says in words why an entry of the settings was left out. */
import en from '../../public/_locales/en/messages.json';
import vi from '../../public/_locales/vi/messages.json';
import type { Fault } from './salvage';
import type { Settings } from './settings';

/** The sentences this room has; a key that is missing here cannot be used. */
type Key = Extract<keyof typeof vi, `policy_${string}`>;

/** zod's names of types in the administrator's words. */
const TYPES: Record<string, Key> = {
  string: 'policy_type_string',
  number: 'policy_type_number',
  int: 'policy_type_number',
  boolean: 'policy_type_boolean',
  array: 'policy_type_array',
  object: 'policy_type_object',
  record: 'policy_type_object',
};

function isKey(text: string): text is Key {
  return text.startsWith('policy_') && Object.hasOwn(vi, text);
}

/** @returns the fault as options shows it: its path, and the reason in the interface's language */
export function problemOf(fault: Fault, language: Settings['language']): Settings['problems'][number] {
  const catalogue = language === 'en' ? en : vi;
  const say = (key: Key, params: string[] = []) =>
    catalogue[key].message.replace(/\$(\d)/g, (_, digit: string) => params[Number(digit) - 1] ?? '');
  return { path: fault.path, reason: reasonOf(fault, say) };
}

function reasonOf({ issue, params }: Fault, say: (key: Key, params?: string[]) => string): string {
  if (isKey(issue.message)) return say(issue.message, params);
  switch (issue.code) {
    case 'invalid_type':
      return say('policy_problem_type', [say(TYPES[issue.expected] ?? 'policy_type_object')]);
    case 'invalid_value':
      return say('policy_problem_choice', [issue.values.map(String).join(', ')]);
    case 'too_small':
      return say(
        issue.origin === 'string' || issue.origin === 'array'
          ? 'policy_problem_short'
          : 'policy_problem_least',
        [String(issue.minimum)],
      );
    case 'too_big':
      return say(
        issue.origin === 'string' || issue.origin === 'array' ? 'policy_problem_long' : 'policy_problem_most',
        [String(issue.maximum)],
      );
    default:
      return say('policy_problem_form');
  }
}
