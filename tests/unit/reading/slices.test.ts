// @vitest-environment happy-dom
/** When a live page is given up as too slow: by the reader's own work, not by what it waits for. */
import { expect, it } from 'vitest';
import { WORK_MS } from '../../../utils/reading/limits';
import { REST } from '../../../utils/reading/rest';
import { readPageInSlices } from '../../../utils/reading/slices';
import { LIVE_VISIBILITY } from '../../../utils/reading/visibility';

/** Numbers of made-up dossiers, from here on. */
const FIRST = 1_001;
const codeOf = (n: number) => `H26.14-261102-${FIRST + n}`;

/** A clock that only the case moves on, and a page of cards, for which the second script is brought. */
async function readCards({ cards = 1, waitMs = 0, stepMs = 0 }) {
  let time = 0;
  document.body.innerHTML = Array.from(
    { length: cards },
    (_, n) => `<div><p>Mã hồ sơ: ${codeOf(n)}</p><p>Trạng thái: Đang xử lý</p></div>`,
  ).join('');
  return readPageInSlices(document, {
    visibility: LIVE_VISIBILITY,
    roots: [],
    now: () => {
      time += stepMs;
      return time;
    },
    pause: () => Promise.resolve(),
    bring: async () => {
      time += waitMs;
      return REST;
    },
  });
}

it.each([
  ['nothing to wait for', 0],
  ['a machine that slept while the second script was brought', 100 * WORK_MS],
])('%s: the page is read', async (_, waitMs) => {
  const { dossiers, unread } = await readCards({ waitMs });
  expect(unread).toBeUndefined();
  expect(dossiers.map(({ reading }) => [reading.code, reading.statusText])).toEqual([
    [codeOf(0), 'Đang xử lý'],
  ]);
});

it('work without end: given up with a reason, and no dossier of half a page', async () => {
  const { dossiers, unread } = await readCards({ cards: 40, stepMs: WORK_MS });
  expect({ dossiers, unread }).toEqual({ dossiers: [], unread: 'too-slow' });
});
