import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { productFolder } from '#log/release';
import { temporaryFolder } from '../../../test/support/product.ts';
import type { ChildPart as Built } from './child-part.ts';

/** As it was built: it forks what stands beside it there. */
const built = join(productFolder, 'dist', 'apps', 'cli', 'start', 'child-part.js');

test('given a part that says that it cannot go on and then hangs, then it is ended, and its reason is told', async () => {
  const { ChildPart } = (await import(built)) as { ChildPart: typeof Built };
  const folder = await temporaryFolder('part');
  const module = join(folder, 'hanging.mjs');
  await writeFile(
    module,
    `process.send({ type: 'failed', nl: 'Het kan niet.', en: 'It cannot be.' }, () => {
       for (;;);
     });`,
  );
  const pids: number[] = [];
  const part = new ChildPart(
    { name: 'hanging', module, environment: process.env, logFile: join(folder, 'hanging.log') },
    { started: (_, pid) => pids.push(pid), restarting: () => undefined, gaveUp: () => undefined },
  );
  await expect(part.start()).rejects.toMatchObject({ sentence: { en: 'It cannot be.' } });
  expect(pids).toHaveLength(1);
  for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  await rm(folder, { recursive: true, force: true });
}, 30_000);
