import { expect, it } from 'vitest';
import { fold } from '../../../utils/dossier/fold';

it.each([
  ['tones, case and đ', 'Đã Trả Kết Quả', 'da tra ket qua'],
  ['decomposed text', 'Đã trả'.normalize('NFD'), 'da tra'],
  ['white space and no-break spaces', '  Mã\u00a0\n hồ   sơ ', 'ma ho so'],
  ['invisible marks', 'Đang\u200b xử\u00ad lý\ufeff', 'dang xu ly'],
])('%s', (_, text, folded) => {
  expect(fold(text)).toBe(folded);
});
