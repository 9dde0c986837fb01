// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { WhyRead } from '../../../components/explain/WhyRead';
import type { PageExplanation } from '../../../utils/reading/explanation';
import { CODE, madeUpSources, movable } from './made-up';
import { button, change, click, render, text, unmount } from './render';

afterEach(unmount);

const EXPLAINED: PageExplanation = {
  layout: 'none',
  leftOut: [],
  dossiers: [
    {
      code: CODE,
      fields: [
        { field: 'code', by: 'code-shape', label: 'Mã hồ sơ', text: CODE, value: CODE },
        { field: 'receivedAt', by: 'column', label: 'Ngày nhận', text: '05/11/2026', value: '2026-11-05' },
        { field: 'overdueShown', by: 'lateness', text: 'Quá hạn 2 ngày', value: 'true' },
      ],
      leftOut: [
        { field: 'dueAt', reason: 'only-step-deadline', from: [{ label: 'Hạn xử lý', text: '07/11/2026' }] },
      ],
    },
  ],
};

const opened = async () => {
  const details = document.querySelector('details');
  await change(() => {
    if (details) details.open = true;
    details?.dispatchEvent(new Event('toggle'));
  });
};

function Chosen() {
  return WhyRead({ code: CODE });
}

it('asks the page only once it is opened', async () => {
  let asked = 0;
  const explain = () => {
    asked++;
    return Promise.resolve([EXPLAINED]);
  };
  await render(Chosen, madeUpSources({ explain }));
  expect(asked).toBe(0);
  await opened();
  expect(asked).toBe(1);
});

it('says by which rule, from which label and text, and what was left out', async () => {
  await render(Chosen, madeUpSources({ explain: () => Promise.resolve([EXPLAINED]) }));
  await opened();
  const shown = text('details');
  expect(shown).toContain('Ngày tiếp nhận05/11/2026theo tiêu đề cột, nhãn “Ngày nhận”, chữ “05/11/2026”');
  expect(shown).toContain('Trang báo quá hạncó');
  expect(shown).toContain('chỉ thấy hạn của bước xử lý, chưa phải ngày hẹn trả; nhãn “Hạn xử lý”');
});

it('is copied as lines', async () => {
  const sources = madeUpSources({ explain: () => Promise.resolve([EXPLAINED]) });
  await render(Chosen, sources);
  await opened();
  await click(button('Chép giải thích'));
  const [[, copied]] = sources.deeds as [[string, string]];
  expect(copied.split('\n')).toEqual([
    `Vì sao đọc như vậy? ${CODE}`,
    `- Mã hồ sơ: ${CODE} (đúng dạng mã hồ sơ, nhãn “Mã hồ sơ”, chữ “${CODE}”)`,
    '- Ngày tiếp nhận: 05/11/2026 (theo tiêu đề cột, nhãn “Ngày nhận”, chữ “05/11/2026”)',
    '- Trang báo quá hạn: có (theo chữ báo hạn cạnh hồ sơ, chữ “Quá hạn 2 ngày”)',
    'Bỏ trống vì chưa chắc:',
    '- Ngày hẹn trả: chỉ thấy hạn của bước xử lý, chưa phải ngày hẹn trả; nhãn “Hạn xử lý”, chữ “07/11/2026”',
  ]);
});

it('says that the page no longer shows the dossier, and looks again when told', async () => {
  let frames: PageExplanation[] = [];
  await render(Chosen, madeUpSources({ explain: () => Promise.resolve(frames) }));
  await opened();
  expect(text('[role=status]')).toContain('không hiện hồ sơ này');
  frames = [EXPLAINED];
  await click(button('Đọc lại'));
  expect(text('dl')).toContain(CODE);
});

it('a card that asks opens it, each time, for its own dossier alone', async () => {
  const whyAsked = movable<{ code: string; at: number } | null>({ code: 'H26.18-261105-0999', at: 1 });
  await render(Chosen, madeUpSources({ whyAsked, explain: () => Promise.resolve([EXPLAINED]) }));
  const details = document.querySelector('details');
  expect(details?.open).toBe(false);
  await change(() => whyAsked.set({ code: CODE, at: 2 }));
  expect(details?.open).toBe(true);
});
