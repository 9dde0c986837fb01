/** Every file of `data/` is found by itself: a system that `index.ts` forgets, or that is not whole, fails here. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { withSystems } from '../../../scripts/systems-list';
import { CATALOGUE, hostPatterns, profileOf, systemsOfAgency } from '../../../utils/systems';
import { PROVINCES } from '../../../utils/systems/data/province-table';
import { hostFits } from '../../../utils/systems/host';
import { PROFILES } from '../../../utils/systems/platforms';
import { systemSchema } from '../../../utils/systems/schema';
import type { System } from '../../../utils/systems/system';

const DATA = fileURLToPath(new URL('../../../utils/systems/data/', import.meta.url));
/** Rows that `provinces.ts` makes systems of. */
const TABLES = ['province-table.ts'];

interface DataFile {
  system?: System;
  systems?: System[];
}

const files = readdirSync(DATA).filter((name) => name.endsWith('.ts') && !TABLES.includes(name));
const found = await Promise.all(
  files.map(async (name) => ({ name, data: (await import(`${DATA}${name}`)) as DataFile })),
);
const all = found.flatMap(({ name, data }) =>
  (data.systems ?? (data.system ? [data.system] : [])).map((system) => ({ name, system })),
);

describe('data files', () => {
  test.each(found)('$name exports a system', ({ data }) => {
    expect(data.system ?? data.systems).toBeDefined();
  });

  test.each(all)('$system.id of $name stands in the catalogue', ({ system }) => {
    expect(CATALOGUE).toContain(system);
  });

  test.each(all.filter(({ name }) => name !== 'provinces.ts'))(
    '$name is named after its system',
    ({ name, system }) => {
      expect(name).toBe(`${system.id}.ts`);
    },
  );

  test('the catalogue holds nothing else, and nothing twice', () => {
    expect(CATALOGUE).toHaveLength(all.length);
    expect(new Set(CATALOGUE.map(({ id }) => id)).size).toBe(CATALOGUE.length);
  });
});

describe.each(CATALOGUE)('$id', (system) => {
  test('is whole and of the declared form', () => {
    expect(systemSchema.safeParse(system).error?.issues ?? []).toEqual([]);
  });

  test('asks and opens only on its own hosts', () => {
    const own = [system.dossierUrl, system.homeUrl, system.connector?.url]
      .filter((url) => url !== undefined)
      .map((url) => new URL(url.replaceAll('{code}', 'X')).hostname);
    for (const hostname of own)
      expect(system.hosts.some(({ host, role }) => role !== 'login' && hostFits(host, hostname))).toBe(true);
  });

  test('a host stands once for each path', () => {
    const hosts = system.hosts.map(({ host, path = '' }) => host + path);
    expect(new Set(hosts).size).toBe(hosts.length);
  });
});

describe('across systems', () => {
  test('no host and path belongs to two systems', () => {
    const hosts = CATALOGUE.flatMap((system) => system.hosts.map(({ host, path = '' }) => host + path));
    expect(hosts.filter((host, index) => hosts.indexOf(host) !== index)).toEqual([]);
  });

  test('chips tell systems apart: no short name twice', () => {
    const names = CATALOGUE.map(({ shortName }) => shortName);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('no agency code names two systems, and the unconfirmed G13 names none', () => {
    const codes = CATALOGUE.flatMap(({ agencyCodes }) => agencyCodes);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    expect(systemsOfAgency(CATALOGUE, 'G13')).toEqual([]);
  });

  test('every platform profile is used by a system', () => {
    const used = new Set(CATALOGUE.map(profileOf));
    expect(Object.values(PROFILES).filter((profile) => !used.has(profile))).toEqual([]);
  });

  test.each(CATALOGUE.filter(({ platform }) => platform))(
    '$id: its platform $platform has a profile',
    (system) => {
      expect(profileOf(system)?.platform).toBe(system.platform);
    },
  );

  test('the manifest lets the reader onto every host but those that need consent', () => {
    const manifest = readFileSync(fileURLToPath(new URL('../../../wxt.config.ts', import.meta.url)), 'utf8');
    expect(manifest).toContain("'*://*.gov.vn/*'");
    const outside = CATALOGUE.flatMap(hostPatterns).filter(
      (pattern) => !/^\*:\/\/[^/]+\.gov\.vn\//.test(pattern),
    );
    expect(outside.sort()).toEqual(['*://*.vbdlis.vn/*', '*://gqtthc.dcs.vn/*']);
  });
});

describe('the systems of the field', () => {
  test.each([
    'national-portal national-portal-old coordination land civil-status interlinked-services business insurance tax payment documents party',
    'ministry-g01 ministry-g02 ministry-g03 ministry-g06 ministry-g08 ministry-g09 ministry-g10 ministry-g11',
    'ministry-g12 ministry-g15 ministry-g16 ministry-g17 ministry-g18 ministry-g19 ministry-g21 province-h26',
  ])('%s', (ids) => {
    const known = CATALOGUE.map(({ id }) => id as string);
    expect(ids.split(' ').filter((id) => !known.includes(id))).toEqual([]);
  });

  test('all 34 provinces', () => {
    expect(PROVINCES).toHaveLength(34);
    expect(CATALOGUE.filter(({ kind }) => kind === 'province')).toHaveLength(34);
  });

  test('together the provinces carry the 63 codes of before the merger', () => {
    expect(PROVINCES.flatMap(({ code, old }) => [code, ...old])).toHaveLength(63);
  });
});

test('the README lists the systems as they are now', () => {
  const readme = readFileSync(fileURLToPath(new URL('../../../README.md', import.meta.url)), 'utf8');
  expect(withSystems(readme)).toBe(readme);
});

describe('agencies', () => {
  test.each([
    ['H26', 'province-h26', 'a province by its own code'],
    ['H47', 'province-h17', 'Quảng Nam went into Đà Nẵng'],
    ['H06', 'province-h29', 'Bà Rịa - Vũng Tàu went into TP.HCM'],
    ['G18', 'ministry-g18', 'a ministry by its own code'],
    ['G04', 'ministry-g17', 'Giao thông vận tải went into Xây dựng'],
    ['G05', 'ministry-g12', 'Kế hoạch và Đầu tư went into Tài chính'],
    ['G14', 'ministry-g06', 'Thông tin và Truyền thông went into KH&CN'],
    ['G22', 'interlinked-services', 'codes of the interlinked services begin so'],
  ])('%s is held by %s: %s', (code, id) => {
    expect(systemsOfAgency(CATALOGUE, code).map((system) => system.id)).toEqual([id]);
  });

  test('nobody is named for a code of no agency', () => {
    expect(systemsOfAgency(CATALOGUE, 'H99')).toEqual([]);
  });
});
