import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { health } from './health.ts';

let server: Server;
let port: number;

beforeAll(async () => {
  const report = { status: 'pass', release: '0.1.0', checks: {} };
  server = createServer((_, response) => void response.end(JSON.stringify(report)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  for (const name of ['LOG_URL', 'PORT', 'WORKER_PORT']) delete process.env[`SAMENSPEL_${name}`];
  process.exitCode = undefined;
  jest.restoreAllMocks();
});
afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));

async function told(): Promise<unknown> {
  const said: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  await health({ data: '/nowhere', json: true });
  return JSON.parse(said.join(''));
}

describe('samenspel health in a container', () => {
  test('given the container of the server, then it tells how the server is, and says nothing of a worker that is elsewhere', async () => {
    Object.assign(process.env, {
      SAMENSPEL_LOG_URL: 'esdb://eventstore:2113',
      SAMENSPEL_PORT: `${port}`,
      SAMENSPEL_WORKER_PORT: '1',
    });
    expect(await told()).toMatchObject({ server: { status: 'pass' } });
    expect(process.exitCode).toBeUndefined();
  });

  test('given a container in which neither answers, then both are missed', async () => {
    Object.assign(process.env, {
      SAMENSPEL_LOG_URL: 'esdb://eventstore:2113',
      SAMENSPEL_PORT: '1',
      SAMENSPEL_WORKER_PORT: '1',
    });
    expect(await told()).toEqual({ server: null, worker: null });
    expect(process.exitCode).toBe(3);
  });
});

test('given an address that is none, then it is said how one is written', async () => {
  const asked = health({ data: '/nowhere', workerUrl: 'worker:8081', json: true });
  await expect(asked).rejects.toMatchObject({ sentence: { nl: expect.stringMatching(/--worker-url .* http:\/\//) } });
});
