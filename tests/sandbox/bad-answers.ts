/** Answers that are none: whoever asks must say so in time, and be none the heavier for it. */
import { htmlReply, type Reply } from './exchange';

/** A host of no system: whatever is loaded out of an answer would be seen there. */
const SPY = 'https://www.vidu.gov.vn/do-tham';

const ACTIVE = `<!doctype html><html><head><title>Thông báo</title>
<meta http-equiv="refresh" content="0;url=${SPY}/refresh"><link rel="stylesheet" href="${SPY}/style.css">
<link rel="preload" as="image" href="${SPY}/preload.png"><link rel="prefetch" href="${SPY}/prefetch">
<script src="${SPY}/script.js"></script><script>fetch('${SPY}/fetch'); new Image().src = '${SPY}/new-image'</script>
<style>body { background: url(${SPY}/background.png) } @import url(${SPY}/import.css)</style></head>
<body onload="fetch('${SPY}/onload')"><img src="${SPY}/img.png" onerror="fetch('${SPY}/onerror')">
<img srcset="${SPY}/srcset.png 2x"><picture><source srcset="${SPY}/source.png"></picture>
<svg><image href="${SPY}/svg.png"></image><use href="${SPY}/use.svg#a"></use></svg>
<video src="${SPY}/video.mp4" poster="${SPY}/poster.png"></video><audio src="${SPY}/audio.mp3" autoplay></audio>
<iframe src="${SPY}/iframe"></iframe><iframe srcdoc="<img src='${SPY}/srcdoc.png'>"></iframe>
<object data="${SPY}/object"></object><embed src="${SPY}/embed"><input type="image" src="${SPY}/input.png">
<form action="${SPY}/form" method="post"></form><script>document.forms[0].submit()</script></body></html>`;

const MEGABYTE = 1_000_000;

export const BAD_ANSWERS = {
  'not-json': {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: '{"data": [{"dossierNo":',
  },
  /** Says UTF-8 and is UTF-16: every word of it is noise. */
  'wrong-encoding': {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: Buffer.from('<h1>Chi tiết hồ sơ</h1><p>Trạng thái: Đã trả kết quả</p>', 'utf16le'),
  },
  'twenty-megabytes': {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'transfer-encoding': 'chunked' },
    body: Buffer.alloc(20 * MEGABYTE, '<p>Đang xử lý</p> '),
  },
  endless: {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<h1>Chi tiết hồ sơ</h1>',
    endless: true,
  },
  active: htmlReply(ACTIVE),
} as const satisfies Record<string, Reply>;

export type BadAnswer = keyof typeof BAD_ANSWERS;
