/** What of a view leaves the background for a page. */
import { expect, it } from 'vitest';
import { forPage } from '../../../utils/view/for-page';
import { outOfSync } from '../overlay/made-views';

const CODE = 'H26.14-261105-0001';

it('no address with a code in it, and whether there is one', () => {
  const view = outOfSync(CODE);
  const [first] = view.lines;
  if (!first) throw new Error('the view has no line');
  const lines = [{ ...first, openUrl: `https://dichvucong.gov.vn/tra-cuu?maHoSo=${CODE}` }, first];
  const [sent] = forPage([{ ...view, lines: [...lines, { ...first, openUrl: undefined }] }]);
  expect(sent?.lines.map(({ openUrl }) => openUrl)).toEqual([
    'https://dichvucong.gov.vn',
    first.openUrl && new URL(first.openUrl).origin,
    undefined,
  ]);
  expect(sent).toEqual({ ...view, lines: expect.any(Array) });
});
