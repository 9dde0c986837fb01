/** Draws one page in one state with made-up sources: `index.html?show=popup-found`. */
import type { ReactNode } from 'react';
import { Board } from '../../../../components/board/Board';
import { Help } from '../../../../components/help/Help';
import { Options } from '../../../../components/options/Options';
import { Popup } from '../../../../components/popup/Popup';
import { mount } from '../../../../components/shared/mount';
import type { PilotQuestion, RuleResult, Sources, TodayEntry } from '../../../../components/shared/sources';
import { SidePanel } from '../../../../components/sidepanel/SidePanel';
import { CODE, madeUpSources, movable, SETTINGS, VIEW, viewWith } from '../made-up';

interface Scene {
  page: ReactNode;
  title: string;
  sources?: Partial<Sources>;
  /** What is typed into the popup and looked up. */
  typed?: string;
  /** The first button of these words is pressed. */
  pressed?: string;
}

const POLICY = {
  ...SETTINGS,
  locked: ['graceMinutes', 'databases.land', 'disabled.national-portal'],
  supportContact: {
    name: 'Tổ hỗ trợ Mẫu',
    email: 'hotro@example.gov.vn',
    phone: '024 0000 0000',
    url: 'https://example.gov.vn/ho-tro',
  },
  problems: [
    { path: 'systems.land.hosts[1].host', reason: 'Không phải tên máy chủ: “dla mplis”' },
    { path: 'graceMinutes', reason: 'Phải từ 5 đến 1440' },
  ],
};

const PILOT = { ...SETTINGS, pilot: { on: true, samplePercent: 20, muteAbovePercent: 5, leastAnswers: 20 } };

const QUESTION: PilotQuestion = {
  code: CODE,
  finding: 'status-disagrees province-h26 national-portal',
  facts: '',
  verdictText: 'Lệch trạng thái',
  reason: VIEW.findings[0]?.reason ?? '',
};

const TODAY: TodayEntry[] = (['out-of-sync', 'late', 'due-today', 'out-of-sync', 'late'] as const).map(
  (concern, i) => ({
    code: `H26.18-261105-012${i}`,
    concern,
    reason:
      concern === 'out-of-sync'
        ? (VIEW.findings[0]?.reason ?? '')
        : 'Ngày hẹn trả 20/11/2026 (Hà Nội) đã qua; lúc 10:30 22/11/2026, Hà Nội vẫn ghi chưa xong.',
    seenAt: `2026-11-22T03:3${9 - i}:00Z`,
  }),
);

const RESULTS: RuleResult[] = [
  { rule: 'due-soon', found: 31, right: 18, wrong: 4, unsure: 1, wrongPercent: 18, muted: true },
  { rule: 'status-disagrees', found: 212, right: 40, wrong: 0, unsure: 2, wrongPercent: 0, muted: false },
  { rule: 'wrong-system', found: 3, right: 0, wrong: 0, unsure: 0, wrongPercent: null, muted: false },
];

const SCENES: Record<string, Scene> = {
  'popup-recent': { page: <Popup />, title: 'extName' },
  'popup-empty': { page: <Popup />, title: 'extName', sources: { recent: movable([]) } },
  'popup-selected': {
    page: <Popup />,
    title: 'extName',
    sources: { selectedText: () => Promise.resolve(`hồ sơ ${CODE} và G18.01-261103-090012`) },
  },
  'popup-bad': { page: <Popup />, title: 'extName', typed: '17-1436' },
  'popup-found': { page: <Popup />, title: 'extName', typed: CODE },
  'panel-empty': {
    page: <SidePanel />,
    title: 'extName',
    sources: { current: movable<string | null>(null) },
  },
  'panel-found': { page: <SidePanel />, title: 'extName' },
  'panel-in-sync': {
    page: <SidePanel />,
    title: 'extName',
    sources: {
      view: () =>
        movable(
          viewWith({ verdict: 'in-sync', verdictText: 'Khớp', codes: [CODE], chip: undefined, findings: [] }),
        ),
    },
  },
  'panel-aside': {
    page: <SidePanel />,
    title: 'extName',
    sources: {
      view: () =>
        movable(
          viewWith({
            verdictText: 'Lệch, đã gác lại',
            quiet: true,
            findings: VIEW.findings.slice(1),
            aside: VIEW.findings.slice(0, 1).map((finding) => ({
              ...finding,
              because: 'dismissed' as const,
              becauseText: 'Gác lại lúc 10:35 22/11/2026: đã báo bộ phận hỗ trợ, đang chờ.',
            })),
          }),
        ),
    },
  },
  'panel-dismiss': { page: <SidePanel />, title: 'extName', pressed: 'Gác lại' },
  'panel-report': {
    page: <SidePanel />,
    title: 'extName',
    sources: { settings: movable(POLICY) },
    pressed: 'Viết phản ánh',
  },
  'panel-pilot': {
    page: <SidePanel />,
    title: 'extName',
    sources: { settings: movable(PILOT), pilotQuestion: movable<PilotQuestion | null>(QUESTION) },
  },
  'popup-today': { page: <Popup />, title: 'extName', sources: { today: movable(TODAY) } },
  'options-pilot': {
    page: <Options />,
    title: 'options_title',
    sources: { settings: movable(PILOT), pilotResults: movable(RESULTS) },
  },
  options: { page: <Options />, title: 'options_title' },
  'options-policy': { page: <Options />, title: 'options_title', sources: { settings: movable(POLICY) } },
  board: { page: <Board />, title: 'board_title' },
  'board-empty': { page: <Board />, title: 'board_title', sources: { board: movable([]) } },
  help: { page: <Help />, title: 'help_title' },
};

const query = new URLSearchParams(location.search);
const scene = SCENES[query.get('show') ?? ''];
if (!scene) document.body.textContent = Object.keys(SCENES).join(' ');
else {
  const language = query.get('language') === 'en' ? 'en' : 'vi';
  const settings = movable({ ...SETTINGS, language } as typeof SETTINGS);
  mount(scene.page, madeUpSources({ settings, ...scene.sources }), scene.title);
  if (scene.typed !== undefined) type(scene.typed);
  if (scene.pressed !== undefined) press(scene.pressed);
}

/** Types like a person would: React hears the input event, the form is submitted. */
function type(text: string): void {
  const input = document.querySelector('input');
  if (!input) {
    requestAnimationFrame(() => type(text));
    return;
  }
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  requestAnimationFrame(() => input.form?.requestSubmit());
}

/** Presses the first button of these words, once it is there. */
function press(words: string): void {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === words);
  if (button) button.click();
  else requestAnimationFrame(() => press(words));
}
