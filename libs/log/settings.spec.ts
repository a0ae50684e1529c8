import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import pg from 'pg';
import { readSettings } from './settings.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenspel-settings-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const least = {
  SAMENSPEL_LOG_URL: 'esdb://log:2113?tls=false',
  SAMENSPEL_DATABASE_URL: 'postgres://samenspel@database:5432/samenspel',
  SAMENSPEL_DATA: '/data',
};

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe('the settings of a process', () => {
  test('given the three that are needed, then the others have their defaults', () => {
    expect(readSettings(least)).toEqual({
      logUrl: least.SAMENSPEL_LOG_URL,
      databaseUrl: least.SAMENSPEL_DATABASE_URL,
      data: '/data',
      port: 8080,
      host: '127.0.0.1',
      trustedProxies: [],
      workerPort: 8081,
      workerHost: '127.0.0.1',
      redisUrl: undefined,
      mail: undefined,
      purpose: 'production',
      logLevel: 'info',
    });
  });

  test('given proxies, then each by itself', () => {
    const proxies = 'loopback, 10.0.0.0/8,fd00::/8';
    expect(readSettings({ ...least, SAMENSPEL_TRUSTED_PROXIES: proxies }).trustedProxies).toEqual([
      'loopback',
      '10.0.0.0/8',
      'fd00::/8',
    ]);
  });

  test('given none, then each that is missing is named', () => {
    expect(() => readSettings({})).toThrow(/SAMENSPEL_LOG_URL[\s\S]*SAMENSPEL_DATABASE_URL[\s\S]*SAMENSPEL_DATA/);
  });

  test('given a mail server, then with its address and its password, and never half of it', () => {
    const url = 'smtp://samenspel@mail:587';
    const from = 'Samenspel <noreply@example.org>';
    const whole = { ...least, SAMENSPEL_MAIL_URL: url, SAMENSPEL_MAIL_FROM: from, SAMENSPEL_MAIL_PASSWORD: 'a:b' };
    expect(readSettings(whole).mail).toEqual({ url: 'smtp://samenspel:a%3Ab@mail:587', from });
    expect(() => readSettings({ ...least, SAMENSPEL_MAIL_URL: url })).toThrow('SAMENSPEL_MAIL_FROM: missing');
    expect(() => readSettings({ ...least, SAMENSPEL_MAIL_FROM: from })).toThrow('SAMENSPEL_MAIL_URL: missing');
    expect(() => readSettings({ ...whole, SAMENSPEL_MAIL_URL: 'http://mail' })).toThrow('SAMENSPEL_MAIL_URL');
  });

  test('given an empty value, as a compose file writes it, then it counts as none', () => {
    expect(readSettings({ ...least, SAMENSPEL_REDIS_URL: '', SAMENSPEL_PORT: '' })).toMatchObject({
      redisUrl: undefined,
      port: 8080,
    });
  });
});

describe('settings from files', () => {
  test('given a file for a setting, then its text counts, without the line end', async () => {
    const { SAMENSPEL_DATABASE_URL: url, ...rest } = least;
    const found = readSettings({ ...rest, SAMENSPEL_DATABASE_URL_FILE: await file('url', `${url}\n`) });
    expect(found.databaseUrl).toBe(url);
  });

  test('given a setting and a file for it, then it is refused', async () => {
    const both = { ...least, SAMENSPEL_LOG_URL_FILE: await file('log', least.SAMENSPEL_LOG_URL) };
    expect(() => readSettings(both)).toThrow('SAMENSPEL_LOG_URL: both SAMENSPEL_LOG_URL and SAMENSPEL_LOG_URL_FILE');
  });

  test('given a file that is empty or not there, then it is named', async () => {
    const missing = { ...least, SAMENSPEL_DATABASE_PASSWORD_FILE: join(folder, 'none') };
    expect(() => readSettings(missing)).toThrow(
      /SAMENSPEL_DATABASE_PASSWORD_FILE: the file .* cannot be read \(ENOENT\)/,
    );
    const empty = { ...least, SAMENSPEL_DATABASE_PASSWORD_FILE: await file('empty', '\n') };
    expect(() => readSettings(empty)).toThrow(/SAMENSPEL_DATABASE_PASSWORD_FILE: the file .* is empty/);
  });

  test('given a wrong value in a file, then the sentence does not hold it', async () => {
    const { SAMENSPEL_DATABASE_URL: _, ...rest } = least;
    const read = async () =>
      readSettings({ ...rest, SAMENSPEL_DATABASE_URL_FILE: await file('wrong', 'mysql://u:secret@h') });
    await expect(read()).rejects.toThrow(/SAMENSPEL_DATABASE_URL/);
    await expect(read()).rejects.not.toThrow(/secret/);
  });
});

describe('passwords', () => {
  const awkward = 'a%20b/c?d#e:f@g "é"';

  test('given a password in a file, then PostgreSQL is asked with exactly that', async () => {
    const found = readSettings({ ...least, SAMENSPEL_DATABASE_PASSWORD_FILE: await file('password', `${awkward}\n`) });
    const client = new pg.Client({ connectionString: found.databaseUrl });
    expect(client).toMatchObject({ user: 'samenspel', password: awkward, host: 'database', database: 'samenspel' });
  });

  test('given a password for Redis, then Redis is asked with exactly that', () => {
    const found = readSettings({
      ...least,
      SAMENSPEL_REDIS_URL: 'redis://queue:6379',
      SAMENSPEL_REDIS_PASSWORD: awkward,
    });
    const { options } = new Redis(found.redisUrl ?? '', { lazyConnect: true });
    expect(options).toMatchObject({ host: 'queue', port: 6379, password: awkward });
  });

  test('given a password and one in the URL, then it is refused', () => {
    const both = {
      ...least,
      SAMENSPEL_DATABASE_URL: 'postgres://samenspel:one@database/samenspel',
      SAMENSPEL_DATABASE_PASSWORD: 'two',
    };
    expect(() => readSettings(both)).toThrow('SAMENSPEL_DATABASE_URL holds a password already');
  });
});
