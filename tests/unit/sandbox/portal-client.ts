/** Asks the sandbox over real https on loopback, under the host's own name, as a browser led there would. */
import type { IncomingHttpHeaders } from 'node:http';
import { Agent, request } from 'node:https';
import type { Sandbox, SandboxSystem } from '../../sandbox/index';

/** A Wednesday, 10:00 in Vietnam. */
export const NOW = Date.UTC(2026, 9, 7, 3, 0);

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface AskOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** Opens a session of this system and sends its cookie or token. */
  as?: SandboxSystem;
  signal?: AbortSignal;
}

export type Ask = (url: string, options?: AskOptions) => Promise<Answer>;

export function clientOf(sandbox: Sandbox): Ask {
  const agent = new Agent({ keepAlive: true });
  return (address, options = {}) => {
    const url = new URL(address);
    const headers = { ...options.headers, ...credentials(sandbox, options.as), host: url.host };
    return new Promise((resolve, reject) => {
      const call = request(
        {
          host: '127.0.0.1',
          port: sandbox.httpsPort,
          servername: url.hostname,
          path: url.pathname + url.search,
          method: options.method ?? 'GET',
          headers,
          agent,
          rejectUnauthorized: false,
          signal: options.signal,
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
          });
          response.on('error', reject);
        },
      );
      call.on('error', reject);
      call.end(options.body);
    });
  };
}

function credentials(sandbox: Sandbox, system: SandboxSystem | undefined): Record<string, string> {
  if (!system) return {};
  const { cookies, localStorage } = sandbox.signIn(system);
  if (localStorage?.userToken) return { authorization: `Bearer ${localStorage.userToken}` };
  return { cookie: (cookies ?? []).map(({ name, value }) => `${name}=${value}`).join('; ') };
}

/** An answer's JSON, known to the test by the shape it checks. */
export function jsonOf<T>(answer: Answer): T {
  return JSON.parse(answer.text) as T;
}
