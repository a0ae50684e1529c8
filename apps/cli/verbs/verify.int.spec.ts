import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { ownIdentity } from '#embedded/folder/process-identity';
import { startEngines, type TestEngines, temporaryFolder } from '#embedded/testing/engines';
import { Log } from '#log/log';
import { courseOfEvents, randomCourse } from '../../../test/support/random-course.ts';
import { readSideOf } from '../../../test/support/read-side.ts';
import { saveInstallation } from '../installation/purpose.ts';
import { writeRunInfo } from '../installation/run-info.ts';
import { sentenceFor } from '../terminal/failure.ts';
import { verify } from './verify.ts';

let engines: TestEngines;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  engines = await startEngines();
  folder = await temporaryFolder();
  await saveInstallation(folder.path, { purpose: 'example', example: 'recording', which: 'regional-network' });
  await runsWith(engines.node.connectionString);
}, 120_000);
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(async () => {
  await engines.stop();
  await folder.remove();
}, 30_000);

/** The installation of the folder runs, with that log. */
async function runsWith(logUrl: string): Promise<void> {
  const at = { url: 'http://127.0.0.1:1', workerUrl: 'http://127.0.0.1:1' };
  const databaseUrl = engines.postgres.connectionString();
  await writeRunInfo(folder.path, { supervisor: await ownIdentity(), ...at, logUrl, databaseUrl });
}

/** What the command prints, and the sentence with which it ends. */
async function verified(): Promise<string> {
  const said: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  await verify({ data: folder.path, json: false }, 1_000).catch((error: unknown) => said.push(sentenceFor(error)));
  return said.join('');
}

const connect = () =>
  Log.connect(engines.node.connectionString, { purpose: 'production', now: () => '2025-01-01T00:00:00.000Z' });

describe('samenspel verify', () => {
  test('given an example folder with an empty log, then it says that nothing was folded yet, and the log is one for an example', async () => {
    expect(await verified()).toMatch(/^De verwerker is nog niet aan de eerste gebeurtenis toegekomen\./);
    const log = await connect();
    expect(log.purpose).toBe('example');
    await log.close();
  }, 60_000);

  test('given views that are up to date, then it compares; given a log that was put back, then it names the way on', async () => {
    const log = await connect();
    const side = await readSideOf({ databaseUrl: engines.postgres.connectionString(), log });
    await side.startFolding();
    const minPosition = await side.record(
      courseOfEvents('first', fc.sample(randomCourse(20), { numRuns: 1, seed: 1 })[0] ?? []),
    );
    await side.views.basis({ minPosition, waitMs: 15_000 }, 'everything');
    expect(await verified()).toMatch(/Geen verschil\.\n$/);

    const { db } = side.views;
    await db.updateTable('views.head').set({ ordinal: sql`ordinal + 7` }).execute();
    const shorter = await verified();
    await db.updateTable('views.head').set({ ordinal: sql`ordinal - 7` }).execute();
    expect(shorter).toMatch(/^Het logboek eindigt bij volgnummer \d+, .* samenspel views reindex\.$/);
    await side.stop();
    await log.close();
  }, 60_000);

  test('given the log of another installation, then it says so, and names the way on', async () => {
    const others = await startEngines();
    await runsWith(others.node.connectionString);
    expect(await verified()).toMatch(/^De overzichten zijn gemaakt van logboek .* samenspel views reindex\.$/);
    await others.stop();
  }, 60_000);
});
