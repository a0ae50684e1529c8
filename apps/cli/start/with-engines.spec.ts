import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { withEngines } from './with-engines.ts';

const given = { ...process.env };
beforeEach(() => {
  process.env = { ...given, SAMENSPEL_LOG_URL: 'esdb://eventstore:2113?tls=false', SAMENSPEL_DATA: '/app/data' };
});
afterEach(() => {
  process.env = given;
});

test('given a container in which a setting is missing, then which one is said in a sentence', async () => {
  const asked = withEngines('/app/data', async () => 'done');
  await expect(asked).rejects.toMatchObject({
    sentence: {
      nl: expect.stringMatching(/^Er ontbreken instellingen, of ze kloppen niet:\n {2}SAMENSPEL_DATABASE_URL: /),
    },
  });
});

test('given a container of an example, then whoever comes first to its log makes it one for an example', async () => {
  process.env['SAMENSPEL_DATABASE_URL'] = 'postgres://samenspel@postgres:5432/samenspel';
  process.env['SAMENSPEL_PURPOSE'] = 'example';
  expect(await withEngines('/app/data', async (engines) => engines)).toEqual({
    logUrl: 'esdb://eventstore:2113?tls=false',
    databaseUrl: 'postgres://samenspel@postgres:5432/samenspel',
    purpose: 'example',
    isInUse: true,
  });
});
