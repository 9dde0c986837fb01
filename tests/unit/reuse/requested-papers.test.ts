/** Requests for supplements as officers word them: which papers they ask for, and which they only speak of. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translator } from '../../../utils/platform/i18n';
import { supplementRequest } from '../../../utils/reuse';
import { requestedPapers } from '../../../utils/reuse/requested-papers';

const papers = (text: string, procedure?: string) =>
  requestedPapers(text, procedure).map(({ paper }) => paper);

describe('papers that a request asks for', () => {
  it.each([
    [
      'a list in one sentence',
      'Đề nghị ông/bà bổ sung bản sao giấy khai sinh, căn cước công dân và sổ hộ khẩu.',
      ['birth-certificate', 'identity-card', 'residence'],
    ],
    ['after a colon', 'Bổ sung: Giấy khai sinh', ['birth-certificate']],
    ['a verb behind the person asked', 'Yêu cầu công dân nộp thêm trích lục khai tử', ['death-certificate']],
    [
      '"đề nghị bổ sung" before the name',
      'Đề nghị bổ sung Giấy chứng nhận đăng ký kết hôn',
      ['marriage-certificate'],
    ],
    ['what is missing', 'Hồ sơ còn thiếu giấy khám sức khỏe', ['health-check-certificate']],
    ['what is not there yet', 'Chưa có bản sao giấy phép lái xe', ['driving-licence']],
    ['no accents', 'de nghi bo sung giay khai sinh', ['birth-certificate']],
    ['what there is not', 'Hồ sơ không hợp lệ vì không có thẻ BHYT', ['health-insurance-card']],
    ['both sides in colour', 'Vui lòng bổ sung bản scan màu hai mặt CCCD', ['identity-card']],
    ['an abbreviation', 'bổ sung cccd', ['identity-card']],
    ['lines with numbers', '1. Giấy khai sinh\n2. CCCD', ['birth-certificate', 'identity-card']],
    ['twice the same', 'Bổ sung CCCD. Nộp thẻ căn cước', ['identity-card']],
  ])('%s', (_, text, expected) => {
    expect(papers(text)).toEqual(expected);
    expect(papers(text.normalize('NFD'))).toEqual(expected);
  });

  it('the words are those of the text', () => {
    expect(requestedPapers('Bổ sung Giấy khai sinh')).toEqual([
      { paper: 'birth-certificate', words: 'Giấy khai sinh' },
    ]);
  });
});

describe('papers that are only spoken of', () => {
  it.each([
    ['its number', 'Đề nghị sửa số căn cước trên tờ khai'],
    ['a form of that name', 'Tờ khai đăng ký lại khai sinh chưa ký tên'],
    ['what stands on it', 'Địa chỉ trên giấy khai sinh không khớp với tờ khai'],
    ['it is not to be handed in', 'Không yêu cầu nộp giấy khai sinh'],
    ['its form', 'Đề nghị bổ sung tờ khai cấp giấy khai sinh'],
    ['the original is handed back', 'Đề nghị nộp lại bản gốc giấy phép lái xe'],
    ['papers of nobody’s name', 'Bổ sung giấy tờ tùy thân'],
    ['what may be missing', 'Trường hợp chưa có giấy khai sinh thì nộp giấy chứng sinh'],
    ['nothing', ''],
  ])('%s', (_, text) => expect(papers(text)).toEqual([]));

  it('the text for missing or wrong data is the lawful way to ask: no mark', () => {
    expect(papers(supplementRequest(['birth-certificate', 'identity-card'], translator('vi')))).toEqual([]);
  });
});

it('any text is answered, in its own words', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('bổ sung ', 'giấy khai sinh', ', ', 'nộp ', '. ', 'cccd ', '\n', 'ạ́')),
      (parts) => {
        for (const { paper, words } of requestedPapers(parts.join(''))) {
          expect(paper).toBeTruthy();
          expect(parts.join('').normalize('NFC')).toContain(words);
        }
      },
    ),
  );
});
