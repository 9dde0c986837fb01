/** Lists as component libraries draw them on wide and narrow screens: names of columns elsewhere than in a row above. */
import type { Field, Layout, Row, Tools } from './page-layouts';

type Column = 'code' | Field;

const columnsOf = (t: Tools): Column[] => {
  const all: Column[] = ['code', ...t.fields];
  return t.chance(0.3) ? [...all.slice(1), 'code'] : all;
};

/** Each cell says its column's name in an attribute, which a style shows before it. */
const named = (t: Tools, tag: string) => {
  const attribute = t.pick(['data-label', 'data-title', 'data-th', 'data-header']);
  return (row: Row, column: Column) =>
    `<${tag} ${attribute}="${t.labels[column]}${t.colon}">${t.wrap(row[column] ?? '')}</${tag}>`;
};

const NAMES_BEFORE =
  '<style>[data-label]::before{content:attr(data-label)}[data-title]::before{content:attr(data-title)}</style>';

export const GRID_LAYOUTS: Record<string, Layout> = {
  'transposed table': {
    many: true,
    inline: true,
    make: (rows, t) => {
      const head = t.pick(['th', 'td']);
      const numbers =
        t.chance(0.4) && rows.length > 1
          ? `<tr><${head}></${head}>${rows.map((_, i) => `<${head}>Hồ sơ ${i + 1}</${head}>`).join('')}</tr>`
          : '';
      const lines = columnsOf(t).map(
        (c) =>
          `<tr><${head}>${t.labels[c]}${t.colon}</${head}>${rows.map((row) => `<td>${t.wrap(row[c] ?? '')}</td>`).join('')}</tr>`,
      );
      return `<table>${numbers}${lines.join('')}</table>`;
    },
  },
  'table whose cells name their columns': {
    many: true,
    make: (rows, t) => {
      const columns = columnsOf(t);
      const cell = named(t, 'td');
      const head = t.chance(0.5)
        ? `<thead style="display:none"><tr>${columns.map((c) => `<th>${t.labels[c]}</th>`).join('')}</tr></thead>`
        : '';
      const body = rows.map((row) => `<tr>${columns.map((c) => cell(row, c)).join('')}</tr>`);
      return `${NAMES_BEFORE}<table>${head}<tbody>${body.join('')}</tbody></table>`;
    },
  },
  'boxes that name their values': {
    many: true,
    make: (rows, t) => {
      const columns = columnsOf(t);
      const box = named(t, 'div');
      return `${NAMES_BEFORE}<div class="list">${rows.map((row) => `<div class="item">${columns.map((c) => box(row, c)).join('')}<div><button>Xem</button></div></div>`).join('')}</div>`;
    },
  },
  'cells that repeat their column before the value': {
    many: true,
    inline: true,
    make: (rows, t) => {
      const columns = columnsOf(t);
      const [narrow, colon] = [t.chance(0.5), t.colon];
      const hidden = (off: boolean) => (off ? ' style="display:none"' : '');
      const head = `<thead${hidden(narrow)}><tr>${columns.map((c) => `<th>${t.head(t.labels[c])}</th>`).join('')}</tr></thead>`;
      const body = rows.map(
        (row) =>
          `<tr>${columns.map((c) => `<td><span class="p-column-title"${hidden(!narrow)}>${t.labels[c]}${colon}</span>${t.wrap(row[c] ?? '')}</td>`).join('')}</tr>`,
      );
      return `<table>${head}<tbody>${body.join('')}</tbody></table>`;
    },
  },
  'pinned columns in containers of their own': {
    many: true,
    make: (rows, t) => {
      const columns = columnsOf(t);
      const at = Math.min(columns.length - 1, columns.indexOf('code') === 0 ? 1 : 2);
      const index = t.pick(['row-index', 'aria-rowindex']);
      const numbered = t.chance(0.5);
      const part = (of: Column[], role: string, text: (c: Column) => string) =>
        of
          .map(
            (c) =>
              `<div role="${role}"${numbered ? ` aria-colindex="${columns.indexOf(c) + 1}"` : ''}>${text(c)}</div>`,
          )
          .join('');
      const parts = [columns.slice(0, at), columns.slice(at)];
      const heads = parts.map(
        (of) => `<div><div role="row">${part(of, 'columnheader', (c) => t.head(t.labels[c]))}</div></div>`,
      );
      const bodies = parts.map(
        (of) =>
          `<div role="rowgroup">${rows.map((row, i) => `<div role="row" ${index}="${i + 2}">${part(of, 'gridcell', (c) => t.wrap(row[c] ?? ''))}</div>`).join('')}</div>`,
      );
      return `<div role="${t.pick(['grid', 'treegrid'])}"><div>${heads.join('')}</div><div>${bodies.join('')}</div></div>`;
    },
  },
  'frozen columns in a table of their own': {
    many: true,
    make: (rows, t) => {
      const columns = columnsOf(t);
      const at = Math.min(columns.length - 1, columns.indexOf('code') === 0 ? 1 : 2);
      const key = t.pick(['data-index', 'data-row-key']);
      const view = (of: Column[]) => {
        const head = `<thead><tr style="height:80px">${of.map((c) => `<th>${t.head(t.labels[c])}</th>`).join('')}</tr></thead>`;
        const body = rows.map(
          (row, i) =>
            `<tr ${key}="${key === 'data-index' ? i : 260_100 + i}" style="height:40px">${of.map((c) => `<td>${t.wrap(row[c] ?? '')}</td>`).join('')}</tr>`,
        );
        return `<div class="view"><table>${head}<tbody>${body.join('')}</tbody></table></div>`;
      };
      return `<div class="split" style="display:flex;white-space:nowrap">${view(columns.slice(0, at))}${view(columns.slice(at))}</div>`;
    },
  },
};

/** What a header cell holds besides its name. */
export const HEADS: ((label: string) => string)[] = [
  (label) => label,
  (label) => `<span>${label}</span><button aria-label="Sắp xếp"><i class="pi pi-sort-alt"></i></button>`,
  (label) =>
    `<div><button type="button">${label}</button><div><svg><title>Tăng dần</title></svg></div></div>`,
  (label) => `<span>${label}</span><i class="material-icons">arrow_upward</i>`,
  (label) => `${label} <span class="sort">▲▼</span>`,
  (label) => `<a href="#" title="Sắp xếp theo ${label}">${label}</a> <a href="#">⇅</a>`,
  (label) => `${label}<span role="tooltip">Bấm để sắp xếp theo cột này</span>`,
  (label) => `<span title="${label} của hồ sơ">${label}</span><sup title="Xem giải thích">?</sup>`,
  (label) => `<span>${label}</span><button>Sắp xếp</button>`,
  (label) => `<span>${label}</span> <span class="filter"><mat-icon>filter_alt</mat-icon></span>`,
];

/** Signs around the words of a state. */
export const STATE_SIGNS: ((text: string) => string)[] = [
  (text) => text,
  (text) => text,
  (text) => `[${text}]`,
  (text) => `<span class="badge"><i class="material-icons">schedule</i> ${text}</span>`,
  (text) => `<span class="chip"><mat-icon>check_circle</mat-icon>${text}</span>`,
  (text) =>
    `<span class="tag"><span class="material-symbols-outlined">pending</span><span>${text}</span></span>`,
  (text) => `<span class="dot">●</span> ${text}`,
  (text) => `<i class="fa fa-clock-o" aria-hidden="true"></i>&nbsp;${text}`,
];
