// The single-page app of an iGate officer: routes, asks the API with the page's own token, draws Angular Material tables.
const env = window.__env;
const view = document.getElementById('igate-view');
const overlay = document.querySelector('.cdk-overlay-container');

// Coming back from the sign-in, the token stands in the fragment.
const fragment = new URLSearchParams(location.hash.slice(1));
if (fragment.get('access_token')) {
  localStorage.setItem('userToken', fragment.get('access_token'));
  localStorage.setItem('userAgency', JSON.stringify('650000000000000000000018'));
  history.replaceState(null, '', fragment.get('next') || '/vi/dossier/search');
}

function signIn() {
  location.href = `${env.sso}&next=${encodeURIComponent(location.pathname + location.search)}`;
}

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  for (const child of children) if (child !== null && child !== undefined) element.append(child);
  return element;
}

async function ask(path) {
  const answer = await fetch(env.api + path, {
    headers: {
      Authorization: `Bearer ${localStorage.getItem('userToken')}`,
      Accept: 'application/json',
      'Accept-Language': 'vi',
    },
  }).catch(() => null);
  if (!answer) {
    view.replaceChildren(make('p', 'session-gone', 'Không kết nối được tới máy chủ.'));
    return null;
  }
  const text = await answer.text();
  if (answer.status === 401) {
    const link = make('a', 'mat-button', 'Đăng nhập lại');
    link.href = env.sso;
    document.getElementById('igate-user').textContent = '';
    view.replaceChildren(make('p', 'session-gone', 'Hết phiên đăng nhập, vui lòng đăng nhập lại. '), link);
    return null;
  }
  if (!answer.ok) {
    view.replaceChildren(make('p', 'session-gone', `Không tải được dữ liệu (mã lỗi ${answer.status}).`));
    return null;
  }
  return JSON.parse(text);
}

// "2026-01-05T08:00:00.000+0700" as the officer reads it.
function shown(iso, withTime = true) {
  if (!iso) return '';
  const [, year, month, day, clock] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(iso);
  return withTime ? `${clock} ${day}/${month}/${year}` : `${day}/${month}/${year}`;
}

function taskOf(row) {
  return Array.isArray(row.currentTask) ? row.currentTask[0] : row.currentTask;
}

function detailUrl(row) {
  return `/vi/dossier/search/${row.id}?code=&identity=&applicant=&procedure=${row.procedure.id}&sector=&applyMethod=&province=&ward=&acceptFrom=&acceptTo=&status=&remindId=&sortId=0`;
}

function codeLink(row) {
  const link = make('a', 'dossier-code', row.code);
  link.href = detailUrl(row);
  link.dataset.route = '';
  return link;
}

const COLUMNS = [
  ['stt', 'STT', (_row, index) => String(index + 1)],
  [
    'code',
    'Mã hồ sơ',
    (row) =>
      make(
        'div',
        '',
        codeLink(row),
        row.nationCode ? make('div', 'sub', `Mã hồ sơ liên thông: ${row.nationCode}`) : null,
      ),
  ],
  ['procedure', 'Thủ tục hành chính', (row) => row.procedure.translate.name],
  ['request', 'Yêu cầu giải quyết', (row) => row.applicant.data.noidungyeucaugiaiquyet],
  ['accepted', 'Ngày tiếp nhận', (row) => shown(row.acceptedDate)],
  ['appointment', 'Ngày hẹn trả', (row) => shown(row.appointmentDate)],
  [
    'deadline',
    'Thời hạn',
    (row) =>
      row.completedDate
        ? make('span', '', `Ngày kết thúc xử lý: ${shown(row.completedDate)}`)
        : make('span', 'sub', `Hạn xử lý: ${shown(taskOf(row).dueDate)}`),
  ],
  ['status', 'Trạng thái', (row) => make('span', 'status-chip', row.dossierStatus.name)],
  ['step', 'Bước hiện tại', (row) => make('span', 'sub', row.dossierTaskStatus.name)],
];

function table(rows) {
  const head = make('tr', 'mat-header-row cdk-header-row');
  for (const [id, name] of COLUMNS)
    head.append(make('th', `mat-header-cell cdk-column-${id} mat-column-${id}`, name));
  const body = make('tbody', '');
  rows.forEach((row, index) => {
    const line = make('tr', 'mat-row cdk-row ng-star-inserted');
    for (const [id, , cell] of COLUMNS)
      line.append(make('td', `mat-cell cdk-column-${id} mat-column-${id}`, cell(row, index)));
    body.append(line);
  });
  return make('table', 'mat-table cdk-table', make('thead', '', head), body);
}

function redesigned(rows) {
  const list = make('section', 'k2');
  for (const row of rows) {
    const facts = make('dl', '');
    for (const [label, value] of [
      ['Tình trạng', row.dossierStatus.name],
      ['Hẹn trả ngày', shown(row.appointmentDate)],
      ['Tên TTHC', row.procedure.translate.name],
    ]) {
      facts.append(make('dt', '', label), make('dd', '', value));
    }
    list.append(make('article', 'k3', make('h2', '', `Hồ sơ số ${row.code}`), facts));
  }
  return list;
}

function filterForm() {
  const code = make('input', 'mat-input-element');
  code.setAttribute('formcontrolname', 'code');
  code.placeholder = 'Mã hồ sơ';
  const status = make('div', 'mat-select', make('span', 'mat-select-value-text', 'Trạng thái: Tất cả'));
  status.setAttribute('role', 'listbox');
  const form = make(
    'form',
    'search-form',
    code,
    status,
    make('button', 'mat-flat-button mat-primary', 'Tìm kiếm'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    list(code.value);
  });
  return form;
}

// The options of the closed drop-down stay at the end of the body.
function keepOptions() {
  const panel = make('div', 'mat-select-panel');
  for (const word of env.words) panel.append(make('mat-option', 'mat-option', word));
  panel.style.display = 'none';
  overlay.replaceChildren(panel);
}

async function list(code = '') {
  const answer = await ask(
    `/pa/dossier/search?page=0&size=50&spec=page&sort=updatedDate,desc&applicant-organization=&code=${encodeURIComponent(code)}`,
  );
  if (!answer) return;
  keepOptions();
  const title = make('h2', 'page-title', 'Tra cứu hồ sơ');
  const footer = make('div', 'mat-paginator', `1 – ${answer.numberOfElements} / ${answer.totalElements}`);
  const rows = env.redesign ? redesigned(answer.content) : make('div', 'table-box', table(answer.content));
  view.replaceChildren(title, filterForm(), rows, footer);
}

function fact(label, value) {
  return make('div', 'info-row', make('span', 'label', `${label}:`), make('span', 'value', value || ''));
}

function grid(className, heads, rows) {
  const head = make('tr', 'mat-header-row');
  for (const name of heads) head.append(make('th', 'mat-header-cell', name));
  const body = make('tbody', '');
  for (const cells of rows) {
    const line = make('tr', 'mat-row');
    for (const cell of cells)
      line.append(cell instanceof HTMLTableCellElement ? cell : make('td', 'mat-cell', cell));
    body.append(line);
  }
  return make('table', `mat-table ${className}`, make('thead', '', head), body);
}

function componentRow(form, index) {
  if (form.group) {
    const cell = make('td', 'mat-cell group-row', form.procedureForm.name);
    cell.colSpan = 5;
    return [cell];
  }
  const tick = make('input', '');
  tick.type = 'checkbox';
  tick.checked = form.requirement === 1;
  const name = make('div', '', form.procedureForm.name, form.requirement ? make('span', 'req', ' *') : null);
  const files = make('div', '', make('button', 'btn_upload mat-button', 'Chọn tệp tin'));
  for (const file of form.file) files.prepend(make('a', 'sub', file.filename));
  return [String(index + 1), make('div', 'tick', tick), name, `${form.typeName} · ${form.quantity}`, files];
}

async function detail(id) {
  const row = await ask(`/pa/dossier/${id}/--online`);
  if (!row) return;
  const back = make('a', 'mat-button', '← Danh sách');
  back.href = '/vi/dossier/search';
  back.dataset.route = '';
  const facts = make(
    'div',
    'info-grid',
    fact('Mã hồ sơ', row.code),
    fact('Mã hồ sơ liên thông', row.nationCode),
    fact('Trạng thái hồ sơ', row.dossierStatus.name),
    fact('Bước hiện tại', row.dossierTaskStatus.name),
    fact('Mã thủ tục', row.procedure.code),
    fact('Tên thủ tục', row.procedure.translate.name),
    fact('Ngày tiếp nhận', shown(row.acceptedDate)),
    fact('Ngày hẹn trả', shown(row.appointmentDate)),
    fact('Hạn xử lý', shown(taskOf(row).dueDate)),
    fact('Ngày kết thúc xử lý', shown(row.completedDate)),
    fact('Chủ hồ sơ', row.applicant.data.ownerFullname),
    fact('Số giấy tờ', row.applicant.data.identityNumber),
    fact('Số điện thoại', row.applicant.data.phoneNumber),
    fact('Địa chỉ', row.applicant.data.address),
  );
  const components = grid(
    'components',
    ['STT', '', 'Tên giấy tờ', 'Loại bản', 'Đính kèm giấy tờ'],
    row.dossierFormFile.map(componentRow),
  );
  const steps = grid(
    'history',
    ['Thời gian', 'Trạng thái', 'Người thực hiện'],
    [...row.processHistory].reverse().map((step) => [shown(step.createdDate), step.status, step.user]),
  );
  view.replaceChildren(
    back,
    make('h2', 'page-title', 'Chi tiết hồ sơ'),
    facts,
    make('h3', '', 'Thành phần hồ sơ'),
    components,
    make('h3', '', 'Lý do yêu cầu bổ sung'),
    editor(),
    make('h3', '', 'Lịch sử xử lý'),
    steps,
  );
}

/** The rich text field in which the officer words a request; nothing sends it. */
function editor() {
  const field = make('div', 'editor');
  field.contentEditable = 'true';
  field.setAttribute('role', 'textbox');
  field.setAttribute('aria-label', 'Lý do yêu cầu bổ sung');
  return field;
}

function route() {
  if (!localStorage.getItem('userToken')) {
    signIn();
    return;
  }
  document.getElementById('igate-user').textContent = 'Đỗ Thị Cán Bộ Mẫu · Đăng xuất';
  const [, id] = /\/dossier\/search\/([0-9a-f]{24})/.exec(location.pathname) || [];
  if (id) detail(id);
  else list(new URLSearchParams(location.search).get('code') || '');
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-route]');
  if (!link) return;
  event.preventDefault();
  history.pushState(null, '', link.getAttribute('href'));
  route();
});
addEventListener('popstate', route);
route();
