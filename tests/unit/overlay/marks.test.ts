import { describe, expect, it } from 'vitest';
import { TEXTS } from './browser';
import { madeCode } from './made-codes';
import { DETAIL, scrolledTable, tableOf } from './made-pages';
import { inSync, mixed, outOfSync } from './made-views';
import { disagrees, geometry, stage } from './stage';

const { open } = stage();

describe('where marks stand', () => {
  it.each([
    ['a wide column has room for the whole chip', '420px', '', true],
    ['a narrow column leaves the chip the system alone, or a bare shape', '260px', '', false],
    ['a column as wide as the code leaves nothing', '10px', 'td:nth-child(2){white-space:nowrap}', false],
    ['tight rows and small type', '300px', 'td{padding:0 2px!important}table{font:11px/1.1 Arial}', false],
    ['large type', '460px', 'table{font:19px/1.2 Arial}', false],
  ])('%s: no chip lies over text or a control', async (_, width, style, whole) => {
    const shown = await open(tableOf(60, width, style), disagrees);
    const marks = await geometry(shown);
    expect(marks.length).toBeGreaterThan(10);
    expect(marks.filter((mark) => mark.chip && mark.over)).toEqual([]);
    if (whole) expect(marks.some((mark) => mark.chip?.includes('2 giờ trước'))).toBe(true);
    expect(marks.filter((mark) => mark.takesPointer)).toEqual([]);
    expect(marks.filter((mark) => mark.away > 24)).toEqual([]);
  });

  it('a shortened chip names the system and no value', async () => {
    const shown = await open(tableOf(20, '260px'), disagrees);
    const chips = (await geometry(shown)).flatMap(({ chip }) => chip ?? []);
    expect(new Set(chips)).toEqual(new Set(['DVCQG']));
  });

  it('in sync a dot, cannot-tell nothing unless it is switched on', async () => {
    const shown = await open(tableOf(5), mixed);
    expect((await geometry(shown)).map(({ code }) => code)).toEqual([1, 2, 3, 5].map(madeCode));
    await shown.close();
    const all = await open(tableOf(5), mixed, { options: { showCannotTell: true } });
    expect((await geometry(all)).length).toBe(5);
  });

  it('marks follow an inner scroller, and only codes in view have one', async () => {
    const shown = await open(scrolledTable(300), (code) => inSync(code));
    const before = await geometry(shown);
    await shown.evaluate(async () => {
      document.querySelector('.scroller')?.scrollTo(0, 3000);
      scrollTo(0, 120);
      await window.soi.settled();
    });
    const after = await geometry(shown);
    expect(after.length).toBeGreaterThan(8);
    expect(after.filter((mark) => before.some(({ code }) => code === mark.code))).toEqual([]);
    expect(after.filter((mark) => mark.away > 12)).toEqual([]);
    const clip = await shown.$eval('.scroller', (element) => element.getBoundingClientRect().toJSON());
    const head = await shown.$eval('th', (element) => element.getBoundingClientRect().bottom);
    expect(after.filter(({ box }) => box.top < head - 2 || box.bottom > clip.bottom + 2)).toEqual([]);
  });

  const long = (height: number, gap = 0) =>
    `<style>body{margin:0}p{margin:0;height:${height}px}p:nth-child(40n){margin-top:${gap}px}</style>${Array.from(
      { length: 1_000 },
      (_, at) => `<p>${madeCode(at + 1)}</p>`,
    ).join('')}`;
  it.each([
    ['rows', long(30)],
    ['tall cards', long(700)],
    ['rows in groups far from each other', long(30, 4_000)],
    ['rows in a box that scrolls', `<div id="box" style="height:600px;overflow:auto">${long(30)}</div>`],
  ])('in a thousand %s each code in view has its mark, wherever one scrolls', async (_, html) => {
    const shown = await open(html, (code) => inSync(code));
    for (const part of [0, 0.11, 0.5, 0.73, 1]) {
      await shown.evaluate((share) => {
        const box = document.querySelector('#box') ?? document.documentElement;
        box.scrollTop = share * box.scrollHeight;
      }, part);
      const unmarked = () =>
        shown.evaluate(() => {
          const bottom = document.querySelector('#box')?.clientHeight ?? innerHeight;
          const marked = window.soi.marks().map((mark) => mark.ariaLabel?.slice(0, 18));
          const visible = [...document.querySelectorAll('p')].filter((row) => {
            const { top } = row.getBoundingClientRect();
            return top >= 0 && top + 20 <= bottom;
          });
          if (visible.length === 0) throw new Error('no code is in view');
          return visible.map((row) => row.textContent).filter((code) => !marked.includes(code ?? ''));
        });
      await expect.poll(unmarked, { timeout: 10_000 }).toEqual([]);
    }
  });

  it('a code under a sticky column has no mark', async () => {
    const html = `<style>.s{width:300px;overflow:auto}table{width:900px;border-collapse:collapse}
      td:first-child{position:sticky;left:0;background:#fff;width:250px;min-width:250px}</style>
      <div class="s"><table><tr><td>Nguyễn Văn Mẫu</td><td>${madeCode(1)}</td><td>x</td></tr></table></div>`;
    const shown = await open(html, (code) => inSync(code));
    await shown.evaluate(async () => {
      document.querySelector('.s')?.scrollTo(230, 0);
      await window.soi.settled();
    });
    expect(await geometry(shown)).toEqual([]);
  });

  it('a row recycled for another dossier loses the mark at once', async () => {
    const shown = await open(tableOf(6), (code) => inSync(code));
    await shown.evaluate(async () => {
      const link = document.querySelector('td a');
      if (link?.firstChild instanceof Text) link.firstChild.data = 'H26.14-261120-9999';
      dispatchEvent(new Event('resize'));
      await window.soi.settled();
    });
    expect((await geometry(shown)).map(({ code }) => code)).not.toContain(madeCode(1));
  });

  it('a code in a form control gets its mark beside the control', async () => {
    const shown = await open(`<p>Mã hồ sơ <input value="${madeCode(1)}" size="30"></p>`, disagrees);
    await shown.evaluate(
      async (view) => {
        const element = document.querySelector('input') as Element;
        window.soi.overlay.setDossiers([{ code: view.code, places: [{ kind: 'element', element }] }]);
        window.soi.overlay.setViews([view]);
        await window.soi.settled();
      },
      outOfSync(madeCode(1)),
    );
    const [mark] = await geometry(shown);
    expect(mark?.chip).toContain('DVCQG');
    expect(mark?.over).toBe(false);
  });

  it('component lines get their own chip, and the card of their dossier sums them up', async () => {
    const shown = await open(DETAIL, disagrees);
    const seen = await shown.evaluate(async () => {
      const place = document.getElementById('paper-1')?.firstChild;
      if (!(place instanceof Text)) return [];
      window.soi.overlay.setComponents(
        [
          {
            key: 'line 0',
            place: { kind: 'text', node: place, start: 0, end: place.length },
            prompt: {
              level: 'not-required',
              chip: 'Không cần nộp',
              title: 'Giấy khai sinh',
              lines: [{ text: 'Đã có dữ liệu.' }],
            },
          },
        ],
        { text: '1 không yêu cầu nộp', code: 'H26.14-261120-0001' as never },
      );
      await window.soi.settled();
      window.soi.openCard('H26.14-261120-0001');
      return [
        ...window.soi.marks().map((mark) => mark.dataset.t),
        (window.soi.root().querySelector('.papers [data-t]') as HTMLElement | null)?.dataset.t,
      ];
    });
    expect(seen).toContain('Không cần nộp');
    expect(seen.at(-1)).toBe(`${TEXTS.overlay_component}: 1 không yêu cầu nộp`);
  });
});

describe('cost', () => {
  it('of 5,000 rows only those in view are painted, and a scrolled frame looks at no more than a few points', async () => {
    const shown = await open(tableOf(1));
    const cost = await shown.evaluate(
      async (html) => {
        document.body.innerHTML = html;
        window.soi.readAndView();
        await window.soi.settled();
        let looks = 0;
        let rects = 0;
        const hit = Document.prototype.elementFromPoint;
        Document.prototype.elementFromPoint = function (x, y) {
          looks++;
          return hit.call(this, x, y);
        };
        const boxes = Range.prototype.getClientRects;
        Range.prototype.getClientRects = function () {
          rects++;
          return boxes.call(this);
        };
        for (let step = 0; step < 10; step++) {
          scrollBy(0, 300);
          await new Promise(requestAnimationFrame);
          await new Promise((done) => setTimeout(done));
        }
        const scrolled = { looks, rects };
        await window.soi.settled();
        return {
          ...scrolled,
          marks: window.soi.root().querySelectorAll('.mark').length,
          painted: window.soi.marks().length,
        };
      },
      tableOf(5000, '260px', 'table{table-layout:fixed}'),
    );
    expect(cost.painted).toBeGreaterThan(5);
    expect(cost.marks).toBeLessThan(60);
    expect(cost.rects).toBeLessThan(10 * 60 * 4);
    expect(cost.looks).toBeLessThan(10 * 60 * 4);
  }, 60_000);
});
