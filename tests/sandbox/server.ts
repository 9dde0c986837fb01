/** The https server of all hosts: takes down the request, turns the dials, and lets the host's portal answer. */
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { makeCertificate } from './certificate';
import { type Dials, faultReply } from './dials';
import {
  type Exchange,
  htmlReply,
  type Portal,
  PREFLIGHT,
  parseCookies,
  type Reply,
  VIOLATION,
} from './exchange';
import { HOSTS } from './hosts';
import { type Leak, type LoggedRequest, takeDown, type Violation } from './log';
import { PORTALS } from './portals';
import type { Sessions } from './session';
import type { World } from './world/world';

export interface Site {
  world: World;
  sessions: Sessions;
  dials: Dials;
  requests: LoggedRequest[];
  violations: Violation[];
  leaks: Leak[];
}

const BODY_LIMIT = 1_000_000;
const ASSET = /^\/assets\/([a-z-]+)\.(css|js)$/;
const READS = ['GET', 'HEAD', 'OPTIONS'];
const PORTAL_OF = new Map<string, Portal>(
  PORTALS.flatMap((portal) => portal.hosts.map((host) => [host, portal])),
);

/** Starts the server on loopback; port 0 takes a free one. */
export async function serve(site: Site, port: number): Promise<Server> {
  const server = createServer(await makeCertificate(), (request, response) => {
    respond(site, request, response).catch((error: unknown) => {
      // A bug of the sandbox must be seen in the test that meets it.
      response.writeHead(599, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(`sandbox: ${error instanceof Error ? error.stack : String(error)}`);
    });
  });
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  return server;
}

async function respond(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  const url = new URL(request.url ?? '/', `https://${host || 'localhost'}`);
  const entry = takeDown(request, host, url.pathname, url.search);
  site.requests.push(entry);
  const body = await readBody(request);
  const sent = `${url.href} ${JSON.stringify(request.headers)} ${body}`;
  const foreign = site.sessions.secretsIn(sent).filter((of) => of !== HOSTS[host]);
  site.leaks.push(...foreign.map((of) => ({ at: entry.at, host, path: url.pathname, of })));
  // What stands before an API answers its preflights, in whatever state the API is.
  const dial = request.method === PREFLIGHT ? {} : site.dials.take(host, url.pathname);
  if (dial.hang) return;
  if (dial.delayMs) await new Promise((go) => setTimeout(go, dial.delayMs));
  const exchange: Exchange = {
    host,
    method: request.method ?? 'GET',
    path: url.pathname,
    url: url.pathname + url.search,
    query: url.searchParams,
    headers: request.headers,
    cookies: parseCookies(request.headers.cookie),
    body,
    world: site.world,
    sessions: site.sessions,
    dials: site.dials,
    redesign: dial.redesign === true,
  };
  const reply = asset(url.pathname) ?? faultReply(dial, exchange) ?? portalReply(exchange);
  if (reply.violation) {
    site.violations.push({ at: entry.at, host, method: entry.method, path: url.pathname });
  }
  entry.status = reply.status;
  const usual = dial.bare ? {} : PORTAL_OF.get(host)?.headers?.(exchange);
  response.writeHead(reply.status, { ...reply.headers, ...usual });
  if (reply.endless) goOn(response, reply.body ?? '');
  else response.end(exchange.method === 'HEAD' ? undefined : reply.body);
}

/** Slowly enough that no limit of size is met before the time is up. */
function goOn(response: ServerResponse, piece: string | Buffer): void {
  response.write(piece);
  const timer = setInterval(() => response.write(' '), 200);
  response.on('close', () => clearInterval(timer));
}

function portalReply(exchange: Exchange): Reply {
  const reply = PORTAL_OF.get(exchange.host)?.answer(exchange);
  if (reply) return reply;
  return READS.includes(exchange.method) ? htmlReply('<h1>404</h1>Không tìm thấy trang.', 404) : VIOLATION;
}

/** Style sheets and page scripts of the portals. */
function asset(path: string): Reply | undefined {
  const [, name, kind] = ASSET.exec(path) ?? [];
  if (!name || !kind) return undefined;
  const folder = kind === 'css' ? 'style' : 'client';
  const body = readFileSync(new URL(`./${folder}/${name}.${kind}`, import.meta.url), 'utf8');
  const type = kind === 'css' ? 'text/css' : 'text/javascript';
  return { status: 200, headers: { 'content-type': `${type}; charset=utf-8` }, body };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const piece = Buffer.from(chunk);
    size += piece.length;
    if (size > BODY_LIMIT) throw new Error('a body over 1 MB');
    chunks.push(piece);
  }
  return Buffer.concat(chunks).toString('utf8');
}
