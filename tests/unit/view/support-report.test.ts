/** The report to support: its group, its evidence, and that no citizen is in it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleId } from '../../../utils/dossier/finding';
import type { Reading } from '../../../utils/dossier/sighting';
import { sightingOf } from '../../../utils/ledger/sighting-of';
import type { DossierView, FindingView } from '../../../utils/view/dossier-view';
import {
  groupFor,
  groupKey,
  looksPersonal,
  mailtoOf,
  reportText,
  supportReport,
} from '../../../utils/view/support-report';
import { CODE, PROCESSING, RETURNED, seen, vi, view } from './scene';

const AT = '2026-11-10T09:00:00Z';
const shown = view({ sightings: [RETURNED, PROCESSING] });
const [finding] = shown.findings;

function whole(of: DossierView, about: FindingView | null = of.findings[0] ?? null): string {
  const report = supportReport(of, about, AT, vi);
  return reportText(groupFor(about, of), report, report.body, vi);
}

it('holds the group, both systems’ words, times and the code', () => {
  const text = whole(shown);
  expect(text).toContain('Nhóm: Lỗi hệ thống');
  expect(text).toContain(`Mã hồ sơ: ${CODE}`);
  for (const line of ['Hệ thống Hà Nội: “Đã trả kết quả”', 'Hệ thống DVCQG: “Đang xử lý”'])
    expect(text).toContain(line);
  expect(text).toContain('09:05 10/11/2026');
  expect(text).toContain('14:00 10/11/2026');
  expect(text).toContain(finding?.reason);
});

it('a finding’s report leaves out systems that it does not name', () => {
  const more = view({
    sightings: [
      RETURNED,
      PROCESSING,
      seen('coordination', '10:00', { status: 'processing', statusText: 'Chờ phân công' }),
    ],
  });
  const named = more.findings.find(({ systems }) => !systems.includes('coordination'));
  expect(whole(more, named ?? null)).not.toContain('Điều phối');
  expect(whole(more, null)).toContain('Điều phối');
});

describe('the group', () => {
  const of = (rule: RuleId): string =>
    groupFor({ rule, severity: 'error', systems: [], ask: [], reason: '', remedy: '' }, shown);
  it.each<[RuleId, string]>([
    ['status-disagrees', 'system-fault'],
    ['receipt-missing', 'system-fault'],
    ['moved-backwards', 'user-operation'],
    ['wrong-system', 'procedure-workflow'],
    ['procedure-disagrees', 'procedure-workflow'],
  ])('of %s is %s', (rule, group) => expect(of(rule)).toBe(group));

  it('a system that turned the officer away is about accounts and rights', () => {
    const refused = view({
      sightings: [RETURNED],
      tries: [{ system: 'national-portal', outcome: 'no-permission', at: AT }],
    });
    expect(groupFor(null, refused)).toBe('account-rights');
    expect(vi(groupKey('account-rights'))).toBe('Tài khoản, phân quyền');
  });
});

describe('what the officer adds', () => {
  it.each([
    ['an identity number', 'CCCD 001099000001'],
    ['one in groups', '001 099 000 001'],
    ['an old one', 'số 012345678'],
    ['a phone', 'gọi 0912 345 678'],
    ['a phone abroad', '+84912345678'],
  ])('is warned of: %s', (_, text) => expect(looksPersonal(text, [CODE])).toBe(true));

  it.each([
    ['the dossier’s own code', `Mã ${CODE}`],
    ['times', 'lúc 14:05 10/11/2026, ngày 2026-11-10'],
    ['a procedure', 'thủ tục 1.004873'],
    ['a fee', '120.000 đồng'],
  ])('is not: %s', (_, text) => expect(looksPersonal(text, [CODE])).toBe(false));

  it('the prefilled report never is', () => expect(looksPersonal(whole(shown), shown.codes)).toBe(false));
});

it('a mail carries line breaks and Vietnamese words as an address can', () => {
  const url = new URL(mailtoOf('hotro@vidu.gov.vn', 'Phản ánh & hỏi', 'một\nhai'));
  expect([url.protocol, url.pathname]).toEqual(['mailto:', 'hotro@vidu.gov.vn']);
  expect(url.searchParams.get('subject')).toBe('Phản ánh & hỏi');
  expect(url.searchParams.get('body')).toBe('một\r\nhai');
});

/** Letters that no sentence, state or name of ours holds. */
const secret = fc
  .array(fc.constantFrom('ẵ', 'ỡ', 'Ỵ', 'Ẳ', 'ỹ'), { minLength: 4, maxLength: 9 })
  .map((letters) => letters.join(''));

it('nothing that a page says outside of the fields kept gets into it', () =>
  fc.assert(
    fc.property(
      secret,
      fc.constantFrom('Đang xử lý', 'Đã trả kết quả', 'Yêu cầu bổ sung'),
      fc.constantFrom<(word: string) => Partial<Reading>>(
        (word) => ({ agency: `UBND ${word}` }),
        (word) => ({ procedureName: `Cấp bản sao cho ${word}` }),
        (word) => ({ procedureCode: word }),
        (word) => ({ statusText: `Chờ ông ${word} bổ sung hồ sơ` }),
        (word) => ({ statusText: word }),
        (word) => ({ statusText: `Đang xử lý (${word})` }),
      ),
      (word, statusText, leak) => {
        const procedures = { nameOf: () => null, codeOf: () => null };
        const how = {
          system: 'national-portal',
          via: 'page',
          seenAt: '2026-11-10T07:00:00Z',
          procedures,
        } as const;
        const read = sightingOf({ code: CODE, statusText, ...leak(word) }, how);
        const leaky = view({ sightings: [RETURNED, read] });
        for (const about of [null, ...leaky.findings]) {
          expect(whole(leaky, about).toLowerCase()).not.toContain(word.toLowerCase());
        }
      },
    ),
  ));
