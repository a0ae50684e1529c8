import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { startEngines, type TestEngines } from '#embedded/testing/engines';
import { eventually, Product, processesOf, samenspel, temporaryFolder } from '../../../test/support/product.ts';

jest.setTimeout(120_000);

let folder: string;
let data: string;
let others: TestEngines;

beforeAll(async () => {
  folder = await temporaryFolder('engines');
  data = join(folder, 'data');
  const first = Product.start(data, '--empty');
  await first.ready();
  await first.stop();
  others = await startEngines();
});
afterEach(() => Product.stopAll());
afterAll(async () => {
  await others.stop();
  await rm(folder, { recursive: true, force: true });
});

const isThere = (file: string): Promise<boolean> =>
  access(join(data, file)).then(
    () => true,
    () => false,
  );

/** Nothing that it started is left, and another run can begin. */
async function expectNothingLeft(): Promise<void> {
  expect(await processesOf(data)).toEqual([]);
  expect(await isThere('run.lock')).toBe(false);
}

test('given a stopped installation, when its log is copied, then its engines are started for that alone, and a second time nothing is left to copy', async () => {
  const to = others.node.connectionString;
  const { code, stdout, stderr } = await samenspel('log', 'copy', '--to', to, '--json', '--data', data);
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  const { events } = JSON.parse(stdout) as { events: number };
  expect(events).toBeGreaterThan(0);
  const again = await samenspel('log', 'copy', '--to', to, '--json', '--data', data);
  expect(JSON.parse(again.stdout)).toMatchObject({ events, found: events, later: 0 });
  await expectNothingLeft();
});

test('given a command on a stopped installation, when it is broken off while PostgreSQL starts, then that does not stay behind', async () => {
  const command = new Product(['verify', '--data', data]);
  await eventually(() => isThere(join('postgres', 'data', 'postmaster.pid')), 'PostgreSQL is on its way');
  expect(await command.stop()).toMatchObject({ code: 130, stderr: 'Afgebroken.\n' });
  await expectNothingLeft();
});

test('given a command on a stopped installation, when it is broken off at its work, then its engines are stopped', async () => {
  const command = new Product(['verify', '--data', data]);
  await new Promise<void>((resolve) => {
    command.process.stdout?.on('data', (said) => String(said).includes('Logboek starten') && resolve());
  });
  expect(await command.stop()).toMatchObject({ code: 130, stderr: 'Afgebroken.\n' });
  await expectNothingLeft();
});
