import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { release } from '#log/release';
import type { Readiness } from './health.ts';
import type { Metrics } from './metrics.ts';

/** An answer to whoever looks after a process. */
interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

export interface OperationsOptions {
  readonly host: string;
  readonly port: number;
  readonly readiness: Readiness;
  readonly metrics: Metrics;
}

/** Where it listens, and its end. */
export interface OperationsServer {
  readonly url: string;
  close(): Promise<void>;
}

/** It answers, so it lives: nothing else is asked for. */
export const alive = { status: 'pass', release } as const;

/**
 * A small HTTP server for a process that has no other: `/v1/health/live`, `/v1/health/ready` and `/metrics`. Nobody has to
 * sign in, so it belongs on a loopback address or on a network of one's own.
 *
 * @throws Error when it cannot listen there.
 */
export async function serveOperations(options: OperationsOptions): Promise<OperationsServer> {
  const server = createServer((request, response) => {
    answerTo(request, options).then(
      (answer) => send(response, request, answer),
      () => send(response, request, json(500, { status: 'fail' })),
    );
  });
  server.listen(options.port, options.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    url: `http://${host}:${port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answerTo({ method, url }: IncomingMessage, { readiness, metrics }: OperationsOptions): Promise<Answer> {
  if (method !== 'GET' && method !== 'HEAD') return json(405, { status: 'fail' });
  switch (url?.split('?')[0]) {
    case '/v1/health/live':
      return json(200, alive);
    case '/v1/health/ready': {
      const report = await readiness.report();
      return json(report.status === 'pass' ? 200 : 503, report);
    }
    case '/metrics':
      return { status: 200, ...(await metrics.text()) };
    default:
      return json(404, { status: 'fail' });
  }
}

function json(status: number, body: object): Answer {
  return { status, contentType: 'application/json; charset=utf-8', text: `${JSON.stringify(body)}\n` };
}

function send(response: ServerResponse, { method }: IncomingMessage, { status, contentType, text }: Answer): void {
  response.writeHead(status, {
    'Content-Type': contentType,
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(status === 405 && { Allow: 'GET, HEAD' }),
  });
  response.end(method === 'HEAD' ? undefined : text);
}
