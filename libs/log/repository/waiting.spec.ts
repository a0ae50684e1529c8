import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { accept } from '#domain/kernel/decision';
import type { New } from '#domain/kernel/event';
import type { CommitmentEvent } from '#domain/trajectory/commitment-events';
import { LogUnavailable } from '../contract/errors.ts';
import { patience } from '../patience.ts';
import type { Keys } from '../protection/key-store.ts';
import { Vault } from '../protection/vault.ts';
import { type Order, Repository, type Streams } from './repository.ts';

const hangs = () => new Promise<never>(() => undefined);
const subjects = ['trajectory:x'] as const;

interface Call {
  readonly type: 'call';
  readonly text?: string;
}

function order(command: Call, begins: boolean): Order<number, Call, CommitmentEvent, undefined> {
  const { text } = command;
  const event: New<CommitmentEvent> =
    text === undefined
      ? { type: 'trajectory.commitment-ended.v1', data: { layer: 'council' }, subjects }
      : { type: 'trajectory.commitment-refused.v1', data: { layer: 'council', reason: { $text: text } }, subjects };
  const decide = async () => accept<CommitmentEvent>([event]);
  return {
    aggregate: {
      name: 'trajectory',
      initial: 0,
      decide: () => accept<CommitmentEvent>([]),
      evolve: (state) => state + 1,
    },
    id: 'x',
    command,
    begins,
    meta: {
      commandId: '0197e0f2-0000-7000-8000-000000000001',
      actor: '0197e0f2-0000-7000-8000-000000000002',
      role: 'lead',
      grant: 'token',
      channel: { kind: 'api' },
      at: '2025-10-15T08:30:00.000Z',
    },
    decide,
  };
}

const silentKeys: Keys = { add: hangs, find: hangs, destroy: hangs };

function repositoryOf(log: Partial<Streams>): Repository {
  const all = { id: '0197e0f2-0000-7000-8000-000000000000', append: hangs, readStream: hangs, ...log };
  return new Repository(all, new Vault(silentKeys));
}

describe('a command', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** The seconds after which each of these was given up. */
  async function givenUpAfter(commands: readonly Promise<unknown>[]): Promise<number[]> {
    const began = performance.now();
    const seconds: number[] = [];
    for (const command of commands) {
      command.catch((error: unknown) => {
        expect(error).toBeInstanceOf(LogUnavailable);
        seconds.push(Math.round((performance.now() - began) / 1000));
      });
    }
    await jest.advanceTimersByTimeAsync(10 * patience.command);
    return seconds;
  }

  test('whose turn comes when its time is over, does not wait for a log that hangs besides', async () => {
    const repository = repositoryOf({
      readStream: () =>
        new Promise((_, reject) => setTimeout(() => reject(new LogUnavailable('reading')), patience.call)),
    });
    const seconds = await givenUpAfter(
      Array.from({ length: 20 }, () => repository.execute(order({ type: 'call' }, false))),
    );
    expect(seconds).toHaveLength(20);
    expect(Math.max(...seconds) * 1000).toBeLessThanOrEqual(patience.command + patience.call);
  });

  test('for which no key comes is given up, and those behind it have their turn', async () => {
    const repository = repositoryOf({
      append: async () => ({ outcome: 'appended', revision: 0, position: 1n }),
    });
    const withText = repository.execute(order({ type: 'call', text: 'Gesproken over de begroting' }, true));
    const behind = repository.execute(order({ type: 'call' }, true));
    expect(await givenUpAfter([withText])).toEqual([patience.call / 1000]);
    expect(await behind).toMatchObject({ outcome: 'accepted' });
  });

  test('is begun at once when it is the only one, and behind the others of its breath when it is not', async () => {
    jest.useRealTimers();
    const begun: string[] = [];
    const repository = repositoryOf({
      append: async (stream) => {
        begun.push(stream);
        return { outcome: 'appended', revision: 0, position: 1n };
      },
    });
    const commands = ['one', 'two', 'three'].map((id) => repository.execute({ ...order({ type: 'call' }, true), id }));
    await Promise.resolve();
    await Promise.resolve();
    expect(begun).toEqual(['trajectory-one']);
    expect(await Promise.all(commands)).toMatchObject(Array(3).fill({ outcome: 'accepted' }));
    expect(begun).toEqual(['trajectory-one', 'trajectory-two', 'trajectory-three']);
  });

  test('that is refused for a change that is not to be read yet, pauses before it is tried again', async () => {
    let tries = 0;
    const repository = repositoryOf({
      readStream: async () => [],
      append: async () =>
        ++tries < 4 ? { outcome: 'wrong-revision' } : { outcome: 'appended', revision: 0, position: 1n },
    });
    jest.useRealTimers();
    const began = performance.now();
    expect(await repository.execute(order({ type: 'call' }, false))).toMatchObject({ outcome: 'accepted' });
    expect(performance.now() - began).toBeGreaterThan(7 * patience.repeat.first);
  });
});
