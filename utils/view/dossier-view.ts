/**
 * What a person is shown of one dossier: one line per system, the findings in words, one chip. The overlay's card, the
 * side panel and the popup all show this and nothing else. Types only; `build-view.ts` makes it.
 */
import type { DossierCode } from '../dossier/code';
import type { RuleId, Severity, Verdict } from '../dossier/finding';
import type { Outcome, SystemId } from '../dossier/sighting';
import type { CanonicalStatus } from '../dossier/status';
import type { IsoInstant } from '../dossier/time';
import type { Concern } from './concern';
import type { Because } from './set-aside';

/** State of one system's answer: an outcome, or that it is being asked now, was never asked, or can only be opened. */
export type LineState = Outcome | 'asking' | 'never-asked';

export interface SystemLine {
  system: SystemId;
  name: string;
  shortName: string;
  state: LineState;
  /** What to do about the state, in the officer's words ("Chưa đăng nhập: đăng nhập hệ thống này, rồi hỏi lại"). */
  stateText: string;
  /** As that system words it (unknown words masked). */
  statusText?: string;
  status?: CanonicalStatus;
  /** The canonical status in the interface's language. */
  statusLabel?: string;
  /** Already worded for showing: 27/11/2026 17:00 */
  dueText?: string;
  seenAt?: IsoInstant;
  /** "10:32 22/11/2026" and where: "trên trang" or "tra cứu" */
  seenText?: string;
  /** How the system can be asked: by a background request, or only by opening it. */
  askBy: 'request' | 'link';
  /** Nobody asks it now: the officer paused it for today, or policy or the officer paused all. */
  paused?: 'system' | 'all';
  /** The pause in words. */
  pausedText?: string;
  /** URL that opens the dossier there (by code where the system has such a link, else its front page). */
  openUrl?: string;
  /** The officer is to sign in there: `openUrl` leads to the login. */
  signIn?: true;
  /** True for the system whose page the officer is on. */
  here?: boolean;
}

export interface FindingView {
  rule: RuleId;
  severity: Severity;
  systems: SystemId[];
  ask: SystemId[];
  reason: string;
  remedy: string;
  /** What it rests on, for setting it aside; absent where there is nothing to set aside. */
  facts?: string;
}

/** A finding that is not told any more, or not for now. */
export interface AsideView extends FindingView {
  because: Because['kind'];
  /** "Đã gác lại lúc …: đã báo bộ phận hỗ trợ" */
  becauseText: string;
}

export interface DossierView {
  code: DossierCode;
  /** All codes of the dossier, `code` first. */
  codes: DossierCode[];
  verdict: Verdict;
  /** The verdict in words: "Lệch trạng thái", "Khớp", "Chưa đủ căn cứ" */
  verdictText: string;
  /** Short text for a chip, only when out of sync: "DVCQG: Đang xử lý · 2 giờ trước" */
  chip?: string;
  lines: SystemLine[];
  findings: FindingView[];
  /** Set aside by the officer, or of a rule that is muted. */
  aside?: AsideView[];
  /** Out of sync, and all that says so was set aside: no mark, no count. */
  quiet?: true;
  /** What there is to do about it today, where there is. */
  concern?: Concern;
  /** Components known of its procedure from elsewhere: "Theo các trang đã đọc …: 1 nên kiểm tra dữ liệu" */
  papersText?: string;
  /** "Theo dữ liệu thấy lúc …": verdicts are as seen at. */
  asOfText: string;
}
