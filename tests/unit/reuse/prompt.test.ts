import { describe, expect, it } from 'vitest';
import type { DatabaseState } from '../../../utils/dossier/database';
import { translator } from '../../../utils/platform/i18n';
import {
  matchPapers,
  promptFor,
  type ReusePrompt,
  summarise,
  supplementRequest,
} from '../../../utils/reuse/index';
import { REUSE_TEXT_KEYS } from '../../../utils/reuse/texts';

const t = translator('vi');
const IN_USE: DatabaseState = { state: 'in-use', url: 'https://tracuu.example.gov.vn/' };
const NOT_CONNECTED: DatabaseState = { state: 'not-connected' };

function prompt(text: string, databases: Record<string, DatabaseState>, covered?: boolean): ReusePrompt {
  const found = promptFor(matchPapers(text), databases, t, covered);
  if (!found) throw new Error('no prompt');
  return found;
}

const LEVEL: Record<string, ReusePrompt['level']> = {
  'Không yêu cầu nộp': 'not-required',
  'Kiểm tra dữ liệu trước': 'check-first',
  'Nhận giấy như trước': 'as-before',
  'Thu lại bản gốc': 'as-before',
};

const words = ({ lines }: ReusePrompt) => lines.map(({ text }) => text);

it('one paper handed back, another not: each is told, and only the other is looked up', () => {
  const both = prompt('Thẻ bảo hiểm y tế cũ và bản sao giấy khai sinh', { 'civil-status': IN_USE }, true);
  expect(both.level).toBe('not-required');
  expect(both.title).toBe('Không yêu cầu nộp: Giấy khai sinh');
  expect(words(both)).toContain('Bản gốc phải nộp lại, dữ liệu không thay thế được: Thẻ bảo hiểm y tế');
  expect(both.copy?.text).not.toContain('bảo hiểm');
});

describe('what may be said', () => {
  const LEVELS: [
    reason: string,
    text: string,
    databases: Record<string, DatabaseState>,
    covered: boolean | undefined,
    chip: string,
  ][] = [
    ['covered and in use', 'Giấy khai sinh', { 'civil-status': IN_USE }, true, 'Không yêu cầu nộp'],
    [
      'in use, cover not known',
      'Giấy khai sinh',
      { 'civil-status': IN_USE },
      undefined,
      'Kiểm tra dữ liệu trước',
    ],
    ['in use, not covered', 'Giấy khai sinh', { 'civil-status': IN_USE }, false, 'Kiểm tra dữ liệu trước'],
    ['covered, database not known', 'Giấy khai sinh', {}, true, 'Kiểm tra dữ liệu trước'],
    ['another database in use', 'Giấy khai sinh', { population: IN_USE }, true, 'Kiểm tra dữ liệu trước'],
    ['not connected', 'Giấy khai sinh', { 'civil-status': NOT_CONNECTED }, true, 'Nhận giấy như trước'],
    [
      'one of two papers not in use',
      'Giấy khai sinh và thẻ căn cước',
      { 'civil-status': IN_USE, population: NOT_CONNECTED },
      true,
      'Kiểm tra dữ liệu trước',
    ],
    [
      'both papers in use',
      'Giấy khai sinh và thẻ căn cước',
      { 'civil-status': IN_USE, population: IN_USE },
      true,
      'Không yêu cầu nộp',
    ],
    ['land: its first stage is partial', 'Bản sao sổ đỏ', { land: IN_USE }, true, 'Kiểm tra dữ liệu trước'],
    ['handed back', 'Thẻ bảo hiểm y tế cũ', { insurance: IN_USE }, true, 'Thu lại bản gốc'],
  ];

  it.each(LEVELS)('%s', (_, text, databases, covered, chip) => {
    const found = prompt(text, databases, covered);
    expect(found.chip).toBe(chip);
    expect(found.level).toBe(LEVEL[chip]);
    expect(found.lines.at(-1)).toEqual({ text: 'Căn cứ: Nghị quyết 66.7/2025/NQ-CP, Điều 2', as: 'soft' });
  });

  it('nothing where no paper is asked for', () => {
    expect(
      promptFor(matchPapers('Tờ khai đăng ký khai sinh'), { 'civil-status': IN_USE }, t, true),
    ).toBeNull();
  });

  it('paper, database, state, and the way to look it up', () => {
    expect(
      prompt('Giấy khai sinh', { 'civil-status': { ...IN_USE, announcement: 'Công văn 12' } }, true),
    ).toEqual({
      level: 'not-required',
      chip: 'Không yêu cầu nộp',
      title: 'Không yêu cầu nộp: Giấy khai sinh',
      lines: [
        { text: 'Cơ sở dữ liệu hộ tịch điện tử: đang khai thác tại đơn vị', as: 'name' },
        { text: 'Tra cứu dữ liệu để dùng thay giấy tờ.' },
        { text: 'Công bố sử dụng: Công văn 12', as: 'soft' },
        { text: 'Dữ liệu thiếu hoặc sai: đề nghị công dân bổ sung giấy tờ và cập nhật cơ sở dữ liệu.' },
        { text: 'Thủ tục có trong danh mục áp dụng tại đơn vị.', as: 'soft' },
        { text: 'Căn cứ: Nghị quyết 66.7/2025/NQ-CP, Điều 2', as: 'soft' },
      ],
      links: [{ text: 'Tra cứu: Cơ sở dữ liệu hộ tịch điện tử', url: IN_USE.url }],
      copy: {
        label: 'Chép đề nghị bổ sung',
        done: 'Đã chép.',
        failed: 'Không chép được.',
        text: supplementRequest(['birth-certificate'], t),
      },
    });
  });

  it('of two databases each has its own link and its own steps; what two papers share is there once', () => {
    const url = 'https://cutru.example.gov.vn/';
    const population: DatabaseState = { state: 'in-use', url, note: 'Hỏi quầy 3.' };
    const found = prompt(
      'Giấy khai sinh, trích lục khai tử, CCCD và thẻ bảo hiểm y tế',
      { 'civil-status': IN_USE, population },
      true,
    );
    expect(found.links).toEqual([
      { text: 'Tra cứu: Cơ sở dữ liệu hộ tịch điện tử', url: IN_USE.url },
      { text: 'Tra cứu: Cơ sở dữ liệu quốc gia về dân cư', url },
    ]);
    expect(words(found)).toContain('Hỏi quầy 3.');
    expect(words(found).filter((text) => text.startsWith('Cơ sở dữ liệu'))).toHaveLength(3);
  });

  it('land asks which land it is', () => {
    const found = prompt('Bản sao sổ đỏ', { land: IN_USE }, true);
    expect(words(found).join(' ')).toContain('Có phải đất ở không?');
  });

  it('not connected: the paper is taken, nothing is to be copied or looked up', () => {
    const found = prompt('Giấy khai sinh', { 'civil-status': { ...NOT_CONNECTED, url: IN_USE.url } }, true);
    expect(words(found).join(' ')).toContain('nhận giấy tờ như trước');
    expect(found.copy).toBeUndefined();
    expect(found.links).toEqual([]);
  });

  it('of two papers, the text names only the one whose data can be had', () => {
    const both = prompt(
      'Giấy khai sinh và CCCD',
      { 'civil-status': IN_USE, population: NOT_CONNECTED },
      true,
    );
    expect(both.copy?.text).toBe(supplementRequest(['birth-certificate'], t));
  });

  it('a database that nobody told of sends to the centre', () => {
    expect(words(prompt('Sổ BHXH', {})).join(' ')).toContain('Hỏi trung tâm phục vụ hành chính công');
  });

  it('missing or wrong data: the text asks for the paper and for the data', () => {
    const text = supplementRequest(['birth-certificate'], t);
    expect(text).toContain('bổ sung Giấy khai sinh');
    expect(text).toContain('cập nhật, điều chỉnh thông tin');
  });
});

describe('the summary of a page', () => {
  const here = { 'civil-status': IN_USE, insurance: NOT_CONNECTED };
  const prompts = ['Giấy khai sinh', 'Giấy chứng tử', 'CCCD', 'Thẻ BHYT', 'Sổ đỏ bản gốc'].map((text) =>
    prompt(text, here, true),
  );

  it('counts the two kinds apart, and leaves out what is taken as before', () => {
    expect(summarise(prompts, t)).toBe('2 không yêu cầu nộp · 1 nên kiểm tra dữ liệu');
  });

  it.each([
    ['only the first kind', prompts.slice(0, 1), '1 không yêu cầu nộp'],
    ['only the second kind', prompts.slice(2, 4), '1 nên kiểm tra dữ liệu'],
    ['nothing to say', prompts.slice(3), ''],
  ])('%s', (_, some, words) => {
    expect(summarise(some, t)).toBe(words);
  });
});

describe('in the page', () => {
  it.each(['vi', 'en'] as const)('all its words are there, their places kept: %s', (language) => {
    for (const key of REUSE_TEXT_KEYS) {
      const text = translator(language)(key, ['$1', '$2', '$3']);
      expect(text).not.toBe('');
      expect(text.includes('$1')).toBe(key === 'reuse_supplement_request');
    }
  });
});
