/** A page of the province that a test fills and changes as it goes; it asks for no session and holds no dossier itself. */
import { htmlReply, type Reply } from '../exchange';
import { html, page } from '../html';

export const LIVE = '/trang-song';

/** Two of them, so that one can be left and come back to. */
export function livePage(path: string): Reply | undefined {
  if (path !== LIVE && path !== `${LIVE}/khac`) return undefined;
  return htmlReply(
    page({
      title: 'Danh sách hồ sơ',
      styles: ['/assets/hanoi.css'],
      scripts: ['/assets/live.js'],
      body: html`<div class="wrap content"><h1>Danh sách hồ sơ</h1><div id="app"></div></div>`,
    }),
  );
}
