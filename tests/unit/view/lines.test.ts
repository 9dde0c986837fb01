/** What one line says of a system: its word, or why nothing newer is known and what to do. */
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../utils/dossier/sighting';
import { igateQuery } from '../../../utils/systems/platforms/igate-query';
import type { System } from '../../../utils/systems/system';
import { lineOf, type ViewedFile } from '../../../utils/view/lines';
import { CODE, NOW, PROCESSING, RETURNED, type Scene, seen, system, vi, view } from './scene';

describe('lines', () => {
  it('the page’s own system first, then those that disagree, then the others', () => {
    const order = (here?: string): string[] =>
      view({ sightings: [RETURNED, PROCESSING], here }).lines.map((line) => line.system);
    expect(order('coordination')).toEqual(['coordination', 'province-h26', 'national-portal']);
    expect(order('national-portal')).toEqual(['national-portal', 'province-h26', 'coordination']);
    expect(order()).toEqual(['province-h26', 'national-portal', 'coordination']);
  });

  it('says what the system says, where and when it was seen, and how to open it', () => {
    const [line] = view({
      sightings: [{ ...PROCESSING, dueAt: '2026-11-12T17:00', via: 'lookup' }],
      here: 'national-portal',
    }).lines;
    expect(line).toEqual({
      system: 'national-portal',
      name: 'Hệ thống DVCQG',
      shortName: 'DVCQG',
      state: 'found',
      stateText: 'Có hồ sơ này.',
      statusText: 'Đang xử lý',
      status: 'processing',
      statusLabel: 'Đang xử lý',
      dueText: '17:00 12/11/2026',
      seenAt: '2026-11-10T14:00:00+07:00',
      seenText: '14:00 10/11/2026, do tra cứu',
      askBy: 'request',
      openUrl: `https://portal.test/tra-cuu?ma=${CODE}`,
      here: true,
    });
  });

  it.each<[Outcome, string]>([
    ['not-found', 'Hệ thống trả lời không có hồ sơ này: kiểm tra lại mã, hoặc mở hệ thống để xem.'],
    ['not-signed-in', 'Chưa đăng nhập: đăng nhập hệ thống này, rồi hỏi lại.'],
    [
      'no-permission',
      'Tài khoản của bạn không có quyền xem hồ sơ này: nhờ người có quyền, hoặc quản trị hệ thống đó.',
    ],
    ['captcha', 'Hệ thống đòi mã xác nhận: mở hệ thống để xem trực tiếp.'],
    ['unreachable', 'Không kết nối được: kiểm tra mạng, rồi hỏi lại.'],
    ['unreadable', 'Chưa đọc được câu trả lời: mở hệ thống để xem trực tiếp.'],
    ['rate-limited', 'Hệ thống đang hạn chế tra cứu: chờ ít phút, rồi hỏi lại.'],
  ])('%s says what to do', (outcome, text) => {
    const tries = [{ system: 'national-portal', outcome, at: '2026-11-10T15:00:00+07:00' }];
    const line = view({ tries }).lines.find((one) => one.system === 'national-portal');
    expect([line?.state, line?.stateText]).toEqual([outcome, text]);
  });

  it('a limit with an end says when', () => {
    const tries: ViewedFile['tries'] = [
      {
        system: 'national-portal',
        outcome: 'rate-limited',
        at: '2026-11-10T15:59:00+07:00',
        retryAt: '2026-11-10T16:05:00+07:00',
      },
    ];
    expect(view({ tries }).lines[0]?.stateText).toBe(
      'Hệ thống đang hạn chế tra cứu: hỏi lại sau 16:05 10/11/2026.',
    );
  });

  it.each<[string, Partial<ViewedFile['tries'][number]>, string, string]>([
    [
      'held back, and its time has come: never asked',
      { outcome: 'rate-limited', held: 'quiet-hours', retryAt: '2026-11-10T15:59:00+07:00' },
      'never-asked',
      'Chưa hỏi hệ thống này.',
    ],
    [
      'held back still',
      { outcome: 'rate-limited', held: 'quiet-hours', retryAt: '2026-11-10T16:05:00+07:00' },
      'rate-limited',
      'Đang ngoài giờ được hỏi hệ thống: hỏi lại sau 16:05 10/11/2026.',
    ],
    [
      'a limit of the system’s own, and its time has come',
      { outcome: 'rate-limited', retryAt: '2026-11-10T15:59:00+07:00' },
      'rate-limited',
      'Hệ thống đang hạn chế tra cứu: chờ ít phút, rồi hỏi lại.',
    ],
    [
      'the system answered with an error',
      { outcome: 'unreachable', serverError: true },
      'unreachable',
      'Hệ thống trả lời bằng thông báo lỗi: chờ ít phút, rồi hỏi lại.',
    ],
    [
      'and said when it is worth another question',
      { outcome: 'unreachable', serverError: true, retryAt: '2026-11-10T16:05:00+07:00' },
      'unreachable',
      'Hệ thống trả lời bằng thông báo lỗi: hỏi lại sau 16:05 10/11/2026.',
    ],
  ])('a try that brought nothing: %s', (_, how, state, text) => {
    const at = '2026-11-10T15:00:00+07:00';
    const tries = [{ system: 'national-portal', outcome: 'unreachable' as const, at, ...how }];
    const line = view({ tries }).lines.find((one) => one.system === 'national-portal');
    expect([line?.state, line?.stateText]).toEqual([state, text]);
  });

  it('a question that we held back leaves what was seen before as it is, once its time has come', () => {
    const tries: ViewedFile['tries'] = [
      {
        system: 'national-portal',
        outcome: 'rate-limited',
        at: '2026-11-10T15:00:00+07:00',
        held: 'pace',
        retryAt: '2026-11-10T15:01:00+07:00',
      },
    ];
    expect(view({ sightings: [PROCESSING], tries }).lines[0]?.state).toBe('found');
  });

  it.each<[string, Partial<System>, string[], string]>([
    ['its login', { loginUrl: 'https://sso.test/' }, ['motcua.test'], 'https://sso.test/'],
    ['the page by which it is asked', {}, ['motcua.test'], 'https://motcua.test/'],
    ['the first that is named', {}, ['motcua2.test', 'motcua.test'], 'https://motcua2.test/'],
    ['no page that is not its own', {}, ['other.test', 'motcua.test'], 'https://motcua.test/'],
    ['none is named: its front page', {}, [], 'https://citizens.test/'],
    [
      'it is asked by no page: its front page',
      { connector: { kind: 'html', url: 'https://citizens.test/?{code}', answer: { ok: [200] } } },
      ['motcua.test'],
      'https://citizens.test/',
    ],
  ])('signing in opens %s', (_, more, askInTabs, openUrl) => {
    const hosts = ['motcua.test', 'motcua2.test', 'citizens.test'].map((host) => ({
      host,
      role: 'officer' as const,
      confidence: 'policy' as const,
    }));
    const igate = system('province-h13', 'Cần Thơ', {
      homeUrl: 'https://citizens.test/',
      hosts,
      connector: igateQuery('api.test'),
      ...more,
    });
    const tries: ViewedFile['tries'] = [{ system: igate.id, outcome: 'not-signed-in', at: NOW }];
    const file = { codes: [CODE], sightings: [], tries, asking: [] };
    const line = lineOf(igate, { code: CODE, file, askInTabs, now: Date.parse(NOW), t: vi });
    expect(line).toMatchObject({ openUrl, signIn: true });
  });

  it('a failure after a sighting is told, and what was seen stays beside it', () => {
    const tries: ViewedFile['tries'] = [
      { system: 'national-portal', outcome: 'not-signed-in', at: '2026-11-10T15:00:00+07:00' },
    ];
    expect(view({ sightings: [PROCESSING], tries }).lines[0]).toMatchObject({
      state: 'not-signed-in',
      statusText: 'Đang xử lý',
      seenText: '14:00 10/11/2026, trên trang',
    });
  });

  it('a failure before the sighting is past', () => {
    const tries: ViewedFile['tries'] = [
      { system: 'national-portal', outcome: 'not-signed-in', at: '2026-11-10T13:00:00+07:00' },
    ];
    expect(view({ sightings: [PROCESSING], tries }).lines[0]?.state).toBe('found');
  });

  it('being asked, never asked, and only to be opened are told apart', () => {
    const asking = [{ system: 'national-portal', since: NOW }];
    const states = (scene: Scene): string[] => view(scene).lines.map((line) => line.stateText);
    expect(states({ asking })[0]).toBe('Đang hỏi…');
    expect(states({})[0]).toBe('Chưa hỏi hệ thống này.');
    expect(states({})[1]).toBe('Chưa thấy hồ sơ trên hệ thống này: mở hệ thống để xem.');
  });

  it('a page that showed no status', () => {
    const [line] = view({ sightings: [seen('coordination', '09:00')], here: 'coordination' }).lines;
    expect(line?.stateText).toBe('Có hồ sơ này, không ghi trạng thái.');
    expect(line).not.toHaveProperty('statusLabel');
  });

  it('a name inside an unknown status is masked', () => {
    const unknown = seen('coordination', '09:00', {
      status: 'unknown',
      statusText: 'Chuyển Nguyễn Văn Mẫu xử lý',
    });
    const shown = view({ sightings: [unknown, PROCESSING] });
    expect(JSON.stringify(shown)).not.toMatch(/Nguyễn|Mẫu/);
  });

  it('a local code is asked of nobody and opened where it was seen alone', () => {
    const code = 'TN00125';
    const lines = view({
      codes: [code],
      sightings: [seen('coordination', '09:00', { code, status: 'accepted' })],
    }).lines;
    expect(lines.every((line) => line.askBy === 'link')).toBe(true);
    expect(lines.find((line) => line.system === 'national-portal')?.openUrl).toBe('https://portal.test/');
  });

  it('a system that is switched off has no line', () => {
    const lines = view({ sightings: [PROCESSING], disabled: ['national-portal'] }).lines;
    expect(lines.map((line) => line.system)).toEqual(['coordination', 'province-h26']);
  });
});
