/** Fee and limit of a procedure in a JSON answer: read as the system's data says, or left out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readJson } from '../../../utils/lookup/read-json';
import type { JsonField, JsonQuery } from '../../../utils/systems/connector';
import { igateQuery } from '../../../utils/systems/platforms/igate-query';
import { opencpsTabQuery } from '../../../utils/systems/platforms/opencps-query';
import { type Sandbox, startSandbox } from '../../sandbox/index';
import { GROUP_ID } from '../../sandbox/portals/opencps-api';
import { type Ask, clientOf, jsonOf, NOW } from '../sandbox/portal-client';

const CODE = 'G11.03-261001-1100001';

function read(fields: JsonQuery['fields'], row: Record<string, unknown>) {
  const query = {
    ...opencpsTabQuery('motcua.mod.gov.vn'),
    fields: { statusText: { paths: ['text'] }, ...fields },
  };
  const answer = readJson(query, { total: 1, data: { dossierNo: CODE, text: 'Đang xử lý', ...row } }, CODE);
  return answer.kind === 'found' ? answer.reading : undefined;
}

describe('fee', () => {
  it.each<[string, unknown, number | undefined]>([
    ['a number', 50_000, 50_000],
    ['digits', ' 50000 ', 50_000],
    ['digits with empty decimals', '50000.00', 50_000],
    ['groups with their currency', '1.250.000 đồng', 1_250_000],
    ['groups in the English manner', '50,000 VNĐ', 50_000],
    ['groups alone may be decimals', '50.000', undefined],
    ['half a đồng', 50_000.5, undefined],
    ['below nothing', -50_000, undefined],
    ['words', 'Lệ phí', undefined],
    ['two amounts', '50000 đ, 20000 đ', undefined],
    ['empty', '', undefined],
    ['null', null, undefined],
    ['more than anything costs', 1e21, undefined],
    ['0 may be a fee that nobody set', 0, undefined],
    ['0 in words neither', '0 đồng', undefined],
  ])('%s', (_, paymentFee, expected) => {
    expect(read({ fee: { paths: ['paymentFee'] } }, { paymentFee })?.fee).toBe(expected);
  });

  it('0 where the system’s data says that it means free', () => {
    expect(read({ fee: { paths: ['paymentFee'], zero: 'free' } }, { paymentFee: '0' })?.fee).toBe(0);
  });
});

describe('limit', () => {
  const byNumber: JsonField = {
    paths: ['durationCount'],
    unit: { path: 'durationUnit', labels: { '0': 'working-day', '1': 'hour' } },
  };
  const always: JsonField = { paths: ['durationCount'], unit: { always: 'working-day' } };
  it.each<[string, JsonField, unknown, unknown, unknown]>([
    ['a count and the number of its unit', byNumber, 5, 0, { count: 5, unit: 'working-day' }],
    ['another unit', byNumber, '8', '1', { count: 8, unit: 'hour' }],
    ['a half', byNumber, '0,5', 0, { count: 0.5, unit: 'working-day' }],
    ['one unit for all', always, 5, undefined, { count: 5, unit: 'working-day' }],
    ['a unit in no row', byNumber, 5, 7, undefined],
    ['a unit that is no word of the table', byNumber, 5, 'constructor', undefined],
    ['no unit', byNumber, 5, undefined, undefined],
    ['nothing said of units', { paths: ['durationCount'] }, 5, 0, undefined],
    ['0 is not set', byNumber, 0, 0, undefined],
    ['below nothing', byNumber, -3, 0, undefined],
    ['words', byNumber, '5 ngày', 0, undefined],
    ['empty', byNumber, '', 0, undefined],
  ])('%s', (_, field, durationCount, durationUnit, expected) => {
    expect(read({ limit: field }, { durationCount, durationUnit })?.limit).toEqual(expected);
  });
});

describe('of systems that speak so', () => {
  let sandbox: Sandbox;
  let ask: Ask;
  beforeAll(async () => {
    sandbox = await startSandbox({ now: NOW });
    ask = clientOf(sandbox);
  });
  afterAll(() => sandbox.close());

  /** A dossier of the system, its answer's body, and its procedure as the sandbox's world has it. */
  async function answered(system: 'ministry-g11' | 'ministry-g18', query: JsonQuery) {
    const holding = sandbox.world.held(system)[0];
    if (!holding) throw new Error('the sandbox holds no dossier there');
    const { code } = holding;
    const url = query.url.replaceAll('{code}', encodeURIComponent(code));
    const headers = { accept: 'application/json', groupId: GROUP_ID };
    return {
      code,
      procedure: holding.dossier.procedure,
      body: jsonOf(await ask(url, { as: system, headers })),
    };
  }

  it('OpenCPS: the number of the unit means what policy says, and nothing before', async () => {
    const query = opencpsTabQuery('motcua.mod.gov.vn');
    const { code, procedure, body } = await answered('ministry-g11', query);
    const plain = readJson(query, body, code);
    expect(plain.kind === 'found' && 'limit' in plain.reading).toBe(false);
    const limit: JsonField = {
      paths: ['durationCount'],
      unit: { path: 'durationUnit', labels: { '0': 'working-day' } },
    };
    expect(readJson({ ...query, fields: { ...query.fields, limit } }, body, code)).toMatchObject({
      reading: { limit: { count: procedure.workingDays, unit: 'working-day' } },
    });
  });

  it('OpenCPS: the fee of a detail', async () => {
    const query = opencpsTabQuery('motcua.mod.gov.vn');
    const holding = sandbox.world.held('ministry-g11').find(({ dossier }) => dossier.procedure.fee > 0);
    if (!holding) throw new Error('nothing costs anything in the sandbox');
    const url = `https://motcua.mod.gov.vn/o/rest/v2/dossiers/${holding.dossier.numericId}`;
    const headers = { accept: 'application/json', groupId: GROUP_ID };
    const body = jsonOf(await ask(url, { as: 'ministry-g11', headers }));
    expect(readJson({ ...query, rows: '' }, body, holding.code)).toMatchObject({
      reading: { fee: holding.dossier.procedure.fee },
    });
  });

  it('iGate: the limit of the whole process, not that of a step', async () => {
    const query = igateQuery('apiigate.moh.gov.vn');
    const { code, procedure, body } = await answered('ministry-g18', query);
    const process = 'procedureProcessDefinition.processDefinition';
    const limit: JsonField = {
      paths: [`${process}.processingTime`],
      unit: { path: `${process}.processingTimeUnit`, labels: { d: 'working-day' } },
    };
    expect(readJson({ ...query, fields: { ...query.fields, limit } }, body, code)).toMatchObject({
      reading: { limit: { count: procedure.workingDays, unit: 'working-day' } },
    });
  });
});
