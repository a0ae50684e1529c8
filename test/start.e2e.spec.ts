import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { eventually, Product, partsOf, processesOf, samenspel, temporaryFolder } from './support/product.ts';

jest.setTimeout(90_000);

let folder: string;
let data: string;

beforeAll(async () => {
  folder = await temporaryFolder('start');
  data = join(folder, 'data');
});

afterEach(() => Product.stopAll());
afterAll(() => rm(folder, { recursive: true, force: true }));

async function get(product: Product, path: string): Promise<{ items: unknown[]; log: string }> {
  const { url, tokens } = await product.ready();
  const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${tokens.lead}` } });
  expect(response.status).toBe(200);
  const body = (await response.json()) as { data: { items: unknown[] }; basis: { log: string } };
  return { items: body.data.items, log: body.basis.log };
}

const programme = {
  name: 'Zuid-Nederland',
  client: '0014',
  opensOn: '2025-01-01',
  from: '2025-03-01',
  until: '2026-03-01',
  template: 'regional-network',
};

describe('starting and stopping on one data folder', () => {
  test('given an empty start, when a programme is set up and it is stopped, then no process is left and a second start has the same data', async () => {
    const first = Product.start(data, '--empty');
    const before = await get(first, '/v1/programmes');
    expect(before.items).toEqual([]);
    const { url, tokens } = await first.ready();
    const answer = await fetch(`${url}/v1/programmes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tokens.admin}`, 'content-type': 'application/json' },
      body: JSON.stringify(programme),
    });
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({ status: 201 });
    expect((await first.stop()).code).toBe(0);
    expect(await processesOf(data)).toEqual([]);

    const second = Product.start(data, '--empty');
    const after = await get(second, '/v1/programmes');
    expect(after.log).toBe(before.log);
    expect(after.items).toHaveLength(1);
    await second.stop();
  });

  test('given a running installation, when another is started on its folder, then that one is refused in one sentence and the first goes on', async () => {
    const running = Product.start(data);
    await running.ready();
    const refused = await Product.start(data).exited;
    expect(refused.code).not.toBe(0);
    expect(refused.stderr).toMatch(/De gegevensmap .* is in gebruik door een ander proces \(pid \d+\)/);
    expect((await get(running, '/v1/programmes')).items).toHaveLength(1);
    await running.stop();
  });

  test('given that the whole installation is killed, when it is started again, then its orphans are taken over', async () => {
    const killed = Product.start(data);
    await killed.ready();
    const { postgres = 0, ...children } = await partsOf(data);
    killed.process.kill('SIGKILL');
    await killed.exited;
    await eventually(
      async () =>
        !(await processesOf(data)).some((line) => Object.values(children).some((pid) => line.startsWith(`${pid} `))),
      'the children end when their supervisor is gone',
    );
    expect((await processesOf(data)).some((line) => line.startsWith(`${postgres} `))).toBe(true);

    const again = Product.start(data);
    expect((await get(again, '/v1/programmes')).items).toHaveLength(1);
    await again.stop();
    expect(await processesOf(data)).toEqual([]);
  });
});

describe('what keeps it from starting is said in one sentence', () => {
  test('given a port in use, when it is started there, then it says so and leaves no process', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(address !== null && typeof address === 'object' ? address.port : 0);
      });
    });
    const elsewhere = join(folder, 'port');
    const refused = await samenspel('start', '--port', String(port), '--data', elsewhere);
    other.close();
    expect(refused.code).toBe(1);
    expect(refused.stderr).toBe(
      `Poort ${port} is in gebruik door een ander programma. Stop dat programma, of kies een andere poort.\n`,
    );
    expect(await processesOf(elsewhere)).toEqual([]);
  });

  test('given a data folder of a newer release, when it is started, then it says so, in English on request, and changes nothing', async () => {
    const newer = await mkdtemp(join(folder, 'newer-'));
    const manifest = JSON.stringify({ format: 999, createdBy: '9.0.0', release: '9.0.0', createdAt: '2030-01-01' });
    await writeFile(join(newer, 'samenspel.json'), manifest);
    const refused = await samenspel('start', '--lang', 'en', '--data', newer);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/^The data folder .* was written by a newer release \(9\.0\.0\)\..*\n$/);
    expect(await readFile(join(newer, 'samenspel.json'), 'utf8')).toBe(manifest);
  });

  test('given a folder that holds the example, when an empty start is asked, then it is refused', async () => {
    const example = await mkdtemp(join(folder, 'example-'));
    await writeFile(join(example, 'installation.json'), JSON.stringify({ purpose: 'example', example: 'recorded' }));
    const refused = await samenspel('start', '--empty', '--port', '0', '--data', example);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('bevat al het fictieve voorbeeld');
  });

  test('given a file where the data folder should be, when it is started, then it says that it cannot write there', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const refused = await samenspel('start', '--data', join(file, 'data'));
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('kan niet worden geschreven');
  });
});
