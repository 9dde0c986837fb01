/** The shapes a generated page may have: lists, cards and details, as portals make them. */
export type Field =
  | 'statusText'
  | 'receivedAt'
  | 'dueAt'
  | 'procedureName'
  | 'person'
  | 'note'
  | 'step'
  | 'submitted';
export type Pick = <T>(list: readonly T[]) => T;
export type Row = Partial<Record<'code' | Field, string>>;
export interface Tools {
  fields: Field[];
  labels: Record<'code' | Field, string>;
  pick: Pick;
  chance: (p: number) => boolean;
  colon: string;
  /** A value with the elements that portals put around it. */
  wrap: (text: string) => string;
  /** The content of a header cell. */
  head: (label: string) => string;
}
export interface Layout {
  many: boolean;
  /** Values stand where no block may. */
  inline?: boolean;
  make: (rows: Row[], tools: Tools) => string;
}

export function wrapped(text: string, pick: Pick, chance: (p: number) => boolean, inline: boolean): string {
  if (text === '' || chance(0.5)) return text;
  const spans = [`<span>${text}</span>`, `<b>${text}</b>`, `<span class="x"><!-- --> ${text}</span>`];
  const blocks = [`<div>\n  ${text}\n</div>`, `<div><span><span> ${text} </span></span></div>`];
  return pick(inline ? spans : [...spans, ...blocks]);
}

const pairsOf = (row: Row, t: Tools): [string, string][] => {
  const all = (['code', ...t.fields] as const).map((f): [string, string] => [
    t.labels[f],
    t.wrap(row[f] ?? ''),
  ]);
  return t.chance(0.3) ? [...all.slice(1, 3), ...all.slice(0, 1), ...all.slice(3)] : all;
};

const table = (rows: Row[], t: Tools, th: string, thead: boolean, extra: string): string => {
  const columns = ['code', ...t.fields] as const;
  const head = `<tr><${th}>STT</${th}>${columns.map((f) => `<${th}>${t.head(t.labels[f])}</${th}>`).join('')}<${th}>Thao tác</${th}></tr>`;
  const body = rows.map(
    (row, i) =>
      `<tr><td>${i + 1}</td>${columns.map((f) => `<td>${t.wrap(row[f] ?? '')}</td>`).join('')}<td><button>Xem</button></td></tr>`,
  );
  return `<table>${extra}${thead ? `<thead>${head}</thead>` : head}<tbody>${body.join('')}</tbody></table>`;
};

export const LAYOUTS: Record<string, Layout> = {
  'table with thead': { many: true, make: (rows, t) => table(rows, t, 'th', true, '') },
  'table with td header after a pager row': {
    many: true,
    make: (rows, t) => table(rows, t, 'td', false, '<tr><td colspan="9">1 <a href="#">2</a></td></tr>'),
  },
  'cards of label and value siblings': {
    many: true,
    make: (rows, t) =>
      rows
        .map(
          (row) =>
            `<div class="card">${pairsOf(row, t)
              .map(([l, v]) => `<div><span>${l}${t.colon}</span><span>${v}</span></div>`)
              .join('')}<button>Chi tiết</button></div>`,
        )
        .join(''),
  },
  'cards of stacked paragraphs': {
    many: true,
    inline: true,
    make: (rows, t) =>
      `<ul>${rows
        .map(
          (row) =>
            `<li>${pairsOf(row, t)
              .map(([l, v]) => `<div class="f"><p class="l">${l}</p><p class="v">${v}</p></div>`)
              .join('')}</li>`,
        )
        .join('')}</ul>`,
  },
  'cards of sentences': {
    many: true,
    inline: true,
    make: (rows, t) =>
      rows
        .map(
          (row) =>
            `<div class="item">${pairsOf(row, t)
              .map(([l, v]) => `<p>${l}: ${v}</p>`)
              .join('')}</div>`,
        )
        .join('\n'),
  },
  'rows of plain elements under a header': {
    many: true,
    make: (rows, t) => {
      const columns = ['code', ...t.fields] as const;
      return `<div class="grid"><div class="r h">${columns.map((f) => `<div>${t.labels[f]}</div>`).join('')}<div></div></div>${rows.map((row) => `<div class="r">${columns.map((f) => `<div>${t.wrap(row[f] ?? '')}</div>`).join('')}<div><button>Xem</button></div></div>`).join('')}</div>`;
    },
  },
  'role grid': {
    many: true,
    make: (rows, t) => {
      const columns = ['code', ...t.fields] as const;
      return `<div role="table"><div role="row">${columns.map((f) => `<span role="columnheader">${t.head(t.labels[f])}</span>`).join('')}</div>${rows.map((row) => `<div role="row">${columns.map((f) => `<span role="cell">${t.wrap(row[f] ?? '')}</span>`).join('')}</div>`).join('')}</div>`;
    },
  },
  'header in a table of its own': {
    many: true,
    make: (rows, t) => {
      const columns = ['code', ...t.fields] as const;
      const body = rows.map(
        (row) => `<tr>${columns.map((f) => `<td>${t.wrap(row[f] ?? '')}</td>`).join('')}</tr>`,
      );
      return `<div class="g"><div><table><thead><tr>${columns.map((f) => `<th>${t.head(t.labels[f])}</th>`).join('')}</tr></thead></table></div><div><table><tbody>${body.join('')}</tbody></table></div></div>`;
    },
  },
  'grid whose cells stand in any order': {
    many: true,
    make: (rows, t) => {
      const columns = (['code', ...t.fields] as const).map((f, i) => [f, i + 1] as const);
      const cells = (role: string, text: (f: 'code' | Field) => string) =>
        (t.chance(0.5) ? columns : columns.toReversed())
          .map(([f, i]) => `<div role="${role}" aria-colindex="${i}">${text(f)}</div>`)
          .join('');
      return `<div role="grid"><div role="rowgroup"><div role="row">${cells('columnheader', (f) => t.labels[f])}</div></div><div role="rowgroup">${rows.map((row, i) => `<div role="row" aria-rowindex="${i + 2}">${cells('gridcell', (f) => t.wrap(row[f] ?? ''))}</div>`).join('')}</div></div>`;
    },
  },
  'labels inside the cells': {
    many: true,
    inline: true,
    make: (rows, t) =>
      `<table><tr><th>STT</th><th>${t.pick(['Thông tin hồ sơ', 'Hồ sơ', 'Thông tin'])}</th><th>Thao tác</th></tr>${rows
        .map(
          (row, i) =>
            `<tr><td>${i + 1}</td><td>${pairsOf(row, t)
              .map(([l, v]) => `<div>${l}: ${v}</div>`)
              .join('')}</td><td><a href="#">Xem</a></td></tr>`,
        )
        .join('')}</table>`,
  },
  'rows under heads of groups': {
    many: true,
    make: (rows, t) => {
      const columns = ['code', ...t.fields] as const;
      const head = `<tr>${columns.map((f) => `<th>${t.labels[f]}</th>`).join('')}</tr>`;
      const group = (name: string) => `<tr><td colspan="${columns.length}">Trạng thái: ${name} (2)</td></tr>`;
      return `<table><thead>${head}</thead><tbody>${rows.map((row) => `${group(t.pick(['Đã hủy', 'Đang giải quyết']))}<tr>${columns.map((f) => `<td>${t.wrap(row[f] ?? '')}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
    },
  },
  'values that begin with a colon': {
    many: true,
    inline: true,
    make: (rows, t) =>
      rows
        .map(
          (row) =>
            `<section>${pairsOf(row, t)
              .map(([l, v]) => `<div class="l"><div>${l}</div><div>: ${v}</div></div>`)
              .join('')}</section>`,
        )
        .join(''),
  },
  'heads that open': {
    many: true,
    make: (rows, t) =>
      rows
        .map(
          (row) =>
            `<div class="acc"><button aria-expanded="true">Hồ sơ ${row.code}</button><div>${pairsOf(
              { ...row, code: '' },
              t,
            )
              .filter(([l]) => l !== t.labels.code)
              .map(([l, v]) => `<div><span>${l}${t.colon}</span><span>${v}</span></div>`)
              .join('')}</div></div>`,
        )
        .join(''),
  },
  'detail, one pair a row': {
    many: false,
    make: ([row = {}], t) =>
      `<table>${pairsOf(row, t)
        .map(([l, v]) => `<tr><th>${l}${t.colon}</th><td>${v}</td></tr>`)
        .join('')}</table>`,
  },
  'detail, two pairs a row': {
    many: false,
    make: ([row = {}], t) => {
      const cells = pairsOf(row, t).map(([l, v]) => `<td><b>${l}${t.colon}</b></td><td>${v}</td>`);
      const lines: string[] = [];
      for (let i = 0; i < cells.length; i += 2) lines.push(`<tr>${cells[i]}${cells[i + 1] ?? ''}</tr>`);
      return `<h3>Thông tin hồ sơ</h3><table>${lines.join('')}</table>`;
    },
  },
  'detail, definition list': {
    many: false,
    make: ([row = {}], t) =>
      `<dl>${pairsOf(row, t)
        .map(([l, v]) => `<dt>${l}${t.colon}</dt><dd>${v}</dd>`)
        .join('')}</dl>`,
  },
  'detail, columns of a row': {
    many: false,
    make: ([row = {}], t) =>
      `<div class="row">${pairsOf(row, t)
        .map(([l, v]) => `<div class="c3"><label>${l}</label></div><div class="c3">${v}</div>`)
        .join('')}</div>`,
  },
  'detail, read-only controls': {
    many: false,
    make: ([row = {}], t) =>
      (['code', ...t.fields] as const)
        .map(
          (f, i) =>
            `<div><label for="f${i}">${t.labels[f]}</label><input id="f${i}" readonly value="${row[f] ?? ''}"></div>`,
        )
        .join(''),
  },
  'detail, bold label and bare text': {
    many: false,
    make: ([row = {}], t) =>
      `<div>${(['code', ...t.fields] as const).map((f) => `<b>${t.labels[f]}:</b> ${row[f] ?? ''}<br>`).join('\n')}</div>`,
  },
};

export const NOISE_BEFORE = [
  '<nav><a href="#">Trang chủ</a><a href="#">Tra cứu hồ sơ</a><a href="#">Trạng thái</a></nav>',
  '<form><label>Mã hồ sơ</label><input name="q"><label>Trạng thái</label><select><option value="1" selected>Đang xử lý</option></select><button>Tìm kiếm</button></form>',
  '<div style="display:none"><span>Trạng thái</span><span>Đã hủy</span><span>Mã hồ sơ</span><span>H01.01-260101-0001</span></div>',
  '<div class="tabs"><button>Đang xử lý (5)</button><button>Đã trả kết quả (7)</button></div>',
  '<div class="chips"><span class="chip">Trạng thái: Đã hủy ×</span></div>',
  '<div role="alert">Đã hủy hồ sơ</div>',
  '<ul class="bell"><li><b>H31.09-260301-0556</b> đã quá hạn xử lý</li><li>Hồ sơ <a href="#">H31.09-260301-0557</a> vừa được bổ sung</li></ul>',
];
export const NOISE_AFTER = [
  '<div class="pager">Hiển thị 1 - 10 trong 120 hồ sơ</div>',
  '<div class="toast">Hồ sơ H31.09-260301-0555 đã được chuyển thành công lúc 10:20 01/03/2026</div>',
  '<h3>Lịch sử xử lý</h3><table><thead><tr><th>Thời gian</th><th>Người thực hiện</th><th>Công việc</th></tr></thead><tbody><tr><td>02/01/2026 08:00</td><td>Cán bộ Mẫu</td><td>Bàn giao</td></tr></tbody></table>',
  '<footer>Ngày cập nhật: 01/01/2026. Số hồ sơ đã giải quyết: 12.345</footer>',
];
