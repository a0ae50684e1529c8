import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ownIdentity } from '#embedded/folder/process-identity';
import { TokenAuthority } from '#identity/token-authority';
import { writeJson } from '../installation/files.ts';
import { Api } from './api.ts';

let data: string;
let server: Server;
let url: string;
/** What the server was asked with. */
let heard: string[] = [];
/** How it answers. */
let answer: RequestListener;

const json: RequestListener = (_, response) => {
  response.setHeader('content-type', 'application/json; charset=utf-8').end('{"data":{}}');
};

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'samenspel-target-'));
  server = createServer((request, response) => {
    heard.push(request.headers.authorization ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  heard = [];
  answer = json;
});
afterEach(() => {
  for (const name of ['SAMENSPEL_LOG_URL', 'SAMENSPEL_PORT']) delete process.env[name];
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(data, { recursive: true, force: true });
});

/** An installation that was started on that folder so long ago, in seconds. */
async function startedAgo(seconds: number): Promise<void> {
  const authority = await TokenAuthority.open(data);
  const token = await authority.issue('lead', { validFor: 43_200 - seconds });
  const tokens = { lead: token, auditor: token, reporter: token, admin: token };
  const engines = { workerUrl: url, logUrl: 'esdb://127.0.0.1:1', databaseUrl: 'postgresql://127.0.0.1:1' };
  await writeJson(join(data, 'run.json'), { supervisor: await ownIdentity(), url, ...engines, tokens });
}

const ask = async (target: { data: string; url?: string; token?: string }) =>
  (await Api.open(target, 'lead')).ask({ path: '/v1/programmes' });

const sentence = (nl: RegExp) => ({ sentence: { nl: expect.stringMatching(nl), en: expect.any(String) } });

async function roleHeard(): Promise<string> {
  const authority = await TokenAuthority.open(data);
  return (await authority.verify((heard[0] ?? '').replace('Bearer ', ''))).role;
}

describe('how a command signs in', () => {
  test('given an installation that was started thirteen hours ago, then its token is good all the same', async () => {
    await startedAgo(13 * 3_600);
    await ask({ data });
    expect(await roleHeard()).toBe('lead');
  });

  test('given the address of that installation, then it signs in there too', async () => {
    await startedAgo(0);
    await ask({ data, url: `${url}/` });
    expect(await roleHeard()).toBe('lead');
  });

  test('given another address and no token, then none of ours goes there, and it asks for one', async () => {
    await startedAgo(0);
    await expect(ask({ data, url: url.replace('127.0.0.1', 'localhost') })).rejects.toMatchObject(sentence(/--token/));
    expect(heard).toEqual([]);
  });

  test('given an address and a token, then that token goes there', async () => {
    await ask({ data: join(data, 'none'), url, token: 'abc' });
    expect(heard).toEqual(['Bearer abc']);
  });

  test('given a container, whose environment says where the log is, then the server of that container is asked', async () => {
    process.env['SAMENSPEL_LOG_URL'] = 'esdb://eventstore:2113?tls=false';
    process.env['SAMENSPEL_PORT'] = new URL(url).port;
    await rm(join(data, 'run.json'), { force: true });
    await ask({ data });
    expect(await roleHeard()).toBe('lead');
  });

  test('given a folder on which nothing runs, then it says so, and makes no key there', async () => {
    await expect(ask({ data: join(data, 'none') })).rejects.toMatchObject(sentence(/Er draait geen Samenspel/));
  });
});

describe('what goes wrong on the way is said in a sentence', () => {
  const at = (address: string, patience = 5_000) =>
    Api.open({ data, url: address, token: 'abc' }, 'lead', patience).then((api) => api.ask({ path: '/v1/programmes' }));

  test.each(['localhost:8080', '127.0.0.1', 'ftp://127.0.0.1', 'nonsense'])(
    'given %s, then how an address is written',
    async (address) => {
      await expect(at(address)).rejects.toMatchObject(sentence(/--url .* http:\/\//));
    },
  );

  test('given an address where nobody listens, then that nobody answers', async () => {
    await expect(at('http://127.0.0.1:1')).rejects.toMatchObject(sentence(/Geen antwoord van http:\/\/127.0.0.1:1/));
  });

  test('given a server that never answers, then that nobody answers in time', async () => {
    answer = () => undefined;
    await expect(at(url, 200)).rejects.toMatchObject(sentence(/Geen antwoord van .* binnen 0,2 s/));
  });

  test('given a page of something else, then that this is no Samenspel', async () => {
    answer = (_, response) => void response.setHeader('content-type', 'text/html').end('<html>');
    await expect(at(url)).rejects.toMatchObject(sentence(/antwoordt iets anders dan Samenspel/));
  });
});
