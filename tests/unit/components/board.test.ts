// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { Board } from '../../../components/board/Board';
import { boardRows, countVerdicts } from '../../../components/board/board-rows';
import { entryOf } from '../../../components/shared/board-entries';
import type { BoardEntry } from '../../../components/shared/sources';
import type { LedgerSighting } from '../../../utils/dossier/sighting';
import { toInstant } from '../../../utils/dossier/time';
import { boardOf, CODE, madeUpSources, movable } from './made-up';
import { button, click, one, render, text, unmount } from './render';

afterEach(unmount);

const codesShown = () =>
  [...document.querySelectorAll('tbody th span.font-semibold')].map(({ textContent }) => textContent);

describe('the board', () => {
  it('shows fifty dossiers a page', async () => {
    await render(Board, madeUpSources());
    expect(codesShown()).toHaveLength(50);
    await click(button('Trang sau'));
    await click(button('Trang sau'));
    expect(codesShown()).toHaveLength(20);
    expect(text('nav[aria-label="Các trang của bảng"]')).toContain('Trang 3/3');
    expect(button('Trang sau').disabled).toBe(true);
  });

  it('shows one verdict alone, from its first page', async () => {
    await render(Board, madeUpSources());
    await click(button('Trang sau'));
    await click(one('input[type=radio]:not(:checked)'));
    expect(codesShown()).toHaveLength(40);
    expect(text('tbody')).not.toContain('Khớp');
  });

  it('sorts by due date first, by time seen on demand, and says which', async () => {
    await render(Board, madeUpSources());
    expect(one('th[aria-sort=ascending]').textContent).toContain('Hẹn trả');
    await click(one<HTMLButtonElement>('th[aria-sort=none] button'));
    expect(one('th[aria-sort=descending]').textContent).toContain('Thấy lần cuối');
  });

  it('copies the codes of the page, or all that the filter leaves', async () => {
    const sources = madeUpSources();
    await render(Board, sources);
    await click(button('Chép 50 mã ở trang này'));
    await click(button('Chép cả 120 mã'));
    const copied = sources.deeds.map(([, all]) => String(all).split('\n'));
    expect(copied.map(({ length }) => length)).toEqual([50, 120]);
    expect(copied[0]).toEqual(codesShown());
  });

  it('says where and when each word was seen', async () => {
    await render(Board, madeUpSources({ board: movable(boardOf(1)) }));
    expect(text('tbody')).toContain('Hà Nội: Đã có kết quả thấy trên trang lúc 10:00 22/11/2026');
    expect(text('tbody')).toContain('DVCQG: Không ghi trạng thái tra cứu lúc 09:00 22/11/2026');
    expect(text('tbody')).toContain('theo Hà Nội');
  });

  it('is friendly while it is empty', async () => {
    await render(Board, madeUpSources({ board: movable<BoardEntry[]>([]) }));
    expect(text('main')).toContain('Chưa có hồ sơ nào');
  });
});

describe('rows', () => {
  const entries = fc.array(
    fc.record({
      verdict: fc.constantFrom('in-sync' as const, 'out-of-sync' as const, 'cannot-tell' as const),
      day: fc.option(fc.integer({ min: 10, max: 28 }), { nil: undefined }),
      seen: fc.integer({ min: 10, max: 59 }),
    }),
  );
  const asEntries = (rows: { verdict: BoardEntry['verdict']; day?: number; seen: number }[]): BoardEntry[] =>
    rows.map(({ verdict, day, seen }, index) => ({
      code: `H26.18-261105-${String(index).padStart(4, '0')}`,
      verdict,
      said: [],
      due: day === undefined ? undefined : { at: `2026-11-${day}`, shortName: 'Hà Nội' },
      seenAt: `2026-11-22T03:${seen}:00Z`,
    }));

  it('lose and gain no dossier, and no undated one stands before a dated one', () => {
    fc.assert(
      fc.property(entries, (made) => {
        const all = asEntries(made);
        const rows = boardRows(all, null, 'due');
        expect(new Set(rows)).toEqual(new Set(all));
        const due = rows.map((row) => (row.due ? toInstant(row.due.at, 'end') : Number.POSITIVE_INFINITY));
        expect(due).toEqual([...due].sort((a, b) => a - b));
      }),
    );
  });

  it('of the verdicts are as many as the counts say', () => {
    fc.assert(
      fc.property(entries, (made) => {
        const all = asEntries(made);
        const counts = countVerdicts(all);
        for (const verdict of ['in-sync', 'out-of-sync', 'cannot-tell'] as const) {
          expect(boardRows(all, verdict, 'seen')).toHaveLength(counts[verdict]);
        }
      }),
    );
  });

  it('a day without an hour lasts to its end', () => {
    const [early, late] = boardRows(
      [
        {
          code: 'A',
          verdict: 'in-sync',
          said: [],
          due: { at: '2026-11-27', shortName: 'x' },
          seenAt: '2026-11-22T03:00:00Z',
        },
        {
          code: 'B',
          verdict: 'in-sync',
          said: [],
          due: { at: '2026-11-27T17:00', shortName: 'x' },
          seenAt: '2026-11-22T03:00:00Z',
        },
      ],
      null,
      'due',
    );
    expect([early?.code, late?.code]).toEqual(['B', 'A']);
  });
});

describe('an entry', () => {
  const names = new Map([
    ['province-h26', 'Hà Nội'],
    ['national-portal', 'DVCQG'],
  ]);
  const sighting = (change: Partial<LedgerSighting>): LedgerSighting => ({
    code: CODE,
    system: 'province-h26',
    outcome: 'found',
    via: 'page',
    seenAt: '2026-11-22T03:00:00Z',
    firstSeenAt: '2026-11-22T03:00:00Z',
    statusSince: '2026-11-22T03:00:00Z',
    ...change,
  });
  const file = (...sightings: LedgerSighting[]) => ({ codes: [CODE], sightings, tries: [], asking: [] });

  it('takes the earliest due date and names the system that shows it', () => {
    const entry = entryOf(
      file(
        sighting({ dueAt: '2026-11-27' }),
        sighting({ system: 'national-portal', dueAt: '2026-11-26T17:00', seenAt: '2026-11-22T04:00:00Z' }),
      ),
      { verdict: 'in-sync', findings: [] },
      names,
    );
    expect(entry?.due).toEqual({ at: '2026-11-26T17:00', shortName: 'DVCQG' });
    expect(entry?.said.map(({ shortName }) => shortName)).toEqual(['DVCQG', 'Hà Nội']);
    expect(entry?.seenAt).toBe('2026-11-22T04:00:00Z');
  });

  it.each([
    ['nothing was found', file(sighting({ outcome: 'not-found' }))],
    ['only a system that is switched off spoke', file(sighting({ system: 'land' }))],
    ['nothing was seen', file()],
  ])('is none when %s', (_, made) => {
    expect(entryOf(made, { verdict: 'cannot-tell', findings: [] }, names)).toBeNull();
  });
});
