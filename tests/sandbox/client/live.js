// Lists as front-ends draw them: row by row, a window over many rows, routes without a new page.
const app = document.getElementById('app');

function make(tag, text, ...children) {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  element.append(...children);
  return element;
}

function table() {
  const heads = ['STT', 'Mã hồ sơ', 'Tên thủ tục', 'Ngày hẹn trả', 'Trạng thái'].map((name) =>
    make('th', name),
  );
  const body = make('tbody');
  const all = make('table', '', make('thead', '', make('tr', '', ...heads)), body);
  all.className = 'grid';
  all.style.width = '900px';
  return { all, body };
}

const CELLS = ({ at, code, status }) => [`${at + 1}`, code, 'Đăng ký khai sinh', '27/11/2026', status];

function row(dossier) {
  return make('tr', '', ...CELLS(dossier).map((text) => make('td', text)));
}

/** The rows come in portions, as a slow list draws them. */
async function gradually(dossiers, portion, everyMs) {
  const { all, body } = table();
  app.replaceChildren(all);
  for (let from = 0; from < dossiers.length; from += portion) {
    body.append(...dossiers.slice(from, from + portion).map(row));
    await new Promise((next) => setTimeout(next, everyMs));
  }
}

/** A window of rows over a long list: its rows are filled anew for other dossiers, the elements stay. */
function virtual(dossiers, count = 12, height = 40) {
  const { all, body } = table();
  const box = make('div', '', make('div', '', all));
  const inner = box.firstElementChild;
  box.id = 'virtual';
  box.style.cssText = `height:${count * height}px;overflow:auto;position:relative`;
  inner.style.cssText = `height:${(dossiers.length + 2) * height}px`;
  all.style.cssText = 'position:sticky;top:0;width:900px';
  const rows = dossiers.slice(0, count).map(row);
  for (const one of rows) one.style.height = `${height}px`;
  body.append(...rows);
  box.addEventListener('scroll', () => {
    requestAnimationFrame(() => {
      const first = Math.min(Math.floor(box.scrollTop / height), dossiers.length - count);
      rows.forEach((one, at) => {
        CELLS(dossiers[first + at]).forEach((text, cell) => {
          const node = one.cells[cell].firstChild;
          if (node.nodeValue !== text) node.nodeValue = text;
        });
      });
    });
  });
  app.replaceChildren(box);
}

/** Another route of the same page: the address first, its list a moment later. */
async function route(path, dossiers) {
  history.pushState({}, '', path);
  app.replaceChildren(make('p', 'Đang tải dữ liệu...'));
  await new Promise((next) => setTimeout(next, 120));
  await gradually(dossiers, 100, 0);
}

/** The detail of one dossier in a dialog over the list. */
function dialog(dossier) {
  const facts = [
    ['Mã hồ sơ', dossier.code],
    ['Ngày tiếp nhận', '05/11/2026'],
    ['Trạng thái', dossier.status],
  ].map(([name, value]) => make('p', '', make('span', `${name}: `), make('b', value)));
  const close = make('button', 'Đóng');
  const box = make('dialog', '', make('h2', 'Chi tiết hồ sơ'), ...facts, close);
  close.addEventListener('click', () => box.remove());
  document.body.append(box);
  box.showModal();
}

/** A list in a frame without an address of its own. */
function frame(dossiers, how) {
  const { all, body } = table();
  body.append(...dossiers.map(row));
  const inside = make('iframe');
  inside.style.cssText = 'width:1000px;height:400px;display:block';
  inside.title = 'Danh sách';
  if (how === 'srcdoc') inside.srcdoc = `<!DOCTYPE html><html lang="vi"><body>${all.outerHTML}</body></html>`;
  app.replaceChildren(inside);
  if (how === 'blank') inside.contentDocument.body.append(inside.contentDocument.importNode(all, true));
}

customElements.define(
  'live-list',
  class extends HTMLElement {
    connectedCallback() {
      this.attachShadow({ mode: 'open' });
    }

    fill(dossiers) {
      const { all, body } = table();
      body.append(...dossiers.map(row));
      this.shadowRoot.replaceChildren(all);
    }
  },
);

window.live = { gradually, virtual, route, dialog, frame, row, table };
