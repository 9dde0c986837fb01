import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCode } from '../../../utils/dossier/code';
import { planSystems } from '../../../utils/lookup/plan-systems';
import { holdersByProcedure } from '../../../utils/lookup/procedure-holders';
import { CATALOGUE } from '../../../utils/systems';
import { parseProcedures } from '../../../utils/systems/procedures';

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

  describe('by the procedure that was seen on it', () => {
    const HANOI = ['000.00.06.H26-261116-0007'];
    const catalogue = parseProcedures(readFileSync('public/procedures.tsv', 'utf8'), {
      '9.000001': { name: 'Thủ tục của đơn vị', ministry: 'G18' },
      '1.004873': { sector: 'Đất đai' },
    });
    const procedures: [string, { procedureCode?: string; procedureName?: string }, string[]][] = [
      ['its ministry and its sector', { procedureCode: '1.000894' }, ['ministry-g15', 'civil-status']],
      [
        'with the agency’s tail',
        { procedureCode: '1.000894.000.00.00.H26' },
        ['ministry-g15', 'civil-status'],
      ],
      [
        'by the catalogue’s own name',
        { procedureName: catalogue.nameOf('1.000894') ?? '' },
        ['ministry-g15', 'civil-status'],
      ],
      ['land', { procedureCode: '1.012753' }, ['ministry-g10', 'land']],
      ['in no catalogue: nobody', { procedureCode: '9.999999' }, []],
      ['a row of policy, by agency code', { procedureCode: '9.000001' }, ['ministry-g18']],
      [
        'policy’s sector in place of the built-in one',
        { procedureCode: '1.004873' },
        ['ministry-g15', 'land'],
      ],
      ['none seen', {}, []],
    ];
    it.each(procedures)('%s', (_, said, expected) => {
      const holders = holdersByProcedure([said], catalogue, CATALOGUE);
      const parsed = HANOI.flatMap((code) => parseCode(code) ?? []);
      expect(planSystems(parsed, settings, [], holders)).toEqual([...BOTH, 'province-h26', ...expected]);
    });

    it('never more than a ministry and a sector, whatever the procedure', () => {
      for (const line of readFileSync('public/procedures.tsv', 'utf8').split('\n').slice(1).filter(Boolean)) {
        const procedureCode = line.split('\t')[0] ?? '';
        expect(holdersByProcedure([{ procedureCode }], catalogue, CATALOGUE).length).toBeLessThanOrEqual(2);
      }
    });

    it('every sector that a system names is in the catalogue', () => {
      const known = new Set(
        readFileSync('public/procedures.tsv', 'utf8')
          .split('\n')
          .map((line) => line.split('\t')[4]),
      );
      for (const { procedures: held } of CATALOGUE)
        for (const sector of held?.sectors ?? []) expect(known).toContain(sector);
    });
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
