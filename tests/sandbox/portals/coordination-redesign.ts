/** The coordination table after a redesign: a board of tiles. */
import { html, page } from '../html';
import { vnDate } from '../times';
import type { Holding } from '../world/types';

export function redesignedCoordination(rows: readonly Holding[]): string {
  return page({
    title: 'Điều phối giải quyết TTHC',
    styles: ['/assets/redesign.css'],
    body: html`<header class="k1"><b>Điều phối TTHC</b> · bảng mới <a href="#">Đăng xuất</a></header><main class="k2">${rows.map(
      (holding) =>
        html`<article class="k3"><h2><span>Mã HS</span> <b>${holding.code}</b></h2><ul><li>Tình trạng: <b>${holding.text}</b></li><li>Hẹn trả: <b>${vnDate(holding.dueAt)}</b></li><li>Cơ quan chủ quản: <b>${holding.dossier.agency}</b></li></ul></article>`,
    )}</main>`,
  });
}
