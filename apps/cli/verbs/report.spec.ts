import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { report } from './report.ts';

let folder: string;
let server: Server;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenspel-report-'));
  server = createServer(({ url: asked }, response) => {
    const isCsv = asked?.includes('format=csv');
    response.setHeader('content-type', isCsv ? 'text/csv; charset=utf-8' : 'application/json');
    response.end(isCsv ? '\ufeffonderdeel;waarde\r\n' : '{"data":{}}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

const written = (out: string) => report('een', { data: folder, url, token: 'abc', format: 'json', out });

test('given a file in a folder that is there, then the report is in it, byte for byte', async () => {
  await written(join(folder, 'report.json'));
  expect(await readFile(join(folder, 'report.json'), 'utf8')).toBe('{"data":{}}');
});

test('given a file in a folder that is not there, then that is said', async () => {
  await expect(written(join(folder, 'none', 'report.json'))).rejects.toMatchObject({
    sentence: { nl: expect.stringMatching(/kan niet worden gemaakt: de map is er niet/) },
  });
});

/** What comes out where no file is named: on the screen, or led into a file or a program. */
async function shown(format: 'csv' | 'json', isTTY: boolean): Promise<string> {
  const out: string[] = [];
  const write = (text: string | Uint8Array) => out.push(text.toString()) > 0;
  await report('een', { data: folder, url, token: 'abc', format }, { isTTY, write });
  return out.join('');
}

test('given no file, when the output is led into one, then a spreadsheet finds the mark that the server gave', async () => {
  expect(await shown('csv', false)).toBe('\ufeffonderdeel;waarde\r\n');
  expect(await shown('json', false)).toBe('{"data":{}}\n');
});

test('given no file, when it is shown on the screen, then without the mark', async () => {
  expect(await shown('csv', true)).toBe('onderdeel;waarde\r\n');
});
