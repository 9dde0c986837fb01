/** iGate's rows: the shapes its front end reads, with their unevenness. */
import { USER_AGENCY } from '../sign-in';
import { isoNoColon } from '../times';
import type { Holding, State } from '../world/types';

/** iGate's own numbers; they are not the national list. */
const STATUS_IDS: Readonly<Record<State, number>> = {
  submitted: 0,
  accepted: 1,
  processing: 2,
  'supplement-required': 3,
  resolved: 4,
  returned: 5,
  stopped: 8,
  rejected: 9,
  'withdrawal-requested': 10,
  supplemented: 11,
  'payment-required': 16,
  'awaiting-signature': 17,
};

function names(vi: string, en: string): unknown[] {
  return [
    { languageId: 228, name: vi },
    { languageId: 46, name: en },
  ];
}

function hexOf(index: number, digit: string): string {
  return `65${digit.repeat(14)}${String(index).padStart(8, '0')}`;
}

/** Step's name beside the status: the dossier "Đang xử lý" may be waiting for a signature. */
function taskName(holding: Holding): string {
  const last = holding.dossier.happenings.findLast(({ at }) => at <= holding.since)?.state;
  return last === 'awaiting-signature' ? 'Chờ ký duyệt' : 'Thụ lý hồ sơ';
}

function task(holding: Holding): unknown {
  const { dossier } = holding;
  const remind = { id: hexOf(dossier.index, 'a'), name: taskName(holding) };
  return {
    id: hexOf(dossier.index, 'b'),
    isCurrent: 1,
    createdDate: isoNoColon(dossier.submittedAt),
    updatedDate: isoNoColon(holding.since),
    dueDate: isoNoColon(holding.stepDueAt),
    assignee: { id: hexOf(dossier.index, 'c'), fullname: dossier.handler.toLocaleUpperCase('vi') },
    candidateGroup: [{ id: USER_AGENCY, code: 'G18.04', name: names(dossier.agency, 'Sample department') }],
    agency: { id: USER_AGENCY, code: 'G18.04', name: names(dossier.agency, 'Sample department') },
    bpmProcessDefinitionTask: {
      id: hexOf(1, 'd'),
      name: remind,
      remind,
      processingTime: 1,
      processingTimeUnit: 'd',
    },
  };
}

/** One row of the search; `publicShape` is that of the citizen's search, where `translate` is an array. */
export function igateRow(holding: Holding, publicShape = false): Record<string, unknown> {
  const { dossier } = holding;
  const { procedure, applicant } = dossier;
  const translation = { languageId: 228, name: procedure.name };
  const current = task(holding);
  return {
    id: dossier.hexId,
    code: dossier.code,
    nationCode: dossier.nationCode ?? '',
    dossierStatus: { id: STATUS_IDS[holding.state], name: holding.text },
    dossierTaskStatus: { id: hexOf(dossier.index, 'a'), name: taskName(holding) },
    dossierMenuTaskRemind: { id: hexOf(dossier.index, 'a'), name: taskName(holding) },
    ...(publicShape ? { statusCurrentTask: taskName(holding) } : {}),
    appliedDate: isoNoColon(dossier.submittedAt),
    acceptedDate: isoNoColon(holding.receivedAt),
    appointmentDate: isoNoColon(holding.dueAt),
    dueDate: isoNoColon(holding.dueAt),
    completedDate: isoNoColon(holding.finishedAt),
    updatedDate: isoNoColon(holding.since),
    processingTime: procedure.workingDays,
    processingTimeUnit: 'd',
    dossierProgress: 40,
    undefindedCompleteTime: 0,
    procedure: {
      id: hexOf(procedure.workingDays, 'e'),
      code: procedure.code,
      translate: publicShape ? [translation] : translation,
      sector: { id: hexOf(1, 'f'), code: 'G18-KCB' },
    },
    procedureProcessDefinition: {
      id: hexOf(procedure.workingDays, '6'),
      processDefinition: {
        id: hexOf(procedure.workingDays, '7'),
        processingTime: procedure.workingDays,
        processingTimeUnit: 'd',
        timesheet: { id: hexOf(5, '8'), name: 'Ngày làm việc' },
      },
    },
    agency: { id: USER_AGENCY, code: 'G18.04', name: dossier.agency },
    applicant: {
      userId: hexOf(dossier.index, '1'),
      eformId: hexOf(1, '2'),
      data: {
        fullname: applicant.name.toLocaleUpperCase('vi'),
        ownerFullname: applicant.name.toLocaleUpperCase('vi'),
        phoneNumber: applicant.phone,
        identityNumber: applicant.citizenId,
        address: applicant.address,
        noidungyeucaugiaiquyet: `Đề nghị giải quyết cho ${applicant.name}`,
      },
    },
    accepter: { id: hexOf(2, '3'), fullname: dossier.handler.toLocaleUpperCase('vi') },
    applyMethod: {
      id: dossier.channel === 'online' ? 0 : 1,
      name: dossier.channel === 'online' ? 'Trực tuyến' : 'Trực tiếp',
    },
    dossierReceivingKind: { id: hexOf(3, '4'), name: 'Nhận trực tiếp' },
    task: [current],
    // One site sends an array, another an object; the front end copes with both.
    currentTask: dossier.index % 2 === 0 ? [current] : current,
    eForm: { id: hexOf(4, '5'), data: {} },
  };
}

/** The detail: the row, its papers and its steps. */
export function igateDetail(holding: Holding): Record<string, unknown> {
  const { dossier } = holding;
  return {
    ...igateRow(holding),
    dossierFormFile: dossier.procedure.papers.map((paper, index) => ({
      order: index + 1,
      procedureForm: { name: paper.name },
      group: paper.heading === true,
      quantity: paper.original + paper.copy,
      typeName: paper.heading ? '' : paper.original > 0 ? 'Bản chính' : 'Bản sao',
      requirement: paper.required ? 1 : 0,
      file: index === 0 ? [{ filename: 'mau-don.doc', template: true }] : [],
    })),
    processHistory: holding.history.map(({ text, at }) => ({
      status: text,
      createdDate: isoNoColon(at),
      user: dossier.handler.toLocaleUpperCase('vi'),
    })),
  };
}
