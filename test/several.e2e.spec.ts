import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startEngines, type TestEngines } from '#embedded/testing/engines';
import { postgresql } from '#embedded/testing/frames';
import { Line } from '#embedded/testing/line';
import { TokenAuthority } from '#identity/token-authority';
import { PartProcess } from './support/part-process.ts';
import { eventually } from './support/product.ts';

jest.setTimeout(120_000);

/** What the product promises: so long after the leading worker is gone, another leads. In milliseconds. */
const takeOverWithin = 5_000;

let engines: TestEngines;
let data: string;
let tokens: TokenAuthority;
let servers: PartProcess[];
/** Between each worker and PostgreSQL. */
const lines: Line[] = [];
let workers: { readonly part: PartProcess; readonly line: Line }[];

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'samenspel-several-'));
  engines = await startEngines();
  tokens = await TokenAuthority.open(data);
});

async function startAll(): Promise<void> {
  const logUrl = engines.node.connectionString;
  const databaseUrl = engines.postgres.connectionString();
  servers = await Promise.all([1, 2].map(() => PartProcess.start('server', { logUrl, databaseUrl, data })));
  workers = await Promise.all(
    [1, 2].map(async () => {
      const line = await Line.open(engines.postgres.port, postgresql);
      lines.push(line);
      const throughLine = databaseUrl.replace(`:${engines.postgres.port}/`, `:${line.port}/`);
      return { line, part: await PartProcess.start('worker', { logUrl, databaseUrl: throughLine, data }) };
    }),
  );
}

afterEach(async () => {
  await PartProcess.killAll();
  for (const line of lines.splice(0)) line.close();
});
afterAll(async () => {
  await engines.stop();
  await rm(data, { recursive: true, force: true });
});

async function leads(part: PartProcess): Promise<boolean> {
  return (await part.figure('samenspel_dispatcher_leads')) === 1;
}

/** The worker that leads, and the one that stands by. */
async function leaderAndOther() {
  const at = async () => Promise.all(workers.map(({ part }) => leads(part)));
  await eventually(async () => (await at()).filter(Boolean).length === 1, 'one leads', 30_000);
  const [first, second] = workers;
  if (!first || !second) throw new Error('There are no workers');
  return (await leads(first.part)) ? { leader: first, other: second } : { leader: second, other: first };
}

/** Sends a command to one server, and asks the other for what it recorded; gives how long that took. */
async function recordAndRead(name: string): Promise<number> {
  const [one, other] = servers;
  const headers = { Authorization: `Bearer ${await tokens.issue('lead')}`, 'Content-Type': 'application/json' };
  const dates = { opensOn: '2025-01-01', from: '2025-03-01', until: '2026-03-01' };
  const body = JSON.stringify({ name, client: '0014', ...dates, template: 'regional-network' });
  const began = performance.now();
  const answer = await fetch(`${one?.url}/v1/programmes`, { method: 'POST', headers, body });
  const { id, position } = (await answer.json()) as { id: string; position: string };
  for (;;) {
    const found = await fetch(`${other?.url}/v1/programmes/${id}?minPosition=${position}`, { headers });
    if (found.status === 200) return performance.now() - began;
    // The time for which a question waits is over; it is asked again.
    expect(found.status).toBe(503);
  }
}

type Worker = (typeof workers)[number];

const waysToGo: readonly [string, (leader: Worker) => unknown, (leader: Worker) => void][] = [
  ['is killed', ({ part }) => part.kill(), () => undefined],
  ['hangs', ({ part }) => part.suspend(), ({ part }) => part.resume()],
  ['stands behind a line that is dead without being closed', ({ line }) => line.vanish(), ({ line }) => line.thaw()],
];

describe('two servers and two workers', () => {
  test.each(waysToGo)(
    'given a leading worker that %s, then the other leads within 5 s, and nothing is lost',
    async (_, go, back) => {
      await startAll();
      const { leader, other } = await leaderAndOther();
      await recordAndRead('Vooraf');
      await go(leader);
      const gone = performance.now();
      const recording = recordAndRead('Ondertussen');
      await eventually(() => leads(other.part), 'the other leads', takeOverWithin);
      process.stdout.write(`took over after ${Math.round(performance.now() - gone)} ms, `);
      process.stdout.write(`and what was recorded meanwhile could be read after ${Math.round(await recording)} ms\n`);
      back(leader);
      await recordAndRead('Daarna');
      expect(await leads(other.part)).toBe(true);
    },
  );
});
