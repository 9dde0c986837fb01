/** The same dossiers in another look: other elements, other classes, other labels. What a redesign of a portal does to a reader. */
import { html, page } from '../html';
import { vnDateTime } from '../times';
import type { Holding } from '../world/types';

export function redesignedNational(list: readonly Holding[]): string {
  return page({
    title: 'Cổng Dịch vụ công quốc gia',
    styles: ['/assets/redesign.css'],
    body: html`<header class="k1"><b>DVC Quốc gia</b> · giao diện mới <span id="account_name">Nguyễn Văn Mẫu</span> <a href="/dang-xuat">Đăng xuất</a></header>
<main class="k2">${list.map(
      (holding) =>
        html`<section class="k3"><h2>Hồ sơ số ${holding.code}</h2><dl><dt>Tình trạng</dt><dd>${holding.text}</dd><dt>TTHC</dt><dd>${holding.dossier.procedure.name}</dd><dt>Hẹn trả ngày</dt><dd>${vnDateTime(holding.dueAt)}</dd></dl></section>`,
    )}</main>`,
  });
}
