/** The province's detail of a dossier: label and value, history with times, papers, fees. */
import { html, type Markup } from '../html';
import { vnDate, vnDateTime, vnTimeDate } from '../times';
import type { Dossier, Holding } from '../world/types';
import { hanoiShell } from './hanoi-pages';
import { channelWords, money, neighbour, paymentWords } from './parts';

export function detailPage(holding: Holding, all: readonly Holding[]): string {
  const { dossier } = holding;
  const other = neighbour(all, dossier);
  return hanoiShell(
    'Chi tiết hồ sơ',
    html`<div class="tabs"><a class="on" href="#tt">Thông tin hồ sơ</a><a href="#tp">Thành phần hồ sơ</a><a href="#qt">Quá trình xử lý</a></div>
<h3 id="tt">THÔNG TIN HỒ SƠ</h3><table class="info"><tbody>
${line('Mã hồ sơ', html`<b id="lblMaHoSo">${holding.code}</b>`, 'Trạng thái hồ sơ', html`<b class="st">${holding.text}</b>`)}
${line('Tên thủ tục', dossier.procedure.name, 'Mã thủ tục', dossier.procedure.code)}
${line('Lĩnh vực', dossier.procedure.sector, 'Cơ quan giải quyết', dossier.agency)}
${line('Ngày nộp', vnDateTime(dossier.submittedAt), 'Ngày tiếp nhận', vnDateTime(holding.receivedAt))}
${line('Ngày hẹn trả', vnDateTime(holding.dueAt), 'Hạn xử lý', vnDateTime(holding.stepDueAt))}
${line('Ngày kết thúc xử lý', vnDateTime(holding.finishedAt), 'Ngày trả kết quả', vnDateTime(holding.returnedAt))}
${line('Kênh tiếp nhận', channelWords(dossier), 'Cán bộ thụ lý', dossier.handler)}
${line('Chủ hồ sơ', dossier.applicant.name, 'Số giấy tờ chủ hồ sơ', dossier.applicant.citizenId)}
${line('Địa chỉ chủ hồ sơ', dossier.applicant.address, 'SĐT chủ hồ sơ', dossier.applicant.phone)}
</tbody></table>
<h3 id="tp">THÀNH PHẦN HỒ SƠ</h3>${papers(dossier)}
<h3>PHÍ, LỆ PHÍ</h3><table class="list"><thead><tr><th>STT</th><th>Tên phí, lệ phí</th><th>Số tiền (VNĐ)</th><th>Tình trạng thanh toán</th></tr></thead><tbody><tr><td class="c">1</td><td>Lệ phí giải quyết hồ sơ</td><td class="r">${money(dossier.procedure.fee)}</td><td>${paymentWords(dossier)}</td></tr></tbody></table>
<h3 id="qt">QUÁ TRÌNH XỬ LÝ</h3><table class="list"><thead><tr><th>STT</th><th>Thời gian</th><th>Trạng thái</th><th>Người xử lý</th><th>Hạn xử lý bước</th></tr></thead><tbody>${[...holding.history].reverse().map(({ text, at }, index) => html`<tr><td class="c">${holding.history.length - index}</td><td class="c">${vnTimeDate(at)}</td><td>${text}</td><td>${dossier.handler}</td><td class="c soft">${vnDate(holding.stepDueAt)}</td></tr>`)}</tbody></table>
<h3 id="bs">YÊU CẦU BỔ SUNG HỒ SƠ</h3>${supplementForm()}
${other ? html`<p class="hint">Ghi chú: hồ sơ có cùng người nộp với hồ sơ ${other}, cán bộ lưu ý đối chiếu.</p>` : ''}
<div id="popup-phan-hoi" hidden><h4>Phản hồi công dân</h4><table><tbody><tr><td>Mã hồ sơ</td><td>${holding.code}</td></tr><tr><td>Trạng thái</td><td>Yêu cầu công dân bổ sung hồ sơ</td></tr></tbody></table></div>`,
  );
}

/** Where the officer asks the citizen for supplements; the button does nothing. */
function supplementForm(): Markup {
  return html`<form class="bo-sung"><table class="info"><tbody><tr><td class="lb"><label for="noiDungBoSung">Nội dung yêu cầu bổ sung:</label></td><td><textarea id="noiDungBoSung" rows="4" cols="80"></textarea></td></tr><tr><td class="lb"><label for="ghiChu">Người ký:</label></td><td><input id="ghiChu" size="40"></td></tr></tbody></table><p><button type="button" class="btn">Gửi yêu cầu</button></p></form>`;
}

function line(label: string, value: string | Markup, label2: string, value2: string | Markup): Markup {
  return html`<tr><td class="lb">${label}:</td><td>${value}</td><td class="lb">${label2}:</td><td>${value2}</td></tr>`;
}

function papers(dossier: Dossier): Markup {
  return html`<table class="list"><thead><tr><th>STT</th><th>Tên giấy tờ</th><th>Số bản chính</th><th>Số bản sao</th><th>Tệp đính kèm</th></tr></thead><tbody>${dossier.procedure.papers.map(
    (paper, index) =>
      paper.heading
        ? html`<tr class="grp"><td></td><td colspan="4">${paper.name}</td></tr>`
        : html`<tr><td class="c">${index + 1}</td><td>${paper.name}${paper.required ? html` <span class="req">(*)</span>` : ''}</td><td class="c">${paper.original}</td><td class="c">${paper.copy}</td><td>${index === 0 ? html`<a href="#">Mau so 01.doc</a>` : ''}</td></tr>`,
  )}</tbody></table>`;
}
