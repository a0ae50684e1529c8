import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { openSigningKey, signingKeyFile } from '#identity/signing-key';
import { TokenAuthority } from '#identity/token-authority';
import { program } from '../program.ts';

let folder: string;
let printed: { token: string; said: string };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenspel-token-'));
  // As in a container: a server ran here, and made its key.
  await openSigningKey(folder);
  printed = { token: '', said: '' };
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.token += String(text);
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    printed.said += String(text);
    return true;
  });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

/** What the command prints: the token for a program, and the rest for people. */
async function run(...words: readonly string[]): Promise<{ token: string; said: string }> {
  printed = { token: '', said: '' };
  const whole = [...words, '--data', folder, '--lang', 'nl'];
  await program(whole).parseAsync(whole, { from: 'user' });
  return { token: printed.token.trim(), said: printed.said };
}

const verified = async (token: string) => (await TokenAuthority.open(folder)).verify(token);

describe('samenspel token', () => {
  test('given two leads, then each is somebody else in the log, and it is said who', async () => {
    const [one, other] = [await run('token', 'lead'), await run('token', 'lead')];
    const [first, second] = [await verified(one.token), await verified(other.token)];
    expect([first.role, second.role]).toEqual(['lead', 'lead']);
    expect(first.actor).not.toBe(second.actor);
    expect(one.said).toContain(`--actor ${first.actor}`);
  });

  test('given the id of somebody who had a token before, then the new one is of the same person', async () => {
    const actor = '0197aaaa-0000-4000-8000-000000000001';
    const { token } = await run('token', 'auditor', '--actor', actor.toUpperCase());
    expect(await verified(token)).toMatchObject({ actor, role: 'auditor' });
  });

  test.each([
    [['--actor', 'lead'], /uuid/],
    [['--hours', '2161'], /2160/],
    [['--hours', '0'], /2160/],
  ])('given %j, then it says what can be given, and makes no token', async (options, sentence) => {
    await expect(run('token', 'lead', ...options)).rejects.toThrow(sentence);
    expect(printed.token).toBe('');
  });
});

describe('samenspel keys replace-signing', () => {
  test('given a token that leaked, then it is good for nothing any more, and who had one is told what to do', async () => {
    const { token } = await run('token', 'admin');
    const { token: said } = await run('keys', 'replace-signing');
    await expect(verified(token)).rejects.toMatchObject({ code: 'token-invalid' });
    expect(said).toContain('Start elke server opnieuw');
    expect(JSON.parse(await readFile(signingKeyFile(folder), 'utf8')).former).toHaveLength(1);
    await run('keys', 'replace-signing', '--end-links');
    expect(JSON.parse(await readFile(signingKeyFile(folder), 'utf8')).former).toBeUndefined();
  });

  test('given a folder on which nothing was ever started, then it says so', async () => {
    await rm(signingKeyFile(folder));
    await expect(run('keys', 'replace-signing')).rejects.toMatchObject({
      sentence: { nl: expect.stringContaining('Er is geen gegevensmap') },
    });
  });
});
