/** The door for tests: plain http on loopback, JSON in and out. */
import { createServer, type Server } from 'node:http';
import type { Dial } from './dials';
import { HOSTS } from './hosts';
import type { Site } from './server';
import { signIn } from './sign-in';
import { tourPages } from './tour';
import { takeCensus } from './world/census';
import { SANDBOX_SYSTEMS, type SandboxSystem } from './world/types';

type Answer = { status: number; data: unknown };

/** What the door answers: GET to look, POST to turn. */
export const CONTROL_PATHS = [
  'GET /pages',
  'GET /truth?code=',
  'GET /census',
  'GET /requests',
  'GET /violations',
  'GET /leaks',
  'GET /dials',
  'POST /dials',
  'POST /reset',
  'POST /now',
  'POST /signin',
  'POST /signout',
];

export async function control(site: Site, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = act(
        site,
        request.method ?? 'GET',
        request.url ?? '/',
        Buffer.concat(chunks).toString('utf8'),
      );
      response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify(answer.data));
    });
  });
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  return server;
}

function act(site: Site, method: string, address: string, body: string): Answer {
  const url = new URL(address, 'http://127.0.0.1');
  const route = `${method} ${url.pathname}`;
  if (method === 'GET') return look(site, route, url.searchParams);
  let input: unknown;
  try {
    input = body.trim() === '' ? {} : JSON.parse(body);
  } catch {
    return { status: 400, data: { error: 'the body is not JSON' } };
  }
  return turn(site, route, input);
}

function look(site: Site, route: string, query: URLSearchParams): Answer {
  switch (route) {
    case 'GET /pages':
      return { status: 200, data: tourPages(site.world) };
    case 'GET /truth':
      return { status: 200, data: site.world.truth(query.get('code') ?? '') };
    case 'GET /census':
      return { status: 200, data: takeCensus(site.world) };
    case 'GET /requests':
      return { status: 200, data: site.requests };
    case 'GET /violations':
      return { status: 200, data: site.violations };
    case 'GET /leaks':
      return { status: 200, data: site.leaks };
    case 'GET /dials':
      return { status: 200, data: site.dials.list() };
    default:
      return { status: 404, data: { error: 'no such path', paths: CONTROL_PATHS } };
  }
}

function turn(site: Site, route: string, input: unknown): Answer {
  const fields = typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {};
  const system = SANDBOX_SYSTEMS.find((id) => id === fields.system);
  switch (route) {
    case 'POST /dials': {
      if (!isDial(fields)) return { status: 400, data: { error: 'host must be a host, a system or "*"' } };
      site.dials.set(fields);
      return { status: 200, data: site.dials.list() };
    }
    case 'POST /reset':
      site.dials.reset();
      site.requests.length = 0;
      site.violations.length = 0;
      site.leaks.length = 0;
      return { status: 200, data: {} };
    case 'POST /now':
      if (typeof fields.now !== 'number') return { status: 400, data: { error: 'now must be milliseconds' } };
      site.world.setNow(fields.now);
      return { status: 200, data: { now: site.world.now() } };
    case 'POST /signin':
      return system ? { status: 200, data: signIn(site, system) } : unknownSystem();
    case 'POST /signout':
      if (!system) return unknownSystem();
      site.sessions.end(system);
      return { status: 200, data: {} };
    default:
      return { status: 404, data: { error: 'no such path', paths: CONTROL_PATHS } };
  }
}

function unknownSystem(): Answer {
  return { status: 400, data: { error: 'system must be one of these', systems: SANDBOX_SYSTEMS } };
}

function isDial(fields: Record<string, unknown>): fields is Record<string, unknown> & Dial {
  const { host } = fields;
  if (typeof host !== 'string') return false;
  return host === '*' || host in HOSTS || SANDBOX_SYSTEMS.includes(host as SandboxSystem);
}
