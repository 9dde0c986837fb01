import { describe, expect, it } from 'vitest';
import { limitsDiffer } from '../../../utils/deadline/limit';
import type { Limit, LimitUnit } from '../../../utils/dossier/limit';

const limit = (count: number, unit: LimitUnit): Limit => ({ count, unit });

describe('limitsDiffer', () => {
  it.each<[string, Limit, Limit, boolean]>([
    ['the same', limit(5, 'working-day'), limit(5, 'working-day'), false],
    ['more days', limit(5, 'working-day'), limit(3, 'working-day'), true],
    ['more months', limit(1, 'month'), limit(2, 'month'), true],
    ['eight working hours are a working day', limit(8, 'hour'), limit(1, 'working-day'), false],
    ['four are half of one', limit(4, 'hour'), limit(0.5, 'working-day'), false],
    ['a system may word a day as 24 hours', limit(24, 'hour'), limit(1, 'working-day'), false],
    ['16 hours are no single day either way', limit(16, 'hour'), limit(1, 'working-day'), true],
    ['working days and days have no exact measure', limit(5, 'working-day'), limit(5, 'day'), false],
    ['however far they are apart', limit(3, 'working-day'), limit(30, 'day'), false],
    ['months and days neither', limit(1, 'month'), limit(30, 'day'), false],
    ['hours and calendar days neither', limit(8, 'hour'), limit(1, 'day'), false],
    ['hours and months neither', limit(8, 'hour'), limit(1, 'month'), false],
  ])('%s', (_, one, other, expected) => {
    expect(limitsDiffer(one, other)).toBe(expected);
    expect(limitsDiffer(other, one)).toBe(expected);
  });
});
