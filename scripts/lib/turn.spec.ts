import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { inTurn } from './turn.mjs';

let folder: string;
let lock: string;
let told: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenspel-turn-'));
  lock = join(folder, '.preparing');
});
beforeEach(async () => {
  told = [];
  await rm(lock, { force: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const takeTurn = <T>(work: () => Promise<T>): Promise<T> =>
  inTurn(work, { lock, tellAfter: 300, tell: ({ nl }: { nl: string }) => void told.push(nl) });
const nothing = async () => 'done';

describe('installing and building take turns', () => {
  test.each([
    ['nothing, for its command was killed as it wrote it', ''],
    ['something cut short', '{"pid":'],
    ['a process that is gone', JSON.stringify({ pid: 999_999_999, startedAt: 'boot:1' })],
    ['a number that another process has got since', JSON.stringify({ pid: process.pid, startedAt: 'boot:1' })],
  ])('given a lock that holds %s, then it is taken over', async (_, content) => {
    await writeFile(lock, content);
    expect(await takeTurn(nothing)).toBe('done');
    expect(await readdir(folder)).toEqual([]);
  });

  test('given a lock from before the machine was started, of a number that is in use again, then it is taken over', async () => {
    await writeFile(lock, String(process.pid));
    await utimes(lock, new Date(0), new Date(0));
    expect(await takeTurn(nothing)).toBe('done');
  });

  test('given a command that is at work, then the next one waits, and says for whom and by which file', async () => {
    let finish = (): void => undefined;
    const first = takeTurn(() => new Promise<void>((resolve) => (finish = resolve)));
    while ((await readFile(lock, 'utf8').catch(() => '')) === '') await pause(10);
    const second = takeTurn(nothing);
    while (told.length === 0) await pause(10);
    expect(told).toEqual([expect.stringMatching(new RegExp(`proces ${process.pid}.*${lock}`))]);
    finish();
    await first;
    expect(await second).toBe('done');
    expect(told).toHaveLength(1);
  });

  test('given a lock that was left behind and many who find it, then still one works at a time', async () => {
    for (let round = 0; round < 5; round += 1) {
      await writeFile(lock, JSON.stringify({ pid: 999_999_999, startedAt: 'boot:1' }));
      let working = 0;
      let most = 0;
      const work = async () => {
        working += 1;
        most = Math.max(most, working);
        await pause(2);
        working -= 1;
      };
      await Promise.all(Array.from({ length: 8 }, () => takeTurn(work)));
      expect(most).toBe(1);
    }
  }, 60_000);
});
