import { getEventListeners } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type EmbeddedPostgres, startPostgres } from '#embedded/postgres/start-postgres';
import { ask } from '#embedded/testing/ask';
import { temporaryFolder } from '#embedded/testing/engines';
import { Listener } from './session.ts';

let postgres: EmbeddedPostgres;
let removeFolder: () => Promise<void>;

beforeAll(async () => {
  const folder = await temporaryFolder();
  removeFolder = folder.remove;
  postgres = await startPostgres({ folder: folder.path });
}, 60_000);

afterAll(async () => {
  await postgres.stop();
  await removeFolder();
});

const listening = `FROM pg_stat_activity WHERE query = 'LISTEN told' AND pid <> pg_backend_pid()`;

test('a listener whose connection is broken again and again hears on, and keeps nothing of those before', async () => {
  const url = postgres.connectionString();
  const troubles: string[] = [];
  const listener = new Listener(url, 'told', ({ message }) => void troubles.push(message));
  const times = 5;
  await listener.next(0, 10_000);
  const waiting = () => getEventListeners(listener['ending'].signal, 'abort').length;
  const atFirst = waiting();
  for (let time = 0; time < times; time += 1) {
    const heard = listener.count;
    await ask(url, `SELECT pg_terminate_backend(pid) ${listening}`);
    await listener.next(heard, 10_000);
  }
  const heard = listener.count;
  await ask(url, 'NOTIFY told');
  await listener.next(heard, 10_000);
  expect(listener.count).toBe(heard + 1);
  expect(waiting()).toBe(atFirst);
  await listener.close();
  expect(troubles).toHaveLength(times);
  expect(Number(await ask(url, `SELECT count(*) ${listening}`))).toBe(0);
}, 60_000);
