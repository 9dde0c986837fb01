// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { summaryOf } from '../../../components/shared/summary';
import { SidePanel } from '../../../components/sidepanel/SidePanel';
import { translator } from '../../../utils/platform/i18n';
import { CODE, madeUpSources, movable, VIEW, viewWith } from './made-up';
import { button, change, click, render, text, unmount } from './render';

afterEach(unmount);

it('says how to choose a dossier while none is chosen', async () => {
  await render(SidePanel, madeUpSources({ current: movable<string | null>(null) }));
  expect(text('main')).toContain('Bấm vào dấu bên cạnh mã hồ sơ');
});

it('shows nothing of a dossier before it is known which one is chosen', async () => {
  await render(SidePanel, madeUpSources({ current: movable<string | null>() }));
  expect(text('main')).toBe('');
});

it('follows the dossier chosen on the page', async () => {
  const current = movable<string | null>(null);
  await render(SidePanel, madeUpSources({ current }));
  await change(() => current.set(CODE));
  expect(text('h2')).toContain(CODE);
  await change(() => current.set('G18.01-261103-090012'));
  expect(text('h2')).toContain('G18.01-261103-090012');
});

it('has a line for every system and every finding', async () => {
  await render(SidePanel, madeUpSources());
  for (const { shortName } of VIEW.lines) expect(text('main')).toContain(shortName);
  for (const { reason, remedy } of VIEW.findings) {
    expect(text('main')).toContain(reason);
    expect(text('main')).toContain(remedy);
  }
});

it('only what is out of sync is marked so: a late dossier is nobody’s disagreement', async () => {
  const apart = () => document.querySelectorAll('#root li.border-off h4 svg').length;
  await render(SidePanel, madeUpSources());
  expect(apart()).toBe(2);
  const late = viewWith({
    verdict: 'in-sync',
    findings: VIEW.findings.map((one) => ({
      ...one,
      rule: 'overdue' as const,
      severity: 'warning' as const,
    })),
  });
  await render(SidePanel, madeUpSources({ view: () => movable(late) }));
  expect(apart()).toBe(0);
});

it('offers no way to the system whose page the officer is on', async () => {
  const lines = VIEW.lines.map((line) => ({ ...line, here: line.system === 'land' }));
  await render(SidePanel, madeUpSources({ view: () => movable(viewWith({ lines })) }));
  expect(() => button('Mở ở Đất đai')).toThrow();
  expect(text('main')).toContain('trang này');
});

it('copies the code, and a summary that says where and when each was seen', async () => {
  const sources = madeUpSources();
  await render(SidePanel, sources);
  await click(button('Chép mã'));
  await click(button('Chép tóm tắt'));
  expect(sources.deeds).toEqual([
    ['copy', CODE],
    ['copy', summaryOf({ ...VIEW, code: CODE }, translator('vi'))],
  ]);
  expect(text('[role=status]')).not.toBe('');
});

it('a summary names every code, system, due date and time', () => {
  expect(summaryOf(VIEW, translator('vi')).split('\n')).toEqual([
    'Hồ sơ H26.18-261105-0123 = 000.00.18.H26-261105-0123: Lệch trạng thái',
    'Theo dữ liệu thấy từ 10:33 20/11/2026 đến 10:32 22/11/2026.',
    '- Cổng Dịch vụ công quốc gia: Đang xử lý; Hẹn trả: 27/11/2026 17:00; Thấy lúc 10:32 22/11/2026, do tra cứu',
    '- Hệ thống thông tin giải quyết thủ tục hành chính thành phố Hà Nội: Đã có kết quả, chờ trả; Hẹn trả: 27/11/2026; Thấy lúc 10:30 22/11/2026, trên trang',
    '- Hệ thống điều phối giải quyết thủ tục hành chính: Chờ tiếp nhận; Thấy lúc 10:33 20/11/2026, trên trang; Chưa đăng nhập: đăng nhập hệ thống này, rồi hỏi lại.',
    '- Hệ thống giải quyết thủ tục hành chính Bộ Y tế: Đang hỏi…',
    '- Hệ thống thông tin đất đai: Chưa thấy hồ sơ trên hệ thống này: mở hệ thống để xem.',
    '* Hà Nội ghi “Đã có kết quả, chờ trả” từ 08:15 22/11/2026, DVCQG vẫn ghi “Đang xử lý” lúc 10:32 22/11/2026. Hỏi lại DVCQG; nếu vẫn lệch, đồng bộ lại hồ sơ hoặc báo bộ phận hỗ trợ.',
    '* Chưa biết Điều phối ghi gì về hồ sơ này. Mở Điều phối để đăng nhập và xem.',
  ]);
});

it('keeps what was seen beside a later try that failed, with when it was seen', async () => {
  await render(SidePanel, madeUpSources());
  const line = [...document.querySelectorAll('li')].find(
    (item) => item.querySelector('h4')?.textContent === 'Điều phối',
  );
  expect(line?.textContent).toContain('Chờ tiếp nhận');
  expect(line?.textContent).toContain('Thấy lúc 10:33 20/11/2026, trên trang');
  expect(line?.textContent).toContain('Chưa đăng nhập');
});

it('asks one system again, but not while it is being asked', async () => {
  const sources = madeUpSources();
  await render(SidePanel, sources);
  await click(button('Hỏi lại Bộ Y tế'));
  expect(sources.deeds).toEqual([]);
  await click(button('Hỏi lại Hà Nội'));
  expect(sources.deeds).toEqual([['ask', CODE, 'panel', ['province-h26']]]);
});
