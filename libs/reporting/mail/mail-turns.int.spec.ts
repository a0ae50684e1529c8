import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { startEngines, type TestEngines } from '#embedded/testing/engines';
import { MailTurns, type Turn } from './mail-turns.ts';

const mail = { to: 'raad@example.org', subject: 'Raadsbesluit', text: 'Wanneer staat het op de agenda?' };
const toAnother = { ...mail, to: 'college@example.org' };

let engines: TestEngines;
let database: pg.Client;
/** Of two servers. */
let here: MailTurns;
let there: MailTurns;
const troubles: Error[] = [];

const open = (more: { lease?: number; patience?: number } = {}) =>
  MailTurns.open({
    databaseUrl: engines.postgres.connectionString(),
    onTrouble: (error: Error) => troubles.push(error),
    ...more,
  });

beforeAll(async () => {
  engines = await startEngines();
  database = new pg.Client({ connectionString: engines.postgres.connectionString() });
  await database.connect();
  [here, there] = await Promise.all([open(), open()]);
}, 60_000);

afterAll(async () => {
  await Promise.all([here.close(), there.close(), database.end()]);
  await engines.stop();
  expect(troubles).toEqual([]);
}, 30_000);

function mine(turn: Turn | 'another' | 'taken'): Turn {
  if (typeof turn === 'string') throw new Error(`No turn: ${turn}`);
  return turn;
}

async function untilOf(command: string): Promise<Date> {
  const { rows } = await database.query('SELECT until FROM reporting.mail_turn WHERE command = $1', [command]);
  return rows[0].until;
}

/** As when its server does not renew it any more, and its lease has passed. */
async function lapse(command: string, ago = '1 second') {
  const past = 'UPDATE reporting.mail_turn SET until = clock_timestamp() - $2::interval WHERE command = $1';
  await database.query(past, [command, ago]);
}

describe('the turn of a command that sends a mail', () => {
  test('given a mail that is under way, when it comes again in another server, then that waits for what comes of it', async () => {
    const command = randomUUID();
    const first = mine(await here.enter(command, mail));
    expect(await there.enter(command, { text: mail.text, subject: mail.subject, to: mail.to })).toBe('taken');
    const waiting = there.mayHaveGone(command);
    expect(await Promise.race([waiting, setTimeout(300, 'still waiting')])).toBe('still waiting');
    await first.leave('perhaps');
    expect(await waiting).toBe(true);
  });

  test('given a mail that takes too long, then whoever waits for it is told; its turn is renewed', async () => {
    const slow = await open({ lease: 600, patience: 100 });
    const command = randomUUID();
    const first = mine(await slow.enter(command, mail));
    const began = await untilOf(command);
    expect(await slow.mayHaveGone(command)).toBe(false);
    while ((await untilOf(command)) <= began) await setTimeout(20);
    expect(await there.enter(command, mail)).toBe('taken');
    await first.leave('perhaps');
    await slow.close();
  });

  test('given a mail that may have gone, then its id stands for it, also when it is known that a repeat did not go', async () => {
    const command = randomUUID();
    const first = mine(await here.enter(command, mail));
    expect(await there.enter(command, toAnother)).toBe('another');
    await first.leave('perhaps');
    await mine(await there.enter(command, mail)).leave('nothing');
    expect(await there.enter(command, toAnother)).toBe('another');
    await mine(await here.enter(command, mail)).leave('perhaps');
  });

  test('given a mail of which nothing went, then another may go under its id, and who waited learns that it did not', async () => {
    const command = randomUUID();
    const first = mine(await here.enter(command, mail));
    const waiting = there.mayHaveGone(command);
    await first.leave('nothing');
    expect(await waiting).toBe(false);
    await mine(await there.enter(command, toAnother)).leave('nothing');
  });

  test('given a server that ended in the middle, then its mail may have gone, and may go again to nobody else', async () => {
    const ending = await open();
    const command = randomUUID();
    mine(await ending.enter(command, mail));
    await ending.close();
    expect(await there.enter(command, mail)).toBe('taken');
    await lapse(command);
    expect(await there.mayHaveGone(command)).toBe(true);
    expect(await there.enter(command, toAnother)).toBe('another');
    await mine(await there.enter(command, mail)).leave('perhaps');
  });

  test('given a turn that lapsed and was taken over, when its first holder leaves late, then that changes nothing', async () => {
    const command = randomUUID();
    const late = mine(await here.enter(command, mail));
    await lapse(command);
    const second = mine(await there.enter(command, mail));
    await late.leave('nothing');
    expect(await here.enter(command, mail)).toBe('taken');
    expect(await here.enter(command, toAnother)).toBe('another');
    await second.leave('perhaps');
  });

  test('given a mail of longer than a day ago, when a server starts, then nothing is known of it any more', async () => {
    const command = randomUUID();
    await mine(await here.enter(command, mail)).leave('perhaps');
    await lapse(command, '25 hours');
    await (await open()).close();
    await mine(await here.enter(command, toAnother)).leave('nothing');
  });
});
