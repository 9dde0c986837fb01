/** A procedure's time limit (thời hạn giải quyết): so many working days, calendar days, working hours or months. */
import type { Sighting } from './sighting';

export const LIMIT_UNITS = ['working-day', 'day', 'hour', 'month'] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

export interface Limit {
  count: number;
  unit: LimitUnit;
}

type Value = Sighting[keyof Sighting];

/** Equal values of one field of two sightings: a limit by what it says, everything else by itself. */
export function isSameValue(one: Value, other: Value): boolean {
  if (one === other || typeof one !== 'object' || typeof other !== 'object') return one === other;
  return one.count === other.count && one.unit === other.unit;
}
