import { html, inlineData, type Markup, page, raw } from '../html';
import { PROCEDURES } from '../world/procedures';

const NAV = raw(
  '<a href="/dc/XuLyCongViec">Xử lý công việc</a><a href="/dc/DonDangKy/KeKhaiDangKyV2">Đăng ký, kê khai</a><a href="#">Hồ sơ địa chính</a><a href="#">Tích hợp, đồng bộ</a><a href="#">Báo cáo</a>',
);

function shell(
  title: string,
  token: string,
  body: Markup,
  scripts: string[],
  style = '/assets/vbdlis.css',
): string {
  return page({
    title: `${title} - MPLIS`,
    styles: [style],
    scripts,
    bodyClass: 'nav-md',
    body: html`<input type="hidden" name="__RequestVerificationToken" value="${token}"><div class="top_nav"><span class="brand">MPLIS · Đắk Lắk</span><span class="spacer"></span><a href="#" class="user-profile"><b>VŨ VĂN CHUYÊN VIÊN MẪU</b></a><a href="/dc/Account/Logout">Đăng xuất</a></div><div class="left_col">${NAV}</div><div class="right_col"><h2 class="app-title">${title}</h2>${body}</div>`,
  });
}

export function workPage(options: { token: string; redesign: boolean; inFrame: boolean }): string {
  const body = html`${inlineData('__work', { redesign: options.redesign })}<div class="x_panel"><form id="frmTimKiem" class="form-inline"><label>Số biên nhận <input id="txtSoBienNhan" class="form-control"></label><label>Trạng thái <select class="form-control"><option>Tất cả</option><option>Đang xử lý</option><option>Đã trả kết quả</option><option>Chờ bổ sung</option></select></label><button class="btn btn-primary">Tìm kiếm</button></form>
<div id="work-box"><table id="tblXuLyCongViec" class="table dataTable"><tbody></tbody></table><div class="dataTables_processing" style="display:none">Đang xử lý...</div></div><div class="dataTables_info" id="tblXuLyCongViec_info"></div></div>
<div class="modal" id="modalHoSo" tabindex="-1" role="dialog"><div class="modal-dialog"><div class="modal-content"><div class="modal-header"><button type="button" class="close" data-dismiss="modal">×</button><h4 class="modal-title"></h4></div><div class="modal-body"></div></div></div></div>`;
  const style = options.redesign ? '/assets/redesign.css' : '/assets/vbdlis.css';
  if (!options.inFrame) return shell('Xử lý công việc', options.token, body, ['/assets/vbdlis.js'], style);
  return page({
    title: 'Khung công việc',
    styles: [style],
    scripts: ['/assets/vbdlis.js'],
    bodyClass: 'in-frame',
    body: html`<input type="hidden" name="__RequestVerificationToken" value="${options.token}">${body}`,
  });
}

/** The work list inside a frame of the same origin, as some screens have it. */
export function framePage(): string {
  return shell(
    'Công việc của tôi',
    '',
    html`<iframe class="work-frame" title="Công việc" src="/dc/XuLyCongViec?trongKhung=1"></iframe>`,
    [],
  );
}

/** The intake screen: papers attached, no dossier yet. */
export function intakePage(token: string): string {
  const procedure = PROCEDURES.land[0];
  const papers = procedure?.papers ?? [];
  return shell(
    'Kê khai đăng ký',
    token,
    html`<div class="x_panel"><h4>${procedure?.name ?? ''}</h4><ul class="facts"><li class="info"><span class="name">Số biên nhận</span><span class="value"></span></li><li class="info"><span class="name">Mã thủ tục</span><span class="value">${procedure?.code ?? ''}</span></li></ul>
<table id="tbGiayToDinhKem" class="table table-bordered"><thead><tr><th>STT</th><th>Tên giấy tờ</th><th>Số bản chính</th><th>Số bản sao</th><th>Giấy tờ gửi về một cửa</th></tr></thead><tbody>${papers.map(({ name, original, copy }, index) => html`<tr role="row"><td>${index + 1}</td><td>${name}</td><td>${original}</td><td>${copy}</td><td><input type="checkbox" aria-label="Gửi về một cửa"></td></tr>`)}</tbody></table></div>`,
    [],
  );
}
