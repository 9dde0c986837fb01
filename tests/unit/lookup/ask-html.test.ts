import { describe, expect, it } from 'vitest';
import { ask } from '../../../utils/lookup/ask';
import { CODE, LOCAL, loginForm, NEXT, portal, ports, shown, system } from './html-system';
import { dossierPage } from './page-parser';
import { html } from './portal-server';

describe('what a page answers', () => {
  it('found: the page names exactly the code', async () => {
    portal.on('/tra-cuu', html(200, dossierPage(shown)));
    const answer = await ask(system(), CODE, ports());
    expect(answer).toMatchObject({
      outcome: 'found',
      reading: { code: CODE, statusText: 'Đang xử lý', dueAt: '2026-11-27T17:00' },
      finalUrl: `${portal.origin}/tra-cuu`,
    });
    expect(answer.bytes).toBeGreaterThan(100);
    expect(portal.requests).toHaveLength(1);
    expect(portal.requests[0]).toMatchObject({ method: 'GET', path: `/tra-cuu?maHoSo=${CODE}` });
  });

  it('found under the other code of the same dossier', async () => {
    portal.on('/tra-cuu', html(200, dossierPage({ ...shown, 'Mã hồ sơ': LOCAL, 'Mã quốc gia': CODE })));
    const answer = await ask(system(), CODE, ports());
    expect(answer.reading).toMatchObject({ code: CODE, otherCode: LOCAL });
  });

  it('found twice on one page, agreeing: both are one', async () => {
    portal.on('/tra-cuu', html(200, dossierPage({ 'Mã hồ sơ': CODE, 'Trạng thái': 'Đang xử lý' }, shown)));
    expect((await ask(system(), CODE, ports())).reading).toMatchObject({ dueAt: '2026-11-27T17:00' });
  });

  const cases: [string, number, string, string][] = [
    ['true absence', 200, '<p>Kh&ocirc;ng t&igrave;m thấy hồ sơ</p>', 'not-found'],
    [
      'absence in a script is no absence',
      200,
      '<script>say("Không tìm thấy hồ sơ")</script><p>Xin chờ</p>',
      'unreadable',
    ],
    ['absence in a template is no absence', 200, '<template>Không tìm thấy hồ sơ</template>', 'unreadable'],
    ['a login page with 200', 200, `<p>Không tìm thấy hồ sơ</p>${loginForm}`, 'not-signed-in'],
    ['a login page that no rule names', 200, `<h1>Cổng</h1>${loginForm}`, 'not-signed-in'],
    ['words of a lost session', 200, 'Phiên làm việc đã hết. Không tìm thấy hồ sơ', 'not-signed-in'],
    [
      'a login whose first step asks for a name alone',
      200,
      '<title>Đăng nhập | Cổng</title>Không tìm thấy hồ sơ',
      'not-signed-in',
    ],
    [
      'absence as a question is none',
      200,
      '<p>Không tìm thấy hồ sơ của bạn?</p><p>Gọi 1022</p>',
      'unreadable',
    ],
    ['absence as a case is none', 200, 'Gọi 1022 nếu không tìm thấy hồ sơ.', 'unreadable'],
    [
      'a question beside true absence',
      200,
      'Không tìm thấy hồ sơ. Không tìm thấy hồ sơ? Gọi 1022',
      'not-found',
    ],
    ['absence, then another line', 200, '<p>Không tìm thấy hồ sơ</p><a>Cần giúp?</a>', 'not-found'],
    ['absence, then a question', 200, 'Không tìm thấy hồ sơ. Ông/bà cần giúp đỡ?', 'not-found'],
    ['a link to the login is no lost session', 200, '<a>Đăng nhập</a> Không tìm thấy hồ sơ', 'not-found'],
    ['401', 401, '', 'not-signed-in'],
    ['401 with words of absence', 401, 'Không tìm thấy hồ sơ', 'not-signed-in'],
    ['440 of a server whose session ended', 440, 'Không tìm thấy hồ sơ', 'not-signed-in'],
    ['403', 403, 'Forbidden', 'no-permission'],
    ['no right, in words', 200, 'Ông/bà không có quyền xem hồ sơ này', 'no-permission'],
    ['captcha before absence', 200, 'Không tìm thấy hồ sơ. Nhập mã xác nhận', 'captcha'],
    ['the firewall with 200', 200, '<title>Request Rejected</title>', 'captcha'],
    ['the firewall with 403', 403, '<title>Request Rejected</title>', 'captcha'],
    ['500', 500, 'Không tìm thấy hồ sơ', 'unreachable'],
    ['502 of a proxy', 502, '<h1>Bad Gateway</h1>', 'unreachable'],
    ['404: the lookup moved, that is no absence', 404, 'Not Found', 'unreadable'],
    ['204', 204, '', 'unreadable'],
    ['a redesign: no dossier is read', 200, `<div>${CODE}</div>`, 'unreadable'],
    ['only another dossier', 200, dossierPage({ ...shown, 'Mã hồ sơ': NEXT }), 'unreadable'],
    ['the code alone is an echo of the question', 200, dossierPage({ 'Mã hồ sơ': CODE }), 'unreadable'],
    [
      'its echo beside the word of absence',
      200,
      `${dossierPage({ 'Mã hồ sơ': CODE })}Không tìm thấy hồ sơ`,
      'not-found',
    ],
    [
      'two blocks that contradict each other',
      200,
      dossierPage(shown, { ...shown, 'Trạng thái': 'Đã trả kết quả' }),
      'unreadable',
    ],
  ];
  it.each(cases)('%s', async (_, status, body, outcome) => {
    portal.on('/tra-cuu', html(status, body));
    const answer = await ask(system(), CODE, ports());
    expect(answer.outcome).toBe(outcome);
    expect(answer.reading).toBeUndefined();
  });

  it.each<[string, string, string]>([
    ['a lost session', '{"code":401,"message":"x"}', 'not-signed-in'],
    ['a lost session in words', '{"message":"Vui lòng đăng nhập"}', 'not-signed-in'],
    ['no right', '{"status":403}', 'no-permission'],
    [
      'words of absence prove nothing where a page should be',
      '{"message":"Không tìm thấy hồ sơ"}',
      'unreadable',
    ],
    ['an empty list neither', '[]', 'unreadable'],
  ])('JSON in a page’s place: %s', async (_, body, outcome) => {
    portal.on('/tra-cuu', html(200, body, { 'content-type': 'application/json' }));
    expect((await ask(system(), CODE, ports())).outcome).toBe(outcome);
  });

  it('what is no page is not parsed', async () => {
    portal.on('/tra-cuu', html(200, dossierPage(shown), { 'content-type': 'application/pdf' }));
    expect((await ask(system(), CODE, ports())).outcome).toBe('unreadable');
  });

  it('a page in its own encoding is read in it', async () => {
    const bytes = Buffer.from(`\ufeff${dossierPage(shown)}`, 'utf16le');
    portal.on('/tra-cuu', (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(bytes),
    );
    expect((await ask(system(), CODE, ports())).outcome).toBe('found');
  });
});

describe('slow, huge and broken answers', () => {
  it('a host that hangs is unreachable within the time', async () => {
    portal.on('/tra-cuu', () => undefined);
    const answer = await ask(system(), CODE, ports({ timeoutMs: 150 }));
    expect(answer.outcome).toBe('unreachable');
    expect(answer.durationMs).toBeLessThan(2_000);
  });

  it('a body that never ends is unreadable within the time', async () => {
    portal.on('/tra-cuu', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write(dossierPage(shown));
    });
    const answer = await ask(system(), CODE, ports({ timeoutMs: 150 }));
    expect(answer.outcome).toBe('unreadable');
    expect(answer.durationMs).toBeLessThan(2_000);
  });

  it('a parser that hangs is unreadable within the time', async () => {
    portal.on('/tra-cuu', html(200, dossierPage(shown)));
    const answer = await ask(
      system(),
      CODE,
      ports({ timeoutMs: 150, parseHtml: () => new Promise(() => undefined) }),
    );
    expect(answer.outcome).toBe('unreadable');
  });

  it('20 MB that says so beforehand is not read at all', async () => {
    portal.on('/tra-cuu', html(200, dossierPage(shown), { 'content-length': '20000000' }));
    expect(await ask(system(), CODE, ports())).toMatchObject({ outcome: 'unreadable', bytes: 0 });
  });

  it('20 MB in pieces is let go at the limit', async () => {
    let sent = 0;
    portal.on('/tra-cuu', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const piece = Buffer.alloc(100_000, ' ');
      const more = () => {
        while (sent < 20_000_000 && !response.destroyed) {
          sent += piece.length;
          if (!response.write(piece)) return response.once('drain', more);
        }
        return response.end();
      };
      more();
    });
    const answer = await ask(system(), CODE, ports());
    expect(answer.outcome).toBe('unreadable');
    expect(answer.bytes).toBeLessThan(2_200_000);
    expect(sent).toBeLessThan(20_000_000);
  });

  it('a connection that breaks within the body is unreadable', async () => {
    portal.on('/tra-cuu', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' });
      response.write(dossierPage(shown), () => response.destroy());
    });
    expect((await ask(system(), CODE, ports())).outcome).toBe('unreadable');
  });

  it('a host that refuses is unreachable', async () => {
    await portal.close();
    expect((await ask(system(), CODE, ports())).outcome).toBe('unreachable');
  });
});

describe('asked to wait', () => {
  const now = Date.UTC(2026, 10, 22, 3, 0, 0);
  const cases: [string, number, string | undefined, string, string | undefined][] = [
    ['429 with seconds', 429, '30', 'rate-limited', '2026-11-22T03:00:30.000Z'],
    ['429 with a date', 429, 'Sun, 22 Nov 2026 03:05:00 GMT', 'rate-limited', '2026-11-22T03:05:00.000Z'],
    [
      '429 with a date that is past',
      429,
      'Sun, 22 Nov 2026 02:05:00 GMT',
      'rate-limited',
      '2026-11-22T03:00:00.000Z',
    ],
    ['429 without a word: a minute', 429, undefined, 'rate-limited', '2026-11-22T03:01:00.000Z'],
    ['429 with nonsense: a minute', 429, 'soon', 'rate-limited', '2026-11-22T03:01:00.000Z'],
    ['429 with a year: a day at most', 429, '31536000', 'rate-limited', '2026-11-23T03:00:00.000Z'],
    ['503 with seconds', 503, '10', 'unreachable', '2026-11-22T03:00:10.000Z'],
    ['503 without a word', 503, undefined, 'unreachable', undefined],
  ];
  it.each(cases)('%s', async (_, status, header, outcome, retryAt) => {
    portal.on('/tra-cuu', html(status, 'busy', header ? { 'retry-after': header } : {}));
    const answer = await ask(system(), CODE, ports({ now: () => now }));
    expect(answer.outcome).toBe(outcome);
    expect(answer.retryAt).toBe(retryAt);
  });
});
