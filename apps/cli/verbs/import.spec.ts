import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { importApplications } from './import.ts';

let folder: string;
const servers: ReturnType<typeof createServer>[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenspel-import-'));
  await writeFile(join(folder, 'applications.csv'), 'gemeentecode\n0014\n');
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(async () => {
  for (const server of servers) server.closeAllConnections();
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  await rm(folder, { recursive: true, force: true });
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server that takes the file, and answers these one after another (the last again and again) when it is asked how far it is. */
async function serverThat(...answers: Answer[]): Promise<string> {
  const handler: RequestListener = (request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.method === 'POST') response.statusCode = 202;
    if (request.method === 'POST') response.end(JSON.stringify({ id: 'een', position: 'p' }));
    else (answers.length > 1 ? answers.shift() : answers[0])?.(request, response);
  };
  const server = createServer(handler);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const busy: Answer = (_, response) => {
  response.statusCode = 503;
  response.end(JSON.stringify({ status: 503, detail: 'De overzichten zijn nog niet zo ver.', code: 'not-there-yet' }));
};
const lost: Answer = (request) => request.socket.destroy();
const refused: Answer = (_, response) => {
  response.statusCode = 404;
  response.end(JSON.stringify({ status: 404, detail: 'Deze import is er niet.', code: 'not-found' }));
};
const done: Answer = (_, response) =>
  void response.end(JSON.stringify({ data: { rows: 1, completed: { recorded: 1, known: 0 } } }));

async function imported(url: string, lookOnMs = 10_000): Promise<string> {
  const said: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const options = { data: folder, url, token: 'abc', programme: 'p', dryRun: false };
  await importApplications(join(folder, 'applications.csv'), options, lookOnMs);
  return said.join('');
}

describe('a file that was accepted', () => {
  test('given a server that is busy and a connection that is lost meanwhile, then it is looked at again until all is recorded', async () => {
    expect(await imported(await serverThat(busy, lost, busy, done))).toBe(
      'Import een: 1 aanmelding vastgelegd, 0 waren er al.\n',
    );
  });

  test('given a server that stays busy, then it is said that the file was accepted, and not that it failed', async () => {
    expect(await imported(await serverThat(busy), 500)).toBe('Import een is aangenomen en wordt nog verwerkt.\n');
  });

  test('given a server that refuses to tell, then its words are said', async () => {
    await expect(imported(await serverThat(refused))).rejects.toMatchObject({
      sentence: { nl: 'Deze import is er niet. (not-found)' },
    });
  });
});
