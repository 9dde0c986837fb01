/** The grammars in which the portals word an instant, local to Vietnam; no instant is no text. */
import { VIETNAM_OFFSET } from './world/working-time';

function parts(at: number): {
  date: string;
  month: string;
  year: string;
  hour: string;
  minute: string;
  second: string;
} {
  const [day = '', clock = ''] = new Date(at + VIETNAM_OFFSET).toISOString().split('T');
  const [year = '', month = '', date = ''] = day.split('-');
  const [hour = '', minute = '', second = ''] = clock.slice(0, 8).split(':');
  return { date, month, year, hour, minute, second };
}

/** 22/11/2026 */
export function vnDate(at: number | undefined): string {
  if (at === undefined) return '';
  const { date, month, year } = parts(at);
  return `${date}/${month}/${year}`;
}

/** 22/11/2026 10:32 */
export function vnDateTime(at: number | undefined): string {
  if (at === undefined) return '';
  const { hour, minute } = parts(at);
  return `${vnDate(at)} ${hour}:${minute}`;
}

/** 10:32 22/11/2026 */
export function vnTimeDate(at: number | undefined): string {
  if (at === undefined) return '';
  const { hour, minute } = parts(at);
  return `${hour}:${minute} ${vnDate(at)}`;
}

/** 22/11/2026 10:32:05 */
export function vnFull(at: number | undefined): string {
  if (at === undefined) return '';
  return `${vnDateTime(at)}:${parts(at).second}`;
}

/** 11/22/2026 10:32:05: the month first, as .NET words a database's time; nothing is null. */
export function usFull(at: number | undefined): string | null {
  if (at === undefined) return null;
  const { date, month, year, hour, minute, second } = parts(at);
  return `${month}/${date}/${year} ${hour}:${minute}:${second}`;
}

/** 2026-11-22T10:32:05.000+0700: the offset has no colon, as iGate sends it. */
export function isoNoColon(at: number | undefined): string | null {
  if (at === undefined) return null;
  return `${new Date(at + VIETNAM_OFFSET).toISOString().slice(0, 23)}+0700`;
}

/** /Date(1767225600000)/ as ASP.NET sends it. */
export function dotNetDate(at: number | undefined): string | null {
  if (at === undefined) return null;
  return `/Date(${at})/`;
}
