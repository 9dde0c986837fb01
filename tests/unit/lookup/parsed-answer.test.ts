// @vitest-environment happy-dom
/** The words of a parsed answer, on which its outcome may rest: what is shown, each piece apart from the next. */
import { expect, it } from 'vitest';
import { parseAnswer } from '../../../utils/platform/offscreen-parser';

const NONE = 'Không tìm thấy hồ sơ';
const words = (body: string) =>
  parseAnswer({
    offscreen: 'parse',
    html: `<!doctype html><html><head><title>Tra cứu</title></head><body>${body}</body></html>`,
    url: 'https://dichvucong.vidu.gov.vn/tra-cuu',
    profile: null,
  })?.text;

it.each([
  ['a hidden message', `<div style="display: none">${NONE}</div>`],
  ['one in a hidden part', `<div hidden><section><p>${NONE}</p></section></div>`],
  ['one hidden by a widespread class', `<p class="alert d-none">${NONE}</p><p class="hidden">${NONE}</p>`],
  ['a dialog that is closed', `<dialog>${NONE}</dialog>`],
  [
    'a template, a script, a comment',
    `<template>${NONE}</template><script>"${NONE}"</script><!-- ${NONE} -->`,
  ],
  ['what may be chosen', `<select><option>${NONE}</option></select>`],
])('%s says nothing', (_, body) => {
  expect(words(`${body}<p>Nhập mã hồ sơ</p>`)).toBe('tra cuu nhap ma ho so');
});

it.each([
  ['a dialog that is open', `<dialog open>${NONE}</dialog>`],
  ['a part shown on wide screens', `<p class="md:hidden">${NONE}</p>`],
  ['words over two lines', 'Không tìm thấy<br>hồ sơ'],
  ['words of two elements', '<b>Không tìm thấy</b><span>hồ sơ</span>'],
])('%s speaks', (_, body) => {
  expect(words(body)).toBe('tra cuu khong tim thay ho so');
});

it('no more of it than rules look at', () => {
  expect(words('<p>xin chào</p>'.repeat(20_000))?.length).toBeLessThanOrEqual(20_000);
});
