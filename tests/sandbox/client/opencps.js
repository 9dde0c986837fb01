// An OpenCPS officer's app: hash routes, Vuetify tables, REST with the page's Token and groupId.
const page = window.__page;
window.Liferay = { authToken: page.authToken };
window.themeDisplay = { getScopeGroupId: () => page.groupId, getCompanyId: () => '20099' };
const view = document.getElementById('app_view');

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  for (const child of children) if (child !== null && child !== undefined) element.append(child);
  return element;
}

async function ask(path) {
  const answer = await fetch(`/o/rest/v2${path}`, {
    headers: {
      groupId: window.themeDisplay.getScopeGroupId(),
      Token: window.Liferay.authToken,
      Accept: 'application/json',
    },
  });
  const text = await answer.text();
  if (answer.status === 203) {
    view.replaceChildren(make('p', 'gone', 'Bạn chưa đăng nhập hoặc phiên làm việc đã hết hạn.'));
    return null;
  }
  if (!answer.ok) {
    view.replaceChildren(make('p', 'gone', 'Không tải được dữ liệu hồ sơ.'));
    return null;
  }
  return JSON.parse(text);
}

function rowsOf(answer) {
  if (Array.isArray(answer.data)) return answer.data;
  return answer.data ? [answer.data] : [];
}

function headCell(name) {
  return make('th', '', make('span', 'v-tooltip v-tooltip--bottom', make('span', '', name)));
}

function statusCell(row) {
  return make(
    'td',
    'text-xs-left',
    make('div', '', row.dossierStatusText),
    make(
      'div',
      `flag ${row.dossierOverdue.toLowerCase().includes('quá hạn') ? 'late' : ''}`,
      row.dossierOverdue,
    ),
  );
}

function codeCell(row) {
  const link = make('a', 'primary--text', row.dossierNo);
  link.href = `#/danh-sach-ho-so/0/chi-tiet-ho-so/${row.dossierId}`;
  return make('td', 'text-xs-left', link);
}

const HEADS = [
  'STT',
  'Mã hồ sơ',
  'Thủ tục',
  'Chủ hồ sơ',
  'Ngày tiếp nhận',
  'Ngày hẹn trả',
  'Trạng thái',
  'Ngày kết thúc',
  'Thao tác',
];

function table(rows) {
  const head = make('tr', '');
  for (const name of HEADS) head.append(headCell(name));
  const body = make('tbody', '');
  rows.forEach((row, index) => {
    const cells = [
      make('td', 'text-xs-center', String(index + 1)),
      codeCell(row),
      make('td', '', row.serviceName),
      make('td', '', row.applicantName),
      make('td', '', row.receiveDate),
      make('td', '', row.dueDate),
      statusCell(row),
      make('td', '', row.releaseDate),
      make('td', '', make('button', 'v-btn v-btn--icon', '⋮')),
    ];
    body.append(make('tr', '', ...cells));
  });
  return make(
    'div',
    'v-table__overflow',
    make('table', 'v-datatable v-table theme--light', make('thead', '', head), body),
  );
}

function tiles(rows) {
  const list = make('section', 'k2');
  for (const row of rows) {
    const lines = make('ul', '');
    for (const text of [
      `Tình trạng: ${row.dossierStatusText}`,
      `Hạn trả: ${row.dueDate}`,
      `TTHC: ${row.serviceName}`,
    ])
      lines.append(make('li', '', text));
    list.append(make('article', 'k3', make('h2', '', `Số hồ sơ ${row.dossierNo}`), lines));
  }
  return list;
}

async function list(all) {
  const answer = await ask(`/dossiers${all ? '' : '/todo'}?start=0&end=30&order=true&sort=modified`);
  if (!answer) return;
  const input = make('input', '');
  input.setAttribute('aria-label', 'Số hồ sơ');
  const search = make(
    'div',
    'v-text-field',
    make('label', 'v-label', 'Số hồ sơ'),
    input,
    make('button', 'v-btn primary', 'Tìm kiếm'),
  );
  const rows = rowsOf(answer);
  view.replaceChildren(
    make('h3', 'headline', all ? 'Tra cứu hồ sơ' : 'Hồ sơ chờ xử lý'),
    search,
    page.redesign ? tiles(rows) : table(rows),
    make('div', 'v-pagination', `Tổng số ${answer.total} hồ sơ`),
  );
}

function fact(label, value) {
  return make(
    'div',
    'layout',
    make('div', 'flex xs3 text-bold', `${label}:`),
    make('div', 'flex xs9', value || ''),
  );
}

async function detail(id) {
  const row = await ask(`/dossiers/${id}`);
  const logs = row && (await ask(`/dossierlogs/${id}/logs?start=0&end=50`));
  if (!logs) return;
  const steps = make('tbody', '');
  for (const log of rowsOf(logs))
    steps.append(
      make('tr', '', make('td', '', log.createDate), make('td', '', log.content), make('td', '', log.author)),
    );
  const heads = make(
    'tr',
    '',
    make('th', '', 'Thời gian'),
    make('th', '', 'Trạng thái'),
    make('th', '', 'Người thực hiện'),
  );
  const frame = make('iframe', 'papers');
  frame.src = `${page.frame}?dossierId=${id}`;
  frame.title = 'Thành phần hồ sơ';
  view.replaceChildren(
    make('h3', 'headline', 'Chi tiết hồ sơ'),
    make(
      'div',
      'v-card facts',
      fact('Mã hồ sơ', row.dossierNo),
      fact('Thủ tục', row.serviceName),
      fact('Trạng thái', row.dossierStatusText),
      fact('Ngày tiếp nhận', row.receiveDate),
      fact('Ngày hẹn trả', row.dueDate),
      fact('Hạn xử lý', row.stepDuedate),
      fact('Ngày kết thúc xử lý', row.releaseDate),
      fact('Ngày trả kết quả', row.finishDate),
      fact('Cơ quan giải quyết', row.govAgencyName),
      fact('Chủ hồ sơ', row.applicantName),
      fact('Địa chỉ', row.address),
      fact('Số điện thoại', row.contactTelNo),
      fact('Tình trạng thanh toán', row.paymentNote),
    ),
    make('h4', '', 'Tiến trình xử lý'),
    make('table', 'v-datatable', make('thead', '', heads), steps),
    frame,
  );
}

function route() {
  const [, id] = /chi-tiet-ho-so\/(\d+)/.exec(location.hash) || [];
  view.replaceChildren(make('div', 'v-progress-linear'));
  if (id) detail(id);
  else list(location.hash.includes('tat-ca'));
}
addEventListener('hashchange', route);
route();
