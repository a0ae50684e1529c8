import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startEngines, type TestEngines } from '#embedded/testing/engines';
import { MailTurns } from '#reporting/mail/mail-turns';
import { NotSent } from '#reporting/mail/not-sent';
import type { Reply } from '../commands/reply.ts';
import { Problem } from '../http/problem.ts';
import { inTurn } from './in-turn.ts';

const letter = { to: 'raad@example.org', subject: 'Raadsbesluit', text: 'Wanneer?' };
const toAnother = { ...letter, to: 'college@example.org' };
const silent = NotSent.because(Object.assign(new Error('smtp'), { code: 'ETIMEDOUT' }), true);
const refused = NotSent.because(Object.assign(new Error('smtp'), { responseCode: 550, command: 'RCPT TO' }), false);

let engines: TestEngines;
let mailTurns: MailTurns;
/** Of which commands a mail was recorded, and to whom mails were handed over. */
let recorded: string[];
let handedOver: string[];
/** What comes of the next mail. */
let answer: Promise<void>;

beforeAll(async () => {
  engines = await startEngines();
  const onTrouble = (error: Error) => {
    throw error;
  };
  mailTurns = await MailTurns.open({ databaseUrl: engines.postgres.connectionString(), onTrouble, patience: 1_000 });
}, 60_000);

afterAll(async () => {
  await mailTurns.close();
  await engines.stop();
}, 30_000);

beforeEach(() => {
  jest.restoreAllMocks();
  [recorded, handedOver, answer] = [[], [], Promise.resolve()];
});

const mailer = {
  send: ({ to }: { to: string }) => {
    handedOver.push(to);
    return answer;
  },
};
const useCases = { itemHistory: async () => recorded.map((id) => ({ envelope: { command: { id } } })) };

/** Sends it as a reminder is sent: unless it was recorded. What it comes to is a code, or `recorded`. */
function send(commandId: string, mail = letter): Promise<string> {
  const nothing = { events: [], warnings: [], position: undefined };
  const told = { ...nothing, stream: 'item', revision: 0, repeated: false };
  const accepted: Reply = { id: 'item', outcome: { outcome: 'accepted', answer: told, warnings: [] } };
  const reply = inTurn(
    { mailer, mailTurns, useCases },
    { id: 'item', meta: { commandId }, content: mail },
    async (go) => {
      if (recorded.includes(commandId)) return accepted;
      await go(mail);
      recorded.push(commandId);
      return accepted;
    },
  );
  return reply.then(
    ({ outcome }) => (outcome.outcome === 'accepted' ? 'recorded' : outcome.outcome),
    (error) => (error instanceof Problem ? error.code : Promise.reject(error)),
  );
}

/** Begins to send it, until the mail server has it. What comes of it then is up to the test. */
async function underWay(commandId: string) {
  let [taken, failed]: [() => void, (error: Error) => void] = [() => undefined, () => undefined];
  answer = new Promise((resolve, reject) => {
    [taken, failed] = [resolve, reject];
  });
  const sending = send(commandId);
  while (handedOver.length === 0) await new Promise(setImmediate);
  return { sending, taken, failed };
}

/** Sends it again, until that waits for what comes of the first. */
async function waits(commandId: string) {
  const waiting = jest.spyOn(mailTurns, 'mayHaveGone');
  const sending = send(commandId);
  while (waiting.mock.calls.length === 0) await new Promise(setImmediate);
  return { sending };
}

describe('a mail that comes again under its Idempotency-Key', () => {
  test('while it is under way, is answered with what was recorded', async () => {
    const command = randomUUID();
    const first = await underWay(command);
    const second = await waits(command);
    first.taken();
    expect([await first.sending, await second.sending]).toEqual(['recorded', 'recorded']);
    expect(handedOver).toHaveLength(1);
  });

  test('while one is under way of which nobody can tell then, goes only when somebody asks for it after that', async () => {
    const command = randomUUID();
    const first = await underWay(command);
    const second = await waits(command);
    first.failed(silent);
    expect([await first.sending, await second.sending]).toEqual(['mail-outcome-unknown', 'mail-outcome-unknown']);
    expect(handedOver).toHaveLength(1);
    expect(await send(command, toAnother)).toBe('id-reused');
    answer = Promise.resolve();
    expect(await send(command)).toBe('recorded');
    expect(handedOver).toEqual([letter.to, letter.to]);
  });

  test('while it is under way for long, is told so and does not go', async () => {
    const command = randomUUID();
    const first = await underWay(command);
    expect(await send(command)).toBe('mail-under-way');
    first.taken();
    expect(await first.sending).toBe('recorded');
    expect(handedOver).toHaveLength(1);
  });

  test('after its server ended between recording and letting go, is answered at once', async () => {
    const command = randomUUID();
    await mailTurns.enter(command, letter);
    recorded.push(command);
    const waiting = jest.spyOn(mailTurns, 'mayHaveGone');
    expect(await send(command)).toBe('recorded');
    expect(waiting).not.toHaveBeenCalled();
    expect(handedOver).toEqual([]);
  });

  test('after the mail server refused it, may go to a better address', async () => {
    const command = randomUUID();
    answer = Promise.reject(refused);
    expect(await send(command)).toBe('mail-refused');
    answer = Promise.resolve();
    expect(await send(command, toAnother)).toBe('recorded');
  });

  test('after what went wrong in a way that nobody knows, does not go to another address', async () => {
    const command = randomUUID();
    answer = Promise.reject(new Error('broken'));
    await expect(send(command)).rejects.toThrow('broken');
    expect(await send(command, toAnother)).toBe('id-reused');
  });
});
