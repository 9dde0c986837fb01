/** What goes to a page of a system that makes one call for us, and what comes back: never a token. Types only. */
import type { TabConnector } from './connector';

export interface TabCall extends Pick<TabConnector, 'carries' | 'calls'> {
  url: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
  timeoutMs: number;
  maxBytes: number;
}

export type TabAnswer =
  | { kind: 'answered'; status: number; retryAfter: string | null; text: string; bytes: number }
  /** A redirect, which is never followed. */
  | { kind: 'redirected' }
  /** Something that the page's calls carry is not there. */
  | { kind: 'no-token' }
  | { kind: 'unreachable' }
  | { kind: 'too-large' | 'broken'; bytes: number }
  /** No page of the system is open. */
  | { kind: 'no-tab' };
