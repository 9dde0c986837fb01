/**
 * Changes of a page that a person does not see, or that add what is of no dossier. A page changed so must read as before:
 * portals differ in nothing so much as in these.
 */
import { LIVE_VISIBILITY } from '../../../utils/reading';
import { readPage } from '../../../utils/reading/read-page';

declare global {
  interface Window {
    /** The page as it is read, then for each change by its name what is read otherwise. */
    soiSameDisplay(html: string): { dossiers: number; otherwise: Record<string, string[]> };
  }
}

const NO_TEXT = /^(?:script|style|template|noscript|option|textarea|title)$/;
const CODE = /[GH]\d\d\.[\w.]+-\d{6}-\d{4,}/;

/** Every text node of the page, taken down before any is changed. */
function eachText(change: (text: Text) => void): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!NO_TEXT.test(node.parentElement?.localName ?? '')) texts.push(node as Text);
  for (const text of texts) if (text.data.trim() !== '') change(text);
}

const each = (selector: string, change: (element: HTMLElement, at: number) => void): void =>
  [...document.body.querySelectorAll<HTMLElement>(selector)].forEach(change);

function wrap(node: Node, tag: string): HTMLElement {
  const element = document.createElement(tag);
  node.parentNode?.insertBefore(element, node);
  element.append(node);
  return element;
}

const alone = (text: Text): boolean => text.parentNode?.childNodes.length === 1;
const add = (where: 'afterbegin' | 'beforeend', html: string): void =>
  document.body.insertAdjacentHTML(where, html);

/** By what is different. */
const CHANGES: Record<string, () => void> = {
  'letters taken apart': () =>
    eachText((text) => {
      text.data = text.data.normalize('NFD');
    }),
  'spaces that do not break': () =>
    eachText((text) => {
      text.data = text.data.replace(/ /g, '\u00a0');
    }),
  'zero-width spaces around every text': () =>
    eachText((text) => {
      text.data = `\u200b${text.data}\u200b`;
    }),
  'source on many lines': () =>
    eachText((text) => {
      text.data = `\n    ${text.data.replace(/ /g, ' \n  ')}\n  `;
    }),
  'comments around every text': () =>
    eachText((text) => {
      text.before(document.createComment('v-if'));
      text.after(document.createComment(' '));
    }),
  'a value in a text node of its own behind the colon': () =>
    eachText((text) => {
      const at = text.data.search(/[:：]\s/);
      if (at > 0) text.splitText(at + 2);
    }),
  'a sentence in two text nodes': () =>
    eachText((text) => {
      const at = text.data.lastIndexOf(' ');
      if (at > 30) text.splitText(at);
    }),
  'every text bold': () =>
    eachText((text) => {
      if (alone(text) && !/^(?:a|b|button|strong|i|mat-icon)$/.test(text.parentElement?.localName ?? ''))
        wrap(text, 'b');
    }),
  'cells hold boxes': () =>
    each('td,th', ({ childNodes: [only, more] }) => {
      if (only?.nodeType === 3 && !more && only.nodeValue?.trim()) wrap(wrap(only, 'span'), 'div');
    }),
  'codes are links': () =>
    eachText((text) => {
      const whole = CODE.exec(text.data)?.[0] === text.data.trim();
      if (whole && !text.parentElement?.closest('a,button')) wrap(text, 'a').setAttribute('href', '#');
    }),
  'codes in small letters': () =>
    eachText((text) => {
      text.data = text.data.replace(new RegExp(CODE, 'g'), (code) => code.toLowerCase());
    }),
  'codes with printed dashes': () =>
    eachText((text) => {
      text.data = text.data.replace(new RegExp(CODE, 'g'), (code) => code.replace(/-/g, '\u2013'));
    }),
  'attributes of a framework': () =>
    each('*', (element, at) => {
      element.setAttribute(`data-v-${at % 7}`, '');
      element.setAttribute('ng-reflect-state', 'Đã xử lý xong');
    }),
  'titles that name another state': () =>
    each('td,span,div', (element) => {
      element.title ||= 'Trạng thái: Đã trả kết quả';
    }),
  'hidden tooltips in every cell': () =>
    each('td', (cell) => {
      if (cell.textContent?.trim())
        cell.insertAdjacentHTML(
          'beforeend',
          '<div role="tooltip" style="display:none">Trạng thái: Đã trả kết quả 01/01/2026</div>',
        );
    }),
  'words for reading aloud in every cell': () =>
    each('td', (cell) => {
      if (cell.textContent?.trim()) cell.insertAdjacentHTML('afterbegin', '<span class="sr-only">Cột</span>');
    }),
  'each row in a body of its own': () =>
    each('tbody', (body) => {
      const rows = [...body.children];
      if (rows.some((row) => row.localName !== 'tr')) return;
      for (const row of rows.slice(1).reverse()) {
        const own = document.createElement('tbody');
        own.append(row);
        body.after(own);
      }
    }),
  'header rows among the others': () =>
    each('thead', (head) => {
      const [body] = (head.closest('table') as HTMLTableElement).tBodies;
      if (!body) return;
      body.prepend(...head.children);
      head.remove();
    }),
  'deep in boxes': () => {
    const boxes = Array.from({ length: 15 }, () => document.createElement('div'));
    const inmost = boxes.reduce((outer, box) => outer.appendChild(box));
    inmost.append(...document.body.childNodes);
    document.body.append(boxes[0] as Element);
  },
  'a menu of states above': () =>
    add(
      'afterbegin',
      '<header><span>Xin chào, Nguyễn Văn Mẫu</span><nav><ul><li><a>Hồ sơ đang xử lý (12)</a></li><li><a>Hồ sơ quá hạn (3)</a></li><li><a>Đã trả kết quả</a></li></ul></nav></header>',
    ),
  'a filter above': () =>
    add(
      'afterbegin',
      '<form class="filter"><label>Mã hồ sơ</label><input placeholder="Nhập mã hồ sơ"><label>Trạng thái</label><select><option value="">-- Tất cả --</option><option>Đã trả kết quả</option></select><label>Từ ngày</label><input value="01/11/2026"><button>Tìm kiếm</button></form>',
    ),
  'a footer below': () =>
    add(
      'beforeend',
      '<footer><p>Đơn vị: UBND tỉnh Mẫu. Giấy phép số 12/GP-TTĐT ngày 05/01/2026.</p><p>Hotline: 1900 0000</p></footer>',
    ),
  'news beside': () =>
    add(
      'beforeend',
      '<aside><h4>Thông báo</h4><ul><li>22/11/2026 - Bảo trì hệ thống, trạng thái: tạm dừng</li><li>Quyết định số 1234/QĐ-UBND ngày 12/10/2026</li></ul></aside>',
    ),
  'an account beside': () =>
    add(
      'beforeend',
      '<table><tr><td>Tài khoản</td><td>mau.nv</td></tr><tr><td>Trạng thái</td><td>Đang hoạt động</td></tr><tr><td>Ngày hết hạn</td><td>31/12/2026</td></tr></table>',
    ),
  'a count of late dossiers beside': () =>
    add(
      'beforeend',
      '<div><div><b>Quá hạn</b><span>3</span></div><div><b>125</b><span>Trễ hạn</span></div></div>',
    ),
};

const plain = (said: unknown): string =>
  String(said)
    .normalize('NFC')
    .replace(/\u200b/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Field by field, so that a difference names itself. */
function read(): Map<string, string> {
  const { dossiers, components } = readPage(document, { visibility: LIVE_VISIBILITY });
  const said = new Map<string, string>();
  for (const { reading, procedureText } of dossiers)
    for (const [field, value] of Object.entries({ ...reading, procedureText }))
      if (value !== undefined) said.set(`${reading.code} ${field}`, plain(value));
  for (const [at, { text }] of components.entries()) said.set(`component ${at}`, plain(text));
  return said;
}

window.soiSameDisplay = (html) => {
  const show = () => {
    document.documentElement.innerHTML = html
      .replace(/^[\s\S]*?<html[^>]*>/i, '')
      .replace(/<script[\s\S]*?<\/script>/gi, '');
  };
  show();
  const before = read();
  const otherwise: Record<string, string[]> = {};
  for (const [name, change] of Object.entries(CHANGES)) {
    show();
    change();
    const after = read();
    const differs = [...new Set([...before.keys(), ...after.keys()])].filter(
      (key) => before.get(key) !== after.get(key),
    );
    if (differs.length > 0)
      otherwise[name] = differs.map((key) => `${key}: ${before.get(key)} → ${after.get(key)}`);
  }
  return { dossiers: [...before.keys()].filter((key) => key.endsWith(' code')).length, otherwise };
};
