import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PortInUseError } from '../errors.ts';
import { spawnUntilReady } from './spawn-postmaster.ts';

/** What PostgreSQL says when another program has its port. */
const PORT_TAKEN = `#!/bin/sh
echo 'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use' >&2
echo 'FATAL:  could not create any TCP/IP sockets' >&2
exit 1
`;

let home: string;
let postgres: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'samenspel-spawn-'));
  postgres = join(home, 'postgres');
  await mkdir(join(home, 'data'));
  await writeFile(postgres, PORT_TAKEN, { mode: 0o755 });
});
afterEach(() => rm(home, { recursive: true, force: true }));

const onPosix = process.platform === 'win32' ? describe.skip : describe;

onPosix('a PostgreSQL that cannot start because its port is taken', () => {
  test.each([
    ['plain letters', 'een gemeente'],
    ['accents', 'één, Súdwest-Fryslân, België'],
  ])('given earlier messages in %s, then the port is told', async (_, name) => {
    await writeFile(join(home, 'postgres.log'), `DETAIL:  Key (name)=(${name}) already exists.\n`.repeat(60));
    const placement = { binaries: { root: home, postgres, initdb: '' }, home, user: null };
    await expect(spawnUntilReady(placement, 54_321, () => undefined)).rejects.toThrow(PortInUseError);
  });
});
