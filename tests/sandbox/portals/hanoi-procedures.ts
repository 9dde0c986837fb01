/** The province's pages about procedures: one alone, and a short list to choose from. No dossier, no component. */
import { html } from '../html';
import type { Procedure } from '../world/types';
import { hanoiShell } from './hanoi-pages';
import { money } from './parts';

export function procedurePage({ code, name, workingDays, fee }: Procedure): string {
  return hanoiShell(
    'Thủ tục hành chính',
    html`<h3>${name.toUpperCase()}</h3><table class="info"><tbody>
<tr><td class="lb">Mã thủ tục:</td><td>${code}</td></tr>
<tr><td class="lb">Tên thủ tục:</td><td>${name}</td></tr>
<tr><td class="lb">Thời hạn giải quyết:</td><td>${workingDays} ngày làm việc</td></tr>
<tr><td class="lb">Lệ phí:</td><td>${money(fee)}</td></tr></tbody></table>
<p><button type="button" class="btn">Nộp hồ sơ trực tuyến</button></p>`,
  );
}

export function procedureListPage(procedures: readonly Procedure[]): string {
  return hanoiShell(
    'Thủ tục hành chính',
    html`<h3>DANH SÁCH THỦ TỤC</h3><table class="list"><thead><tr><th>STT</th><th>Tên thủ tục</th><th>Thời hạn</th></tr></thead><tbody>${procedures.map(
      ({ name, workingDays }, index) =>
        html`<tr><td class="c">${index + 1}</td><td>${name}</td><td>${workingDays} ngày làm việc</td></tr>`,
    )}</tbody></table>`,
  );
}
