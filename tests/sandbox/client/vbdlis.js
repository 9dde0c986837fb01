// The land registry's work list: rows of four blocks, drawn after an ajax POST under a loading layer.
const token = document.querySelector('input[name=__RequestVerificationToken]').value;
const body = document.querySelector('#tblXuLyCongViec tbody');
const modal = document.getElementById('modalHoSo');

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  for (const child of children) if (child !== null && child !== undefined) element.append(child);
  return element;
}

// The layer's words are those of a status.
function block(on) {
  document.querySelector('.blockUI')?.remove();
  document.querySelector('.dataTables_processing').style.display = on ? 'block' : 'none';
  if (on) document.body.append(make('div', 'blockUI blockOverlay', make('div', 'blockMsg', 'Đang xử lý...')));
}

async function ajax(path, fields) {
  block(true);
  const answer = await fetch(`/dc/${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'X-Requested-With': 'XMLHttpRequest',
      __RequestVerificationToken: token,
    },
    body: new URLSearchParams(fields),
  }).catch(() => null);
  const text = answer ? await answer.text() : '';
  const isJson = answer?.headers.get('content-type')?.includes('json');
  // The layer stays a moment longer, as the real one fades out.
  await new Promise((done) => setTimeout(done, 250));
  block(false);
  if (!isJson) {
    body.replaceChildren(
      make('tr', '', make('td', 'dataTables_empty', 'Phiên làm việc đã hết hạn, vui lòng đăng nhập lại.')),
    );
    return null;
  }
  return JSON.parse(text);
}

function shown(date) {
  if (!date) return '';
  const local = new Date(Number(/\d+/.exec(date)[0]) + 7 * 3600000).toISOString();
  const [, year, month, day, clock] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(local);
  return `${day}/${month}/${year} ${clock}`;
}

// The sentence an officer reads is made of flags; only without one it is the step's title.
function sentence(row) {
  if (row.daTra) return `Đã trả kết quả ngày ${shown(row.ngayTra).slice(0, 10)}`;
  return row.state.Title;
}

function cells(row) {
  const procedure = make(
    'div',
    'ellipsis',
    row.quytrinh.SchemaName.slice(0, 46),
    row.quytrinh.SchemaName.length > 46 ? '…' : '',
  );
  procedure.title = row.quytrinh.SchemaName;
  const open = make('a', 'btn btn-xs', 'Xem hồ sơ');
  open.href = '#';
  open.dataset.id = row.Id;
  const late = row.ngayhenTra && Number(/\d+/.exec(row.ngayhenTra)[0]) < Date.now() && !row.daTra;
  const received = make('div', '', make('span', 'lb', 'Tiếp nhận:'));
  return [
    make(
      'div',
      'col-md-3',
      make('b', '', row.soBienNhan),
      procedure,
      make('div', 'place', make('i', 'fa fa-map-marker', ''), ` ${row.diaChiTaiSan}`),
      open,
    ),
    make(
      'div',
      'col-md-3',
      make(
        'div',
        '',
        make('span', 'lb', 'Hẹn trả:'),
        ' ',
        make(
          'span',
          `badge ${late ? 'badge-warning' : 'badge-info'}`,
          make('span', '', shown(row.ngayhenTra)),
        ),
      ),
      received,
      make('div', '', shown(row.ngayTiepNhan)),
    ),
    make(
      'div',
      'col-md-3 st-column',
      row.tamDung ? make('i', 'fa fa-pause', '') : null,
      make('b', '', sentence(row)),
      make('div', 'lb', `Hạn bước: ${shown(row.hanBuoc)}`),
    ),
    make(
      'div',
      'col-md-3',
      make('b', '', row.nguoiNopDon.hoTen),
      make('div', '', make('span', 'lb', 'CB chuyển')),
      make('div', '', make('b', 'small', row.tenNguoiChuyenTiep)),
    ),
  ];
}

function redesigned(rows) {
  const list = make('section', 'k2');
  for (const row of rows)
    list.append(
      make(
        'article',
        'k3',
        make('h2', '', row.soBienNhan),
        make('p', '', `Tình trạng: ${sentence(row)}`),
        make('p', '', `Hẹn trả: ${shown(row.ngayhenTra)}`),
      ),
    );
  return list;
}

async function load(soBienNhan = '') {
  const answer = await ajax('DangKyAjax/GetXuLyCongViec', {
    draw: '1',
    start: '0',
    length: '50',
    sortField: 'ngayhenTra',
    sortDirection: 'asc',
    soNgayCanhBaoHoSoSapDenNgayTra: '7',
    soBienNhan,
  });
  if (!answer) return;
  document.getElementById('tblXuLyCongViec_info').textContent =
    `Hiển thị 1 đến ${answer.data.length} trong tổng số ${answer.recordsTotal} hồ sơ`;
  if (window.__work.redesign) {
    document
      .getElementById('work-box')
      .replaceChildren(redesigned(answer.data), make('div', 'dataTables_processing', ''));
    return;
  }
  const rows = answer.data.map((row, index) => {
    const line = make('tr', index % 2 ? 'even' : 'odd', make('td', '', make('div', 'row', ...cells(row))));
    line.setAttribute('role', 'row');
    return line;
  });
  const empty = make('tr', '', make('td', 'dataTables_empty', 'Không tìm thấy hồ sơ nào'));
  body.replaceChildren(...(rows.length > 0 ? rows : [empty]));
}

function info(name, value) {
  return make('li', 'info', make('span', 'name', name), make('span', 'value', value || ''));
}

function grid(id, heads, rows) {
  const head = make('tr', '');
  for (const name of heads) head.append(make('th', '', name));
  const lines = make('tbody', '');
  for (const cells of rows) {
    const line = make('tr', '');
    for (const cell of cells) line.append(make('td', '', cell));
    lines.append(line);
  }
  const table = make('table', 'table table-bordered', make('thead', '', head), lines);
  table.id = id;
  return table;
}

async function openDossier(id) {
  const answer = await ajax('CungCapThongTinHoSoTiepNhan/GetHoSoTiepNhanById', {
    hoSoTiepNhanID: id,
    hoSoTiepNhanId: id,
    id,
  });
  if (!answer?.success) return;
  const row = answer.value;
  modal.querySelector('.modal-title').textContent = `Hồ sơ: ${row.soBienNhan}`;
  modal.querySelector('.modal-body').replaceChildren(
    make(
      'ul',
      'facts',
      info('Số biên nhận', row.soBienNhan),
      info('Trạng thái', sentence(row)),
      info('Tên thủ tục', row.quytrinh.SchemaName),
      info('Mã thủ tục', row.maThuTuc),
      info('Ngày tiếp nhận', shown(row.ngayTiepNhan)),
      info('Ngày hẹn trả', shown(row.ngayhenTra)),
      info('Hạn xử lý', shown(row.hanBuoc)),
      info('Ngày kết thúc xử lý', shown(row.ngayKetThuc)),
      info('Người nộp', row.nguoiNopDon.hoTen),
      info('Số điện thoại', row.soDienThoai),
      info('Địa chỉ tài sản', row.diaChiTaiSan),
    ),
    make('h5', '', 'Quá trình xử lý'),
    grid(
      'tblQuaTrinh',
      ['Thời gian', 'Bước xử lý', 'Cán bộ'],
      [...row.lichSu].reverse().map((step) => [shown(step.ngay), step.tenBuoc, step.canBo]),
    ),
    make('h5', '', 'Giấy tờ đính kèm'),
    grid(
      'tbDanhSachGiayToDinhKem',
      ['STT', 'Tên giấy tờ', 'Số bản chính', 'Số bản sao'],
      row.giayTo.map((paper, index) => [
        String(index + 1),
        paper.ten,
        String(paper.banChinh),
        String(paper.banSao),
      ]),
    ),
  );
  modal.classList.add('in');
}

body.addEventListener('click', (event) => {
  const opener = event.target.closest('[data-id]');
  if (!opener) return;
  event.preventDefault();
  openDossier(opener.dataset.id);
});
modal.querySelector('[data-dismiss]').addEventListener('click', () => modal.classList.remove('in'));
document.getElementById('frmTimKiem').addEventListener('submit', (event) => {
  event.preventDefault();
  load(document.getElementById('txtSoBienNhan').value);
});

const wanted = new URLSearchParams(location.search).get('hoSo');
load().then(() => wanted && openDossier(wanted));
