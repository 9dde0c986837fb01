/** A portal on loopback whose every path answers one way; counts and keeps what it was sent. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answerer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

export interface Portal {
  /** The system's own host. */
  origin: string;
  /** The same server under another host's name. */
  foreignOrigin: string;
  requests: { method: string; path: string; headers: IncomingMessage['headers']; body: string }[];
  on(path: string, answer: Answerer): void;
  close(): Promise<void>;
}

export async function startPortal(): Promise<Portal> {
  const answers = new Map<string, Answerer>();
  const requests: Portal['requests'] = [];
  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const path = request.url ?? '/';
    requests.push({ method: request.method ?? '', path, headers: request.headers, body });
    const answer = answers.get(path.split('?')[0] ?? '');
    if (answer) answer(request, response, body);
    else response.writeHead(404).end('no such page');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    foreignOrigin: `http://localhost:${port}`,
    requests,
    on: (path, answer) => answers.set(path, answer),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function html(status: number, body: string, headers: Record<string, string> = {}): Answerer {
  return (_, response) =>
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answerer {
  return (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

export function redirect(to: string, status = 302): Answerer {
  return (_, response) => response.writeHead(status, { location: to }).end();
}
