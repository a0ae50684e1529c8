import { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { Outlet } from './outlet.ts';

/** A stream on which every write fails with that code, as files and terminals do. */
function failing(code: string, isTTY: boolean): NodeJS.WriteStream {
  const stream = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })),
  });
  return Object.assign(stream, { isTTY }) as unknown as NodeJS.WriteStream;
}

test.each([
  ['a disk that is full', 'ENOSPC', false],
  ['a disk that is broken', 'EIO', false],
])('given %s, then that is what went wrong, also when more is written', async (_, code, isTTY) => {
  const stream = failing(code, isTTY);
  const outlet = new Outlet(stream);
  stream.write('a report');
  stream.write('and more');
  expect(await outlet.written()).toMatchObject({ code });
});

test.each([
  ['a reader that went away', 'EPIPE', false],
  ['a terminal that was closed', 'EIO', true],
])('given %s, then nothing went wrong', async (_, code, isTTY) => {
  const stream = failing(code, isTTY);
  const outlet = new Outlet(stream);
  stream.write('a story');
  expect(await outlet.written()).toBeUndefined();
});
