import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { eventually, Product, partsOf, processesOf, samenspel, temporaryFolder } from '../support/product.ts';
import { randomFrom, shuffled } from '../support/random.ts';

jest.setTimeout(150_000);

/** Printed, so that a failure can be played again: `SAMENSPEL_SEED=… npm test -- test/faults`. */
const seed = Number(process.env['SAMENSPEL_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const random = randomFrom(seed);

let folder: string;
let data: string;

beforeAll(async () => {
  process.stdout.write(`SAMENSPEL_SEED=${seed}\n`);
  folder = await temporaryFolder('faults');
  data = join(folder, 'data');
});

afterEach(() => Product.stopAll());
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Verification {
  readonly ordinal: number;
  readonly events: number;
  readonly behind: number;
  readonly differences: readonly unknown[];
}

async function verified(): Promise<Verification> {
  const { code, stdout, stderr } = await samenspel('verify', '--json', '--data', data);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return JSON.parse(stdout) as Verification;
}

/** Kills each of these parts once, at its own random point of the recording between these shares of it. */
async function killDuring(product: Product, parts: readonly string[], from: number, until: number): Promise<void> {
  const points = parts.map(() => from + random() * (until - from)).sort((a, b) => a - b);
  for (const [index, part] of parts.entries()) {
    const point = points[index] ?? until;
    const reached = await product.until((told) => (told.recorded ?? 0) >= Math.ceil(point * (told.of ?? Infinity)));
    const { [part]: pid = 0 } = await partsOf(data);
    process.stdout.write(`kill -9 ${part} at step ${reached.recorded} of ${reached.of}\n`);
    process.kill(pid, 'SIGKILL');
    await eventually(async () => (await partsOf(data))[part] !== pid, `${part} is started again`);
  }
}

describe('kill -9 in the middle of the worked example', () => {
  test('given that every part and then everything at once is killed, when it is started again, then the example finishes and the views are right', async () => {
    const first = Product.start(data);
    await killDuring(first, shuffled(['worker', 'server', 'node', 'postgres'], random), 0.05, 0.7);

    const point = 0.7 + random() * 0.2;
    await first.until((told) => (told.recorded ?? 0) >= point * (told.of ?? Infinity));
    const everything = await partsOf(data);
    first.process.kill('SIGKILL');
    for (const pid of Object.values(everything)) process.kill(pid, 'SIGKILL');
    await first.exited;

    const second = Product.start(data);
    await second.ready();
    const finished = await verified();
    expect(finished).toMatchObject({ behind: 0, differences: [] });

    const { code } = await samenspel('example', '--data', data);
    expect(code).toBe(0);
    const again = await verified();
    expect(again).toMatchObject({ events: finished.events, behind: 0, differences: [] });

    expect((await second.stop()).code).toBe(0);
    expect(await processesOf(data)).toEqual([]);
  });
});
