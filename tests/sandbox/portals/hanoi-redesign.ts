/** The province's pages after a redesign: label and value in one list, other words for the labels. */
import { html, page } from '../html';
import { vnDate } from '../times';
import type { Holding } from '../world/types';

export function redesignedHanoi(list: readonly Holding[]): string {
  return page({
    title: 'Hệ thống thông tin giải quyết TTHC Hà Nội',
    styles: ['/assets/redesign.css'],
    body: html`<header class="k1"><b>HÀ NỘI</b> · Dịch vụ công mới <a href="/dang-xuat">Đăng xuất</a></header><main class="k2">${list.map(
      (holding) =>
        html`<div class="k3"><p><span>Số biên nhận</span> <strong>${holding.code}</strong></p><p><span>Tình trạng</span> <strong>${holding.text}</strong></p><p><span>Hẹn trả</span> <strong>${vnDate(holding.dueAt)}</strong></p></div>`,
    )}</main>`,
  });
}
