import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { type Aggregate, accept, refuse } from '#domain/kernel/decision';
import { type CommitmentEvent, commitmentEvents } from '#domain/trajectory/commitment-events';
import { type CommandSide, startCommandSide } from '../../../test/support/command-side.ts';
import type { CommandMeta } from '../contract/envelope.ts';
import { LogUnavailable } from '../contract/errors.ts';
import { patience } from '../patience.ts';
import type { DataKey } from '../protection/cipher.ts';
import { keysIn } from '../protection/texts.ts';
import type { Entity } from './entity.ts';
import type { Outcome } from './outcome.ts';
import { Repository } from './repository.ts';

type Ask =
  | { type: 'ask'; at: string; layer: string; due: string }
  | { type: 'refuse'; at: string; reason: string; times?: number };

/** A small aggregate with one rule: a layer is asked once. */
const asking: Aggregate<readonly string[], Ask, CommitmentEvent, undefined> = {
  name: 'trajectory',
  initial: [],
  decide: (command, state) => {
    const subjects = ['trajectory:x'] as const;
    if (command.type === 'refuse') {
      const data = { layer: 'council', reason: { $text: command.reason } };
      const event = { type: 'trajectory.commitment-refused.v1', data, subjects } as const;
      return accept<CommitmentEvent>(Array.from({ length: command.times ?? 1 }, () => event));
    }
    const { layer, due } = command;
    if (state.includes(layer)) {
      return refuse({ code: 'asked', nl: 'Al gevraagd', en: 'Asked already', data: { layer }, fields: ['layer'] });
    }
    return accept<CommitmentEvent>([{ type: 'trajectory.commitment-asked.v1', data: { layer, due }, subjects }]);
  },
  evolve: (state, event) => (event.type === 'trajectory.commitment-asked.v1' ? [...state, event.data.layer] : state),
};

let engines: CommandSide;
beforeAll(async () => {
  engines = await startCommandSide();
}, 60_000);
afterAll(() => engines.stop());

const lead = uuid();

function meta(more: Partial<CommandMeta> = {}): CommandMeta {
  return {
    commandId: uuid(),
    actor: lead,
    role: 'lead',
    grant: 'token',
    channel: { kind: 'api' },
    at: '2025-10-15T08:30:00.000Z',
    ...more,
  };
}

const ask = (layer: string): Ask => ({ type: 'ask', at: '2025-10-15T08:30:00.000Z', layer, due: '2025-12-01' });

function send(
  repository: Repository,
  id: string,
  command: Ask,
  with_: CommandMeta & { readonly begins?: boolean },
): Promise<Outcome> {
  const { begins = false, ...meta } = with_;
  const decide = async ({ state }: Entity<readonly string[]>) => asking.decide(command, state, undefined);
  return repository.execute({ aggregate: asking, id, command, meta, begins, decide });
}

test('the registry knows the events of this test', () => {
  expect(Object.keys(commitmentEvents)).toContain('trajectory.commitment-asked.v1');
});

describe('a command', () => {
  test('that could not be recorded within the time that a command may take, is given up: its moment is too old', async () => {
    const id = uuid();
    let begun = (): void => undefined;
    let go = (): void => undefined;
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const free = new Promise<void>((resolve) => {
      go = resolve;
    });
    const slow = engines.repository.execute({
      aggregate: asking,
      id,
      command: ask('council'),
      meta: meta(),
      decide: async ({ state }) => {
        begun();
        await free;
        return asking.decide(ask('council'), state, undefined);
      },
    });
    const behind = send(engines.repository, id, ask('executive'), meta());
    await started;
    const later = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + patience.command + 1);
    go();
    await expect(slow).rejects.toThrow(LogUnavailable);
    await expect(behind).rejects.toThrow(LogUnavailable);
    later.mockRestore();
    expect((await engines.repository.fresh(asking, id)).revision).toBe(-1);
    expect(await send(engines.repository, id, ask('executive'), meta())).toMatchObject({ outcome: 'accepted' });
  });

  test('is recorded once and answered the same when it is sent again, by any server', async () => {
    const [id, once] = [uuid(), meta()];
    const first = await send(engines.repository, id, ask('council'), once);
    const again = await send(engines.repository, id, ask('council'), once);
    const elsewhere = await send(new Repository(engines.log, engines.vault), id, ask('council'), once);
    if (first.outcome !== 'accepted' || again.outcome !== 'accepted') throw new Error('accepted');
    expect(again.answer).toEqual({ ...first.answer, repeated: true });
    expect(elsewhere).toEqual(again);
    expect(await engines.log.readStream(`trajectory-${id}`)).toHaveLength(1);
  });

  test('that begins its stream is answered as the first time by a server that knows nothing of it, and takes no other key', async () => {
    const [id, once] = [uuid(), { ...meta(), begins: true }];
    const refusal: Ask = { type: 'refuse', at: once.at, reason: 'Geen geld' };
    const first = await send(engines.repository, id, refusal, once);
    if (first.outcome !== 'accepted') throw new Error('accepted');
    const elsewhere = new Repository(engines.log, engines.vault);
    const back = jest.spyOn(engines.vault, 'giveBack');
    const again = await send(elsewhere, id, refusal, { ...once, at: '2025-10-16T08:30:00.000Z' });
    expect(again).toMatchObject({ answer: { ...first.answer, repeated: true } });
    expect(back.mock.calls.flat(2)).toHaveLength(1);
    back.mockRestore();
    const [event, ...others] = await engines.log.readStream(`trajectory-${id}`);
    expect([event?.recordedAt, others]).toEqual([once.at, []]);
    expect(await send(elsewhere, id, ask('council'), meta())).toMatchObject({ answer: { revision: 1 } });
  });

  test('with an id that was used for another content is refused', async () => {
    const [id, once] = [uuid(), meta()];
    await send(engines.repository, id, ask('council'), once);
    expect(await send(engines.repository, id, ask('executive'), once)).toEqual({ outcome: 'id-reused' });
    const withDecimals = { ...ask('council'), hours: 1.5 };
    expect(await send(engines.repository, id, withDecimals, once)).toEqual({ outcome: 'id-reused' });
  });

  test('of another actor with the same id is another command', async () => {
    const [id, once] = [uuid(), meta()];
    await send(engines.repository, id, ask('council'), once);
    const other = await send(engines.repository, id, ask('executive'), { ...once, actor: uuid() });
    expect(other.outcome).toBe('accepted');
  });

  test('is refused only after the tail was read: another server may have changed the stream', async () => {
    const id = uuid();
    const other = new Repository(engines.log, engines.vault);
    await send(engines.repository, id, ask('council'), meta());
    await send(other, id, ask('executive'), meta());
    const outcome = await send(engines.repository, id, ask('executive'), meta());
    expect(outcome).toMatchObject({ outcome: 'refused', refusal: { code: 'asked' } });
  });

  test('that meets the changes of another server is decided anew', async () => {
    const id = uuid();
    const other = new Repository(engines.log, engines.vault);
    await send(engines.repository, id, ask('council'), meta());
    await send(other, id, ask('executive'), meta());
    const outcome = await send(engines.repository, id, ask('officials'), meta());
    expect(outcome).toMatchObject({ outcome: 'accepted', answer: { revision: 2 } });
  });

  test('given a log that was put back to an earlier copy, then it is decided on what the log still has', async () => {
    const [id, other] = [uuid(), uuid()];
    const { log, vault } = engines;
    let copies: ReadonlyMap<string, string> = new Map();
    const there = (stream: string) => copies.get(stream) ?? stream;
    const repository = new Repository(
      {
        id: log.id,
        append: (stream, ...rest) => log.append(there(stream), ...rest),
        readStream: (stream, ...rest) => log.readStream(there(stream), ...rest),
      },
      vault,
    );
    for (const layer of ['council', 'executive', 'officials']) await send(repository, id, ask(layer), meta());
    await send(repository, other, ask('council'), meta());
    const [earlier, empty] = [uuid(), uuid()];
    await send(engines.repository, earlier, ask('council'), meta());
    copies = new Map([
      [`trajectory-${id}`, `trajectory-${earlier}`],
      [`trajectory-${other}`, `trajectory-${empty}`],
    ]);
    const lost = await send(repository, id, ask('executive'), meta({ expectedRevision: 0 }));
    expect(lost).toMatchObject({ outcome: 'accepted', answer: { revision: 1 } });
    expect(await send(repository, other, ask('council'), meta())).toMatchObject({
      outcome: 'accepted',
      answer: { revision: 0 },
    });
  });

  test('with a revision that is no longer true learns what happened in between', async () => {
    const id = uuid();
    const other = new Repository(engines.log, engines.vault);
    await send(engines.repository, id, ask('council'), meta());
    await send(other, id, ask('executive'), meta());
    const outcome = await send(engines.repository, id, ask('officials'), meta({ expectedRevision: 0 }));
    expect(outcome).toMatchObject({
      outcome: 'conflict',
      expected: 0,
      actual: 1,
      between: [{ type: 'trajectory.commitment-asked.v1', data: { layer: 'executive' }, revision: 1 }],
    });
  });

  test('that many send at once is recorded once', async () => {
    const [id, once] = [uuid(), meta()];
    const repositories = Array.from({ length: 8 }, () => new Repository(engines.log, engines.vault));
    const outcomes = await Promise.all(repositories.map((repository) => send(repository, id, ask('council'), once)));
    expect(outcomes.every(({ outcome }) => outcome === 'accepted')).toBe(true);
    expect(await engines.log.readStream(`trajectory-${id}`)).toHaveLength(1);
  });

  test('whose answer was lost on the way is recorded once, whether it had been done or not', async () => {
    for (const isDone of [true, false]) {
      const id = uuid();
      let lost = 0;
      const unsure = new Repository(
        {
          id: engines.log.id,
          readStream: (stream, options) => engines.log.readStream(stream, options),
          append: async (stream, expected, drafts) => {
            if (lost > 1) return engines.log.append(stream, expected, drafts);
            lost++;
            if (isDone) await engines.log.append(stream, expected, drafts);
            return { outcome: 'unknown', cause: new Error('the connection was cut') };
          },
        },
        engines.vault,
      );
      const outcome = await send(unsure, id, ask('council'), meta());
      expect(outcome).toMatchObject({ outcome: 'accepted', answer: { revision: 0 } });
      expect(lost).toBe(2);
      expect(await engines.log.readStream(`trajectory-${id}`)).toHaveLength(1);
    }
  });

  test('with protected text takes one key, however often it is decided anew', async () => {
    const id = uuid();
    const other = new Repository(engines.log, engines.vault);
    await send(engines.repository, id, ask('council'), meta());
    await send(other, id, ask('executive'), meta());
    const taken = jest.spyOn(engines.vault, 'keyAtHand');
    const refusal: Ask = { type: 'refuse', at: '2025-10-15T08:30:00.000Z', reason: 'Geen geld' };
    expect(await send(engines.repository, id, refusal, meta())).toMatchObject({ answer: { revision: 2 } });
    const given = taken.mock.results.flatMap(({ value }) => (value as DataKey | undefined) ?? []);
    const [, , event] = await engines.log.readStream(`trajectory-${id}`);
    expect([...keysIn(event?.data)]).toEqual(given.map((key) => key.id));
    taken.mockRestore();
  });

  test('that is more than the log takes at once is refused, and nothing of it is recorded', async () => {
    const id = uuid();
    const reason = 'x'.repeat(10_000);
    const command = { type: 'refuse', at: '2025-10-15T08:30:00.000Z', reason, times: 100 } as const;
    const outcome = await send(engines.repository, id, command, meta());
    expect(outcome).toMatchObject({ outcome: 'refused', refusal: { code: 'too-large' } });
    expect(await engines.log.readStream(`trajectory-${id}`)).toEqual([]);
  });

  test('with protected text leaves only ciphertext in the log, which the vault opens', async () => {
    const id = uuid();
    const reason = 'De raad wil eerst een begroting zien';
    await send(engines.repository, id, { type: 'refuse', at: '2025-10-15T08:30:00.000Z', reason }, meta());
    const [event] = await engines.log.readStream(`trajectory-${id}`);
    if (!event) throw new Error('The event is there');
    expect(JSON.stringify({ ...event, position: 0 })).not.toContain('begroting');
    const both = { data: event.data, envelope: event.envelope };
    expect(await engines.vault.open(both, event.id, '')).toMatchObject({ data: { reason: { $text: reason } } });
    for (const key of keysIn(event.data)) await engines.vault.destroy(key);
    expect(await engines.vault.open(both, event.id, '')).toMatchObject({ data: { reason: { $destroyed: true } } });
  });
});
