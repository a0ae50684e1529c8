import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Product, samenspel, temporaryFolder } from './support/product.ts';

jest.setTimeout(120_000);

let folder: string;
let data: string;
let product: Product;

beforeAll(async () => {
  folder = await temporaryFolder('views');
  data = join(folder, 'data');
  product = Product.start(data, '--empty');
  const { url, tokens } = await product.ready();
  const programme = { name: 'Zuid', client: '0014', opensOn: '2025-01-01', from: '2025-03-01', until: '2026-03-01' };
  await fetch(`${url}/v1/programmes`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.admin}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...programme, template: 'regional-network' }),
  });
});

afterAll(async () => {
  await Product.stopAll();
  await rm(folder, { recursive: true, force: true });
});

/** What a command prints for programs. */
async function told<T>(...args: string[]): Promise<T> {
  const { code, stdout, stderr } = await samenspel(...args, '--json', '--data', data);
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as T;
}

interface Rebuilt {
  readonly views: readonly { readonly view: string; readonly count: number; readonly live: boolean }[];
}

interface Status {
  readonly generations: { readonly view: string; readonly status: string; readonly behind: number }[];
}

async function programmes(): Promise<string[]> {
  const { url, tokens } = await product.ready();
  const answer = await fetch(`${url}/v1/programmes`, { headers: { authorization: `Bearer ${tokens.lead}` } });
  const body = (await answer.json()) as { data: { items: { name: string }[] } };
  return body.data.items.map(({ name }) => name);
}

describe('the views of a running installation, from the command line', () => {
  test('are made again beside those in use, and there is a way back', async () => {
    const { views } = await told<Rebuilt>('views', 'rebuild');
    expect(views.find(({ view }) => view === 'programme')).toMatchObject({ count: 0, live: true });
    expect(views.every(({ count, live }) => count === 0 && live)).toBe(true);
    expect(await programmes()).toEqual(['Zuid']);
    const { generations } = await told<Status>('views', 'status');
    const own = generations.filter(({ view }) => view === 'programme');
    expect(own.map(({ status }) => status).sort()).toEqual(['live', 'previous']);
    const back = await told<{ views: { view: string }[] }>('views', 'back', 'programme');
    expect(back.views.map(({ view }) => view)).toContain('programme');
    expect(await programmes()).toEqual(['Zuid']);
    expect(await told('verify')).toMatchObject({ differenceCount: 0 });
  });

  test('come out the same when several threads make them', async () => {
    const { views } = await told<Rebuilt>('views', 'rebuild', '--threads', '3');
    expect(views.length).toBeGreaterThan(10);
    expect(views.every(({ count, live }) => count === 0 && live)).toBe(true);
    const refused = await samenspel('views', 'rebuild', '--threads', 'many', '--lang', 'en', '--data', data);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('Give a number from 0 up to 16');
  });

  test('are dropped only when nobody uses them, and it says which', async () => {
    const kept = await samenspel('views', 'prune', '--lang', 'en', '--data', data);
    expect(kept).toMatchObject({ code: 0, stdout: 'There is nothing to drop.\n' });
    const dropped = await samenspel('views', 'prune', '--previous', '--lang', 'en', '--data', data);
    expect(dropped.stdout).toMatch(/^Dropped:\n {2}\S+ .* previous {2}up to date/);
    const none = await samenspel('views', 'back', 'programme', '--data', data);
    expect(none.code).toBe(1);
    expect(none.stderr).toContain('Geen vorige versie bewaard van: programme');
  });

  test('given the name of no view, then it says which there are', async () => {
    const refused = await samenspel('views', 'rebuild', 'nonsense', '--lang', 'en', '--data', data);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/^There is no view nonsense\. Choose from: programme, network, progress/);
  });

  test('when index and all are emptied, then they come back by themselves', async () => {
    expect(await told('views', 'reindex')).toEqual({ emptied: true, isInUse: true });
    expect(await told('verify')).toMatchObject({ differenceCount: 0, behind: 0 });
    expect(await programmes()).toEqual(['Zuid']);
  });

  test('given an installation that does not run, then its views are made again all the same', async () => {
    await product.stop();
    const { views } = await told<Rebuilt>('views', 'rebuild', 'programme');
    expect(views.every(({ count, live }) => count === 0 && live)).toBe(true);
  });
});
