/**
 * A report to support (phản ánh): one of the field's four groups, what is wrong in the words of the finding, and as
 * evidence what each system said, when and where it was seen. Nothing of a citizen is in it but the dossier's codes.
 */
import type { DossierCode } from '../dossier/code';
import type { RuleId, Translate } from '../dossier/finding';
import { type IsoInstant, showTime } from '../dossier/time';
import type { DossierView, FindingView, SystemLine } from './dossier-view';

/** The groups into which support sorts what it is told: lỗi hệ thống, thao tác, tài khoản và phân quyền, quy trình. */
export const SUPPORT_GROUPS = [
  'system-fault',
  'user-operation',
  'account-rights',
  'procedure-workflow',
] as const;
export type SupportGroup = (typeof SUPPORT_GROUPS)[number];

const GROUP_OF: Record<RuleId, SupportGroup> = {
  'status-disagrees': 'system-fault',
  'done-but-supplement-owed': 'system-fault',
  'missing-on-system': 'system-fault',
  'due-date-disagrees': 'system-fault',
  'false-overdue': 'system-fault',
  'payment-disagrees': 'system-fault',
  'receipt-missing': 'system-fault',
  'result-missing': 'system-fault',
  'incomplete-on-system': 'system-fault',
  'moved-backwards': 'user-operation',
  overdue: 'user-operation',
  'due-soon': 'user-operation',
  'no-progress': 'procedure-workflow',
  'wrong-system': 'procedure-workflow',
  'procedure-disagrees': 'procedure-workflow',
  'not-known-yet': 'system-fault',
};

/** The group of a finding; without one, whether any system turned the officer away. */
export function groupFor(finding: FindingView | null, { lines }: DossierView): SupportGroup {
  if (finding && finding.rule !== 'not-known-yet') return GROUP_OF[finding.rule];
  const concerned = finding ? lines.filter(({ system }) => finding.systems.includes(system)) : lines;
  return concerned.some(({ state }) => state === 'no-permission') ? 'account-rights' : 'system-fault';
}

export interface SupportReport {
  subject: string;
  body: string;
}

/** What one system said: its words, its due date, when and where it was seen, and why nothing newer is known. */
function evidenceOf(line: SystemLine, t: Translate): string {
  const said = line.seenText
    ? [
        line.statusText ? `“${line.statusText}”` : (line.statusLabel ?? t('shared_no_status')),
        line.dueText && t('shared_due', [line.dueText]),
        t('shared_seen', [line.seenText]),
      ]
    : [];
  return `- ${line.name}: ${[...said, line.state !== 'found' && line.stateText].filter(Boolean).join('; ')}`;
}

/** @param finding the one it is about; null: the dossier as a whole. @param at when it is written */
export function supportReport(
  view: DossierView,
  finding: FindingView | null,
  at: IsoInstant,
  t: Translate,
): SupportReport {
  const about = finding ? view.lines.filter(({ system }) => finding.systems.includes(system)) : view.lines;
  const evidence = about.filter(({ seenText, state }) => seenText || state !== 'never-asked');
  const codes: DossierCode[] = view.codes;
  return {
    subject: t('report_subject', [codes[0] ?? '', finding ? t(ruleNameKey(finding.rule)) : view.verdictText]),
    body: [
      t('report_codes', [codes.join(' = ')]),
      t('report_what', [finding ? finding.reason : view.verdictText]),
      ...(evidence.length ? [t('report_evidence'), ...evidence.map((line) => evidenceOf(line, t))] : []),
      t('report_written', [showTime(at)]),
    ].join('\n'),
  };
}

/** The `_locales` key of a rule's name. */
export function ruleNameKey(rule: RuleId): string {
  return `rule_name_${rule.replaceAll('-', '_')}`;
}

/** The whole as plain text: its group first, since support sorts by it. */
export function reportText(
  group: SupportGroup,
  { subject }: SupportReport,
  body: string,
  t: Translate,
): string {
  return [subject, t('report_group', [t(groupKey(group))]), body].join('\n');
}

/** The `_locales` key of a group's name. */
export function groupKey(group: SupportGroup): string {
  return `report_group_${group.replaceAll('-', '_')}`;
}

const MAY_BE_PERSONAL = /(?<![\d.-])(?:\+84|0)\d{8,11}(?!\d)|(?<!\d)\d{9}(?!\d)|(?<!\d)\d{12}(?!\d)/;

/** True where what the officer added may hold an identity or phone number; the dossier's own codes are no such number. */
export function looksPersonal(text: string, codes: readonly DossierCode[]): boolean {
  const rest = codes.reduce((left, code) => left.replaceAll(code, ' '), text);
  return MAY_BE_PERSONAL.test(rest.replace(/(?<=\d)[ .](?=\d)/g, ''));
}

/** A mail that the officer's own mail program opens; nothing is sent by itself. */
export function mailtoOf(email: string, subject: string, body: string): string {
  return `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
}
