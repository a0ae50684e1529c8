import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { type Aggregate, accept } from '#domain/kernel/decision';
import type { CommitmentEvent } from '#domain/trajectory/commitment-events';
import { type CommandSide, startCommandSide } from '../../../test/support/command-side.ts';
import type { CommandMeta } from '../contract/envelope.ts';
import type { Outcome } from './outcome.ts';
import { Repository } from './repository.ts';

interface Refuse {
  readonly type: 'refuse';
  readonly times?: number;
}

/** Records so many refusals with their reasons, whatever happened before. */
const refusing: Aggregate<number, Refuse, CommitmentEvent, undefined> = {
  name: 'trajectory',
  initial: 0,
  decide: ({ times = 1 }) => {
    const data = { layer: 'council', reason: { $text: 'Geen geld' } };
    const event = { type: 'trajectory.commitment-refused.v1', data, subjects: ['trajectory:x'] } as const;
    return accept<CommitmentEvent>(Array.from({ length: times }, () => event));
  },
  evolve: (count) => count + 1,
};

let engines: CommandSide;
beforeAll(async () => {
  engines = await startCommandSide();
}, 60_000);
afterAll(() => engines.stop());

function meta(): CommandMeta {
  const at = '2025-10-15T08:30:00.000Z';
  return { commandId: uuid(), actor: uuid(), role: 'lead', grant: 'token', channel: { kind: 'api' }, at };
}

interface Sending {
  readonly id: string;
  readonly times?: number;
  readonly begins?: boolean;
  readonly with_?: CommandMeta;
}

function send(repository: Repository, { id, times, begins = false, with_ = meta() }: Sending): Promise<Outcome> {
  const command: Refuse = { type: 'refuse', ...(times && { times }) };
  const decide = async () => refusing.decide(command, 0, undefined);
  return repository.execute({ aggregate: refusing, id, command, meta: with_, begins, decide });
}

describe('a command with protected text', () => {
  test('costs no commit of its own for its key: keys are made ahead, many in one', async () => {
    const id = uuid();
    await send(engines.repository, { id });
    const commits = jest.spyOn(engines.keys, 'add');
    const waited = jest.spyOn(engines.vault, 'takeKey');
    for (let number = 0; number < 100; number++) await send(engines.repository, { id });
    // 8, and twice as many each time that they are used up within a second, or 8 again on a slow machine.
    expect(commits.mock.calls.length).toBeLessThanOrEqual(100 / 8 + 1);
    expect(commits.mock.calls.flatMap(([keys]) => keys).length).toBeGreaterThan(90);
    expect(waited.mock.calls.length).toBeLessThan(10);
    commits.mockRestore();
    waited.mockRestore();
  });
});

describe('a command that begins its stream', () => {
  test('is recorded without a reading', async () => {
    const reading = jest.spyOn(engines.log, 'readStream');
    expect(await send(engines.repository, { id: uuid(), begins: true })).toMatchObject({ answer: { revision: 0 } });
    expect(reading).not.toHaveBeenCalled();
    reading.mockRestore();
  });

  test('is decided anew when there is such a stream after all', async () => {
    const id = uuid();
    await send(engines.repository, { id });
    const elsewhere = new Repository(engines.log, engines.vault);
    expect(await send(elsewhere, { id, begins: true })).toMatchObject({ answer: { revision: 1, repeated: false } });
  });

  test('is recorded once, by whichever server it is sent; and another command with its id is not taken for it', async () => {
    const [id, once] = [uuid(), meta()];
    const first = await send(engines.repository, { id, begins: true, with_: once });
    if (first.outcome !== 'accepted') throw new Error('accepted');
    const { events, revision, position } = first.answer;
    const again = await send(new Repository(engines.log, engines.vault), { id, begins: true, with_: once });
    expect(again).toMatchObject({ answer: { events, revision, position } });
    const other = await send(new Repository(engines.log, engines.vault), { id, begins: true, with_: once, times: 1 });
    expect(other).toEqual({ outcome: 'id-reused' });
    expect(await engines.log.readStream(`trajectory-${id}`)).toHaveLength(1);
  });

  test('with the id of another, sent to a server that knows less of the stream, is not taken for that one', async () => {
    const [id, once] = [uuid(), meta()];
    const elsewhere = new Repository(engines.log, engines.vault);
    await send(elsewhere, { id });
    await send(engines.repository, { id, with_: once });
    expect(await send(elsewhere, { id, with_: once, times: 1 })).toEqual({ outcome: 'id-reused' });
  });
});

describe('a command that comes again', () => {
  test('is answered with all its events, and only those, however many they were', async () => {
    const [id, once] = [uuid(), meta()];
    await send(engines.repository, { id });
    const first = await send(engines.repository, { id, times: 120, with_: once });
    await send(engines.repository, { id });
    const again = await send(engines.repository, { id, times: 120, with_: once });
    if (first.outcome !== 'accepted' || again.outcome !== 'accepted') throw new Error('accepted');
    expect(again.answer).toEqual({ ...first.answer, repeated: true });
    expect(again.answer.events).toHaveLength(120);
  });
});
