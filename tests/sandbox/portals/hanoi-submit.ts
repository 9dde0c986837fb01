/** The province's intake form: a component list without a dossier code. Nothing can be submitted. */
import { html } from '../html';
import type { Procedure } from '../world/types';
import { hanoiShell } from './hanoi-pages';
import { money } from './parts';

export function submitPage(procedure: Procedure): string {
  return hanoiShell(
    'Tiếp nhận hồ sơ',
    html`<h3>TIẾP NHẬN HỒ SƠ: ${procedure.name}</h3><p>Mã thủ tục: ${procedure.code} · Thời hạn quy định: ${procedure.workingDays} ngày làm việc · Lệ phí: ${money(procedure.fee)}</p>
<form method="post" action="/nop-ho-so"><table class="info"><tbody><tr><td class="lb">Chủ hồ sơ:</td><td><input name="chuHoSo" value="Nguyễn Văn Mẫu"></td><td class="lb">Số giấy tờ:</td><td><input name="soGiayTo" value="001099000001"></td></tr><tr><td class="lb">Địa chỉ:</td><td><input name="diaChi" value="Số 1 phố Mẫu"></td><td class="lb">Điện thoại:</td><td><input name="dienThoai" value="0900000001"></td></tr></tbody></table>
<h3>THÀNH PHẦN HỒ SƠ</h3><table class="list"><thead><tr><th><input type="checkbox" aria-label="Chọn tất cả"></th><th>STT</th><th>Tên giấy tờ</th><th>Số bản chính</th><th>Số bản sao</th><th>Đính kèm</th></tr></thead><tbody>${procedure.papers.map(
      (paper, index) =>
        paper.heading
          ? html`<tr class="grp"><td></td><td></td><td colspan="4">${paper.name}</td></tr>`
          : html`<tr><td class="c"><input type="checkbox" checked aria-label="Nộp giấy tờ"></td><td class="c">${index + 1}</td><td>${paper.name}${paper.required ? html` <span class="req">(*)</span>` : ''}</td><td class="c"><input size="2" value="${paper.original}"></td><td class="c"><input size="2" value="${paper.copy}"></td><td><button type="button" class="btn2">Chọn tệp tin</button></td></tr>`,
    )}</tbody></table><p><button class="btn">Lưu và nộp hồ sơ</button></p></form>`,
  );
}
