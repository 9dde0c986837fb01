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
  /** `retryAfter` absent: nobody could see whether the system says when to come back. */
  | { kind: 'answered'; status: number; retryAfter?: string | null; text: string; bytes: number }
  /** A redirect, which is never followed. */
  | { kind: 'redirected' }
  /** Something that the page's calls carry is not there. */
  | { kind: 'no-token' }
  /** The page was told nothing; what the head of the answer says where there was one. */
  | { kind: 'unreachable'; status?: number; retryAfter?: string | null }
  | { kind: 'too-large' | 'broken'; bytes: number }
  /** No page of the system is open. */
  | { kind: 'no-tab' };
