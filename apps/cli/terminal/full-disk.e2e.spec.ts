import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { productFolder } from '#log/release';

const main = join(productFolder, 'dist', 'apps', 'cli', 'main.js');
/** A file on a disk that is always full: Linux has one. */
const full = '/dev/full';
const testWhereThereIsOne = existsSync(full) ? test : test.skip;

function run(command: string): { code: number | null; said: string } {
  const { status, stderr } = spawnSync('sh', ['-c', command, process.execPath, main], { encoding: 'utf8' });
  return { code: status, said: stderr };
}

testWhereThereIsOne('given a disk that is full, then a command that writes to it fails, and says why', () => {
  const { code, said } = run(`"$0" "$1" --help > ${full}`);
  expect(code).toBe(1);
  expect(said).toContain('De schijf is vol');
});

test('given a reader that goes away, then the command ends well', () => {
  expect(run('{ "$0" "$1" --help; echo "ended with $?" >&2; } | true').said).toBe('ended with 0\n');
});
