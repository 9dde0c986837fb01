/** Who is signed in where. Each system has its own sessions, known by a random token; none opens another's door. */
import { randomBytes } from 'node:crypto';
import type { HostOwner } from './hosts';
import { HOUR } from './world/working-time';

/** So much of a secret is told from any other text; made-up pages hold none of it. */
const MARK_LENGTH = 20;

/** Life of an iGate token: exp − iat, in seconds, as seen in use. */
const TOKEN_LIFE = (24 * HOUR) / 1000;

export class Sessions {
  #tokens = new Map<string, HostOwner>();
  /** Parts by which every secret ever given out is known again, whatever it was made into. */
  #marks = new Map<string, HostOwner>();
  /** Tickets that one host hands to another at the end of a sign-in; each is good once. */
  #tickets = new Map<string, HostOwner>();

  /** A new session's cookie value. */
  open(system: HostOwner): string {
    const token = randomBytes(18).toString('hex');
    this.#tokens.set(token, system);
    // Its beginning: a page's own token may be made of that.
    this.#marks.set(token.slice(0, MARK_LENGTH), system);
    return token;
  }

  /** A new session as an unsigned JWT, in the manner of Keycloak's realm "digo". */
  openJwt(system: HostOwner, now: number): string {
    const iat = Math.floor(now / 1000);
    const part = (data: unknown) => Buffer.from(JSON.stringify(data)).toString('base64url');
    const claims = {
      iat,
      exp: iat + TOKEN_LIFE,
      sub: randomBytes(8).toString('hex'),
      user_id: '650000000000000000000001',
      experience: '650000000000000000000018',
      'allowed-origins': ['https://motcua.moh.gov.vn', 'https://apiigate.moh.gov.vn'],
      permissions: [{ permission: { code: 'oneGateDossierLookup' } }],
    };
    const token = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.${randomBytes(16).toString('base64url')}`;
    this.#tokens.set(token, system);
    // Its end: all such tokens begin alike.
    this.#marks.set(token.slice(-MARK_LENGTH), system);
    return token;
  }

  /** A secret that was not made here. */
  know(secret: string, system: HostOwner): void {
    this.#marks.set(secret, system);
  }

  /** The systems of which a text carries a secret. */
  secretsIn(text: string): HostOwner[] {
    return [...this.#marks].flatMap(([mark, owner]) => (text.includes(mark) ? owner : []));
  }

  holds(system: HostOwner, token: string | undefined): boolean {
    return token !== undefined && this.#tokens.get(token) === system;
  }

  /** Ends every session of a system. */
  end(system: HostOwner): void {
    for (const [token, owner] of this.#tokens) if (owner === system) this.#tokens.delete(token);
  }

  ticket(system: HostOwner): string {
    const ticket = `ST-${randomBytes(12).toString('hex')}`;
    this.#tickets.set(ticket, system);
    return ticket;
  }

  /** True once for a ticket of this system. */
  redeem(system: HostOwner, ticket: string | null): boolean {
    if (ticket === null || this.#tickets.get(ticket) !== system) return false;
    return this.#tickets.delete(ticket);
  }
}
