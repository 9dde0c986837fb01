import { expect, it } from 'vitest';
import { simulateWeek } from '../../bench/simulated-week';

it('in a simulated week of a few dossiers what is told is true, and what can be known is told', () => {
  const week = simulateWeek(60, 101);
  expect(week.told).toBeGreaterThan(100);
  expect(week.seen).toBeGreaterThan(10);
  expect(week.right / week.told).toBeGreaterThan(0.95);
  expect(week.found / week.seen).toBeGreaterThan(0.9);
}, 60_000);
