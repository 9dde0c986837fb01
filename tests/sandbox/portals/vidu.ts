/** www.vidu.gov.vn: of no system the extension knows, with a code on its page; the extension must not be there. */
import { htmlReply, type Portal } from '../exchange';
import { html, page } from '../html';

export const vidu: Portal = {
  hosts: ['www.vidu.gov.vn'],
  answer(exchange) {
    if (exchange.method !== 'GET') return undefined;
    const code = exchange.world.held('province-h26')[0]?.code ?? '';
    return htmlReply(
      page({
        title: 'Tin tức - Cổng thông tin ví dụ',
        body: html`<main style="max-width:720px;margin:40px auto;font:16px/1.6 sans-serif"><h1>Cổng thông tin ví dụ</h1><p>Trang này không thuộc hệ thống giải quyết thủ tục hành chính nào.</p><p>Mã hồ sơ: ${code}</p><p>Trạng thái: Đã xử lý xong</p></main>`,
      }),
    );
  },
};
