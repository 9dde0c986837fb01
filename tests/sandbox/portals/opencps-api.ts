/** /o/rest/v2: OpenCPS's services, with the traps its own front end guards against. */
import { type Exchange, jsonReply, type Reply } from '../exchange';
import { signedIn } from '../guard';
import { vnFull } from '../times';
import type { Holding, State } from '../world/types';
import { paymentWords } from './parts';

/** Id of the Liferay site, which the page knows as themeDisplay.getScopeGroupId(). */
export const GROUP_ID = '35217';

const BASE = '/o/rest/v2';
const CODES: Readonly<Record<State, string>> = {
  submitted: 'new',
  accepted: 'receiving',
  processing: 'processing',
  'supplement-required': 'waiting',
  supplemented: 'processing',
  'payment-required': 'paying',
  'awaiting-signature': 'processing',
  'withdrawal-requested': 'cancelling',
  rejected: 'denied',
  stopped: 'unresolved',
  resolved: 'releasing',
  returned: 'done',
};

/** Undefined for what is no reading call. */
export function answerRest(exchange: Exchange): Reply | undefined {
  if (exchange.method !== 'GET') return undefined;
  const path = exchange.path.slice(BASE.length);
  const inside = signedIn(exchange, 'ministry-g11');
  const inGroup = exchange.headers.groupid === GROUP_ID;
  const held = inside && inGroup ? exchange.world.held('ministry-g11') : [];
  const [, id] = /^\/(?:dossiers|dossierlogs)\/([\w-]+)/.exec(path) ?? [];
  const found = held.find(({ dossier }) => String(dossier.numericId) === id || dossier.guid === id);
  switch (true) {
    // The list has no sign-in check: signed out it is simply empty.
    case path === '/dossiers':
      return list(exchange, held);
    case !inside:
      return write(
        exchange,
        { message: 'Authentication required.', code: 203, description: 'Non-Authoritative Information' },
        203,
      );
    case path === '/dossiers/todo':
      return list(
        exchange,
        held.filter(({ state }) => state !== 'returned' && state !== 'rejected'),
      );
    case path === '/statistics/dossiers/todo':
      return write(exchange, {
        total: 1,
        statisticDossierModel: {
          stepCode: '200',
          stepName: 'Thụ lý',
          dossierStatus: 'processing',
          totalCount: held.length,
          menuGroup: '',
        },
      });
    case path === `/dossierlogs/${id}/logs` && found !== undefined:
      return write(exchange, rows(found.history.map((step, index) => logRow(found, step, index)).reverse()));
    case path === `/dossiers/${id}` && found !== undefined:
      return write(exchange, dossierRow(found, true));
    default:
      return write(exchange, { message: 'No Content.', code: 403, description: 'No Content.' }, 403);
  }
}

function list(exchange: Exchange, held: readonly Holding[]): Reply {
  const { query } = exchange;
  // The number is split at its punctuation and the pieces are searched for, so an answer may hold neighbours.
  const pieces = (query.get('dossierNo') ?? query.get('keyword') ?? '')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter(Boolean);
  const status = query.get('status');
  const found = held.filter(
    ({ code, state }) =>
      pieces.every((piece) => code.includes(piece)) && (!status || CODES[state] === status),
  );
  const start = Math.max(0, Number(query.get('start') ?? 0) || 0);
  const end = Number(query.get('end') ?? 0) || found.length;
  return write(
    exchange,
    rows(
      found.slice(start, end).map((holding) => dossierRow(holding, false)),
      found.length,
    ),
  );
}

/** Two traps of the XML binding: no `data` where there is no row, and a lone row that is no array. */
function rows(data: readonly unknown[], total = data.length): Record<string, unknown> {
  if (data.length === 0) return { total };
  return { total, data: data.length === 1 ? data[0] : data };
}

/** XML comes first in what the services produce, so a request that takes anything gets it. */
function write(exchange: Exchange, data: Record<string, unknown>, status = 200): Reply {
  if ((exchange.headers.accept ?? '*/*').includes('application/json')) return jsonReply(data, status);
  const body = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml('results', data)}`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}

function xml(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => xml(name, item)).join('');
  if (typeof value === 'object' && value !== null) {
    return `<${name}>${Object.entries(value)
      .map(([key, item]) => xml(key, item))
      .join('')}</${name}>`;
  }
  return `<${name}>${String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${name}>`;
}

function dossierRow(holding: Holding, detail: boolean): Record<string, unknown> {
  const { dossier } = holding;
  const { applicant, procedure } = dossier;
  return {
    dossierId: dossier.numericId,
    dossierIdCTN: `CTN-${dossier.numericId}`,
    referenceUid: dossier.guid,
    counter: dossier.index,
    dossierNo: holding.code,
    serviceCode: procedure.code,
    serviceName: procedure.name,
    govAgencyCode: 'G11',
    govAgencyName: dossier.agency,
    domainCode: 'G11-LV',
    domainName: procedure.sector,
    applicantName: detail ? applicant.name : applicant.name.toLocaleUpperCase('vi'),
    applicantIdType: 'citizen',
    applicantIdNo: applicant.citizenId,
    contactTelNo: applicant.phone,
    address: applicant.address,
    submitDate: vnFull(dossier.submittedAt),
    receiveDate: vnFull(holding.receivedAt),
    dueDate: vnFull(holding.dueAt),
    extendDate: '',
    releaseDate: vnFull(holding.finishedAt),
    finishDate: vnFull(holding.returnedAt),
    cancellingDate: '',
    correctingDate: '',
    dossierStatus: CODES[holding.state],
    dossierStatusText: holding.text,
    dossierSubStatus: `${CODES[holding.state]}_1`,
    dossierSubStatusText: '',
    ...(detail
      ? { paymentFee: procedure.fee, paymentNote: paymentWords(dossier) }
      : { dossierOverdue: overdueText(holding) }),
    stepCode: '200',
    stepName: 'Thụ lý',
    stepDuedate: vnFull(holding.stepDueAt),
    lastActionDate: vnFull(holding.since),
    lastActionName: 'Chuyển xử lý',
    lastActionUser: dossier.handler,
    lockState: holding.state === 'supplement-required' ? 'PAUSE' : '',
    online: String(dossier.channel === 'online'),
    viaPostal: dossier.channel === 'post' ? '1' : '0',
    durationCount: procedure.workingDays,
    durationUnit: 0,
    originality: 3,
    createDate: vnFull(dossier.submittedAt),
    modifiedDate: vnFull(holding.since),
    metaData: '{}',
  };
}

function overdueText(holding: Holding): string {
  if (holding.dueAt === undefined) return '';
  const late = (holding.finishedAt ?? holding.since) > holding.dueAt;
  if (holding.finishedAt !== undefined) return late ? 'Quá hạn' : 'Đúng hạn';
  return late ? 'Đang quá hạn' : 'Đang giải quyết trong hạn';
}

function logRow(holding: Holding, step: Holding['history'][number], index: number): Record<string, unknown> {
  return {
    dossierLogId: holding.dossier.numericId * 100 + index,
    createDate: vnFull(step.at),
    author: holding.dossier.handler,
    content: step.text,
    notificationType: 'PROCESS_TYPE',
    payload: '{}',
  };
}
