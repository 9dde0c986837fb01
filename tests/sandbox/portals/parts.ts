/** Small pieces of several portals' pages. */
import { html, type Markup } from '../html';
import type { Dossier, Holding } from '../world/types';

/** Options of a drop-down; the first one is "all". */
export function choices(words: readonly string[], chosen: string | null, all = 'Tất cả'): Markup[] {
  return [
    html`<option value="">${all}</option>`,
    ...words.map(
      (word) => html`<option value="${word}"${word === chosen ? html` selected` : ''}>${word}</option>`,
    ),
  ];
}

/** 100.000 đ */
export function money(amount: number): string {
  return `${amount.toLocaleString('vi-VN')} đ`;
}

export function paymentWords(dossier: Dossier): string {
  if (dossier.procedure.fee === 0) return 'Không thu phí';
  return dossier.paid ? 'Đã thanh toán' : 'Chưa thanh toán';
}

export function channelWords(dossier: Dossier): string {
  return { 'in-person': 'Trực tiếp', online: 'Trực tuyến', post: 'Bưu chính công ích' }[dossier.channel];
}

/** Another dossier that a page names in a note: the reader must not take it for its subject. */
export function neighbour(list: readonly Holding[], dossier: Dossier): string | null {
  const near = list[(list.findIndex((holding) => holding.dossier === dossier) + 3) % list.length];
  return near && near.dossier !== dossier ? near.code : null;
}

/** An emblem of our own: a disc with a star. */
export function emblem(size: number, disc: string, star: string): Markup {
  return html`<svg width="${size}" height="${size}" viewBox="0 0 40 40" aria-hidden="true"><circle cx="20" cy="20" r="19" fill="${disc}"/><path fill="${star}" d="M20 7l3.2 9.2h9.6l-7.8 5.7 3 9.3-8-5.7-8 5.7 3-9.3-7.8-5.7h9.6z"/></svg>`;
}
