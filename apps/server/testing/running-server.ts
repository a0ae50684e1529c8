import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type LogNode, startNode } from '#embedded/node/start-node';
import { startEngines } from '#embedded/testing/engines';
import type { SignInRole } from '#identity/roles';
import { type IssueOptions, TokenAuthority } from '#identity/token-authority';
import { chooseStore } from '#jobs/backend';
import { Jobs } from '#jobs/jobs';
import { Folding } from '#views/engine/worker';
import { createApp } from '../create-app.ts';
import { Engines } from '../engines.ts';
import { type ConnectSettings, connectParts } from '../process/connect-parts.ts';

/** An answer as a test looks at it; `body` is JSON, or text where it is not. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** As `JSON.parse` gives it: a test says itself what it expects. */
  readonly body: ReturnType<typeof JSON.parse>;
}

export interface Asked {
  readonly as?: SignInRole;
  readonly actor?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The real server on real engines, in this process, with a worker that keeps the views up to date. */
export interface RunningServer {
  readonly url: string;
  get(path: string, asked?: Asked): Promise<Answered>;
  post(path: string, body: unknown, asked?: Asked): Promise<Answered>;
  /** A token for that role. */
  token(role: SignInRole, options?: IssueOptions): Promise<string>;
  /** Takes the log node away, and brings it back on the same address. */
  stopLog(): Promise<void>;
  startLog(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts everything on an empty folder. */
export async function startServer(
  purpose: 'production' | 'example',
  options: Pick<ConnectSettings, 'registry' | 'mail'> = {},
): Promise<RunningServer> {
  const logger = pino({ level: 'silent' });
  const data = await mkdtemp(join(tmpdir(), 'samenspel-server-'));
  const running = await startEngines();
  const databaseUrl = running.postgres.connectionString();
  const settings = { logUrl: running.node.connectionString, databaseUrl, data, purpose, ...options };
  const connection = await connectParts(settings, logger);
  const { log, views } = connection.parts;
  const jobs = new Jobs(chooseStore({ databaseUrl }), () => undefined);
  const folding = new Folding({ views, databaseUrl, log, jobs, onTrouble: () => undefined });
  await folding.start((error) => {
    throw error;
  });
  const tokens = await TokenAuthority.open(data);
  const engines = new Engines();
  engines.connect(connection.parts);
  const app = await createApp({ tokens, engines }, logger);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const ask = asking(url, tokens);
  let node: LogNode = running.node;
  return {
    url,
    get: (path, asked) => ask('GET', path, undefined, asked),
    post: (path, body, asked) => ask('POST', path, body, asked),
    token: (role, options) => tokens.issue(role, options),
    stopLog: () => node.close(),
    startLog: async () => {
      node = await startNode({ connectionString: databaseUrl, port: running.node.port });
    },
    stop: async () => {
      await app.close();
      await folding.stop();
      await jobs.close();
      await connection.close();
      await node.close();
      await running.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

function asking(url: string, tokens: TokenAuthority) {
  return async (method: string, path: string, body: unknown, { as = 'lead', actor, headers }: Asked = {}) => {
    const token = await tokens.issue(as, actor === undefined ? {} : { actor });
    const isText = typeof body === 'string';
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'Content-Type': isText ? 'text/csv' : 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
}
