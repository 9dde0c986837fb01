/** Draws one page in one state with made-up sources: `index.html?show=popup-found`. */
import type { ReactNode } from 'react';
import { Board } from '../../../../components/board/Board';
import { Help } from '../../../../components/help/Help';
import { Options } from '../../../../components/options/Options';
import { Popup } from '../../../../components/popup/Popup';
import { mount } from '../../../../components/shared/mount';
import type { Sources } from '../../../../components/shared/sources';
import { SidePanel } from '../../../../components/sidepanel/SidePanel';
import { CODE, madeUpSources, movable, SETTINGS, viewWith } from '../made-up';

interface Scene {
  page: ReactNode;
  title: string;
  sources?: Partial<Sources>;
  /** What is typed into the popup and looked up. */
  typed?: string;
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
