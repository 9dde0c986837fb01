/** Answers in the encodings of the field, named rightly, not at all, or wrongly: read rightly or not at all. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ask } from '../../../utils/lookup/ask';
import { isGarbled } from '../../../utils/lookup/garbled';
import { CODE, portal, ports, shown, system } from './html-system';
import { dossierPage } from './page-parser';

const HEAD = (charset: string) => `<!doctype html><meta charset="${charset}">`;
const page = (charset: string) => HEAD(charset) + dossierPage(shown);
const utf8 = (text: string) => Buffer.from(text);
const latin = (text: string) => Buffer.from(text, 'latin1');
/** As windows-1258 writes it: letters, then the marks of their tones. */
const in1258 = latin(
  `<article><p>Ma\xde h\xf4\xcc s\xf5: ${CODE}</p><p>Tra\xf2ng tha\xeci: \xd0ang x\xfd\xd2 ly\xec</p></article>`,
);

async function said(bytes: Buffer, type: string) {
  portal.on('/tra-cuu', (_, response) => response.writeHead(200, { 'content-type': type }).end(bytes));
  const { outcome, reading } = await ask(
    system(),
    CODE,
    ports({
      // Pages of the field hold composed letters or not; the reader takes both.
      parseHtml: async (html, url, of) => ports().parseHtml(html.normalize('NFC'), url, of),
    }),
  );
  return [outcome, reading?.statusText];
}

describe('a page', () => {
  const right = ['found', 'Đang xử lý'];
  it.each<[string, Buffer, string]>([
    ['UTF-8, named by nobody', utf8(dossierPage(shown)), 'text/html'],
    ['UTF-8, named by the page', utf8(page('utf-8')), 'text/html'],
    ['UTF-8, named in another spelling', utf8(dossierPage(shown)), 'text/html; charset="UTF8"'],
    ['UTF-8 under a meta that cannot be', utf8(page('utf-16')), 'text/html'],
    ['UTF-8 under a name that nobody knows', utf8(dossierPage(shown)), 'text/html; charset=tieng-viet'],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${page('utf-8')}`, 'utf16le'), 'text/html'],
    ['UTF-16, its bytes turned', Buffer.from(`\ufeff${page('utf-8')}`, 'utf16le').swap16(), 'text/html'],
    ['UTF-16, named by the header', Buffer.from(page('x'), 'utf16le'), 'text/html; charset=utf-16le'],
    ['a mark against the header', utf8(`\ufeff${page('utf-8')}`), 'text/html; charset=iso-8859-1'],
    ['windows-1258, named by the header', in1258, 'text/html; charset=windows-1258'],
    ['windows-1258, named by the page', Buffer.concat([latin(HEAD('windows-1258')), in1258]), 'text/html'],
  ])('%s: read', async (_, bytes, type) => {
    expect(await said(bytes, type)).toEqual(right);
  });

  it.each<[string, Buffer, string]>([
    ['UTF-16 named UTF-8', Buffer.from(page('utf-8'), 'utf16le'), 'text/html; charset=utf-8'],
    ['UTF-8 named UTF-16', utf8(page('utf-8')), 'text/html; charset=utf-16'],
    ['UTF-8 named Latin', utf8(page('utf-8')), 'text/html; charset=iso-8859-1'],
    ['UTF-8 named windows-1258', utf8(page('utf-8')), 'text/html; charset=windows-1258'],
    ['windows-1258 named UTF-8', in1258, 'text/html; charset=utf-8'],
    ['windows-1258 named Latin', in1258, 'text/html; charset=iso-8859-1'],
  ])('%s: not read', async (_, bytes, type) => {
    expect(await said(bytes, type)).toEqual(['unreadable', undefined]);
  });
});

describe('words', () => {
  it.each([
    ['read as Latin', 'Äang xá»­ lÃ½'],
    ['with few marks, read as Latin', 'Ká»³'],
    ['one letter of it', 'KÃ½'],
    ['read as UTF-8', 'Ti\ufffdp nh\ufffdn'],
  ])('%s are garbled', (_, statusText) => {
    expect(isGarbled({ code: CODE, statusText })).toBe(true);
  });

  it('of every status that is in use, and of every procedure, are not', () => {
    const catalogue = readFileSync('public/procedures.tsv', 'utf8').split('\n');
    for (const statusText of [...catalogue, 'Quá\u00a0hạn', '“ĐÃ TRẢ”', 'Đã trả: «Quá hạn»'])
      expect([statusText, isGarbled({ code: CODE, statusText })]).toEqual([statusText, false]);
  });
});
