import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copy } from './log-copy.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenspel-copy-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const sentence = (nl: RegExp) => ({ sentence: { nl: expect.stringMatching(nl), en: expect.any(String) }, exitCode: 1 });

describe('samenspel log copy', () => {
  const nowhere = 'esdb://127.0.0.1:1?tls=false';

  test('given no source and a folder on which nothing was ever started, then that is said', async () => {
    const asked = copy({ data: folder, to: nowhere, json: true });
    await expect(asked).rejects.toMatchObject(sentence(/Er is geen gegevensmap .* --data/));
  });

  test('given an address of something else, then it is said how a log is named', async () => {
    const asked = copy({ data: folder, from: 'http://127.0.0.1:2113', to: nowhere, json: true });
    await expect(asked).rejects.toMatchObject(sentence(/esdb:\/\//));
  });

  test('given a file for the address that is not there, then that is said', async () => {
    const asked = copy({ data: folder, from: `@${join(folder, 'none')}`, to: nowhere, json: true });
    await expect(asked).rejects.toMatchObject(sentence(/Het bestand .*none is niet te lezen/));
  });

  test('given addresses in files and a log that is away, then that is said, without the address and its password', async () => {
    const file = join(folder, 'address');
    await writeFile(file, 'esdb://somebody:secret@127.0.0.1:1?tls=false\n');
    const asked = copy({ data: folder, from: `@${file}`, to: nowhere, json: true });
    await expect(asked).rejects.toMatchObject(sentence(/waaruit gekopieerd wordt, antwoordt niet/));
    await expect(asked).rejects.not.toThrow(/secret/);
  });
});
