import { describe, expect, it } from 'vitest';
import { parseCode } from '../../../utils/dossier/code';
import { planSystems } from '../../../utils/lookup/plan-systems';
import { CATALOGUE } from '../../../utils/systems';

const settings = { systems: CATALOGUE, disabled: [] };

function plan(codes: string[], seen: string[] = [], disabled: string[] = []): string[] {
  return planSystems(
    codes.flatMap((code) => parseCode(code) ?? []),
    { ...settings, disabled },
    seen,
  );
}

const BOTH = ['national-portal', 'coordination'];

describe('which systems can hold a dossier', () => {
  const cases: [string, string[], string[], string[]][] = [
    ['a province’s code: its province', ['000.00.06.H26-261116-0007'], [], [...BOTH, 'province-h26']],
    [
      'an old code of a merged province: its successor',
      ['000.00.06.H33-261116-0007'],
      [],
      [...BOTH, 'province-h01'],
    ],
    ['a ministry’s code', ['G18.99.01-261116-0007'], [], [...BOTH, 'ministry-g18']],
    [
      'a long sequence: the ministry that made it, and the province',
      ['000.00.06.H26-261116-180007'],
      [],
      [...BOTH, 'ministry-g18', 'province-h26'],
    ],
    ['an agency of no system', ['000.00.06.H99-261116-0007'], [], BOTH],
    ['the insurance’s form', ['03706/2026/07906'], [], [...BOTH, 'insurance']],
    [
      'both codes of one dossier',
      ['H26.14-261116-0007', 'G18.99-261116-1800007'],
      [],
      [...BOTH, 'ministry-g18', 'province-h26'],
    ],
    [
      'land only where it was seen',
      ['000.00.06.H26-261116-0007'],
      ['land'],
      [...BOTH, 'province-h26', 'land'],
    ],
    [
      'a system that was seen is named once',
      ['000.00.06.H26-261116-0007'],
      ['province-h26'],
      [...BOTH, 'province-h26'],
    ],
    [
      'the portal’s old pages only where seen',
      ['000.00.06.H26-261116-0007'],
      ['national-portal-old'],
      [...BOTH, 'province-h26', 'national-portal-old'],
    ],
    ['a local code means nothing elsewhere', [], ['land'], ['land']],
  ];
  it.each(cases)('%s', (_, codes, seen, expected) => {
    expect(plan(codes, seen)).toEqual(expected);
  });

  it('what is switched off is left out, even where it was seen', () => {
    expect(plan(['000.00.06.H26-261116-0007'], ['land'], ['land', 'coordination'])).toEqual([
      'national-portal',
      'province-h26',
    ]);
  });

  it('never more than a handful, whatever the code', () => {
    for (const { agencyCodes } of CATALOGUE) {
      for (const agency of agencyCodes) {
        expect(plan([`000.00.06.${agency}-261116-0007`]).length).toBeLessThanOrEqual(3);
      }
    }
  });
});
