import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { freePort } from '#embedded/folder/ports';
import { eventually, Product, temporaryFolder } from './support/product.ts';

jest.setTimeout(90_000);

let folder: string;
let port: number;
let redis: ChildProcess;

beforeAll(async () => {
  folder = await temporaryFolder('redis');
  port = await freePort();
  redis = await startRedis();
});

afterEach(() => Product.stopAll());
afterAll(async () => {
  redis.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Nothing is kept on disk: what Redis forgets must be found again by the sweep. */
async function startRedis(): Promise<ChildProcess> {
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const server = spawn('redis-server', options, { stdio: 'ignore' });
  await eventually(listens, 'Redis takes connections');
  return server;
}

function listens(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function setUp(product: Product, name: string): Promise<string> {
  const { url, tokens } = await product.ready();
  const dates = { opensOn: '2025-01-01', from: '2025-03-01', until: '2026-03-01' };
  const answer = await fetch(`${url}/v1/programmes`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.admin}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name, client: '0014', ...dates, template: 'regional-network' }),
  });
  const body = (await answer.json()) as { id: string };
  expect({ status: answer.status, body }).toMatchObject({ status: 201 });
  return body.id;
}

/** 200 once the views show it. */
async function statusOf(product: Product, programme: string): Promise<number> {
  const { url, tokens } = await product.ready();
  const headers = { authorization: `Bearer ${tokens.lead}` };
  return (await fetch(`${url}/v1/programmes/${programme}`, { headers })).status;
}

describe('the jobs on Redis', () => {
  test('given Redis, when it loses everything in between, then what was recorded becomes visible all the same', async () => {
    const args = ['start', '--json', '--port', '0', '--data', `${folder}/data`, '--empty'];
    const product = new Product(args, { SAMENSPEL_REDIS_URL: `redis://127.0.0.1:${port}` });
    const before = await setUp(product, 'Vooraf');
    await eventually(async () => (await statusOf(product, before)) === 200, 'the first programme is visible');

    redis.kill('SIGKILL');
    await eventually(async () => !(await listens()), 'Redis is gone');
    const meanwhile = await setUp(product, 'Ondertussen');
    redis = await startRedis();
    await eventually(
      async () => (await statusOf(product, meanwhile)) === 200,
      'the second programme is visible',
      45_000,
    );
  });
});
