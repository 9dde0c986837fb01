import type { Exchange } from './exchange';
import { SESSION_COOKIES } from './sign-in';

/** Whether the request carries a good session of this system by its cookie. */
export function signedIn(exchange: Exchange, system: keyof typeof SESSION_COOKIES): boolean {
  if (exchange.dials.expired(exchange.host, exchange.path)) return false;
  return exchange.sessions.holds(system, exchange.cookies.get(SESSION_COOKIES[system]));
}
