import { beforeEach, describe, expect, test } from '@jest/globals';
import type { UseCases } from '#commands/use-cases';
import { evolveAll } from '#domain/kernel/decision';
import { inPlace, type Recorded } from '#domain/kernel/event';
import { trajectory as trajectories } from '#domain/trajectory/decider';
import type { TrajectoryEvent } from '#domain/trajectory/events';
import type { LoggedEvent } from '#log/contract/codec';
import { idOf, loggedOf, sealed, type Told } from '../../test/support/events.ts';
import { on, programme } from '../../test/support/rows.ts';
import { freePlace } from './free-place.ts';
import type { Tools } from './reaction.ts';

const [trajectory, network] = [idOf('trajectory'), idOf('network')];
const about = [`trajectory:${trajectory}`, `network:${network}`];

const applied = (day: string) => {
  const who = { trajectory, programme, organisation: idOf('Assen'), network, contactRole: 'contact' };
  return on(day, { type: 'trajectory.applied.v1', data: who, stream: 'trajectory' }, ...about);
};
const intakeHeld = (day: string) =>
  on(day, { type: 'trajectory.intake-held.v1', data: {}, stream: 'trajectory' }, ...about);
const withdrawn = (day: string, corrects?: object) => {
  const content = { type: 'trajectory.withdrawn.v1', data: { reason: sealed('.') }, stream: 'trajectory' };
  return on(day, { ...content, ...(corrects && { corrects }) }, ...about);
};
const fact = (day: string, what: 'started' | 'paused' | 'resumed' | 'stopped', corrects?: object) => {
  const data = what === 'stopped' ? { reason: sealed('.') } : {};
  const content = { type: `trajectory.${what}.v1`, data, stream: 'trajectory' };
  return on(day, { ...content, ...(corrects && { corrects }) }, ...about);
};
const retracted = (day: string, { id }: Told) => {
  const corrects = { event: id, kind: 'retraction', reason: sealed('.') };
  return on(day, { type: 'trajectory.fact-retracted.v1', data: {}, stream: 'trajectory', corrects }, ...about);
};
const given = (day: string) =>
  on(day, { type: 'network.place-given.v1', data: { trajectory }, stream: 'network' }, ...about);

let sent: object[];
let networksRead: number;
beforeEach(() => {
  sent = [];
  networksRead = 0;
});

/** Reacts to one of these events, when all of them stand in the log already. */
async function reactTo(event: Told, log: readonly Told[]): Promise<void> {
  const all = log.map((told, i) => loggedOf(told, { revision: i, position: BigInt(i) }));
  const of = (stream: string) => all.filter((one) => one.stream === stream);
  const useCases: UseCases = Object.assign(Object.create(null), {
    trajectoryHistory: async () => of('trajectory'),
    trajectoryState: async () =>
      evolveAll(trajectories, inPlace(of('trajectory') as (LoggedEvent & Recorded<TrajectoryEvent>)[])),
    networkHistory: async () => {
      networksRead += 1;
      return of('network');
    },
    network: async (_: string, command: object) => {
      sent.push(command);
      return { outcome: 'accepted' };
    },
  });
  const tools: Tools = Object.assign(Object.create(null), { useCases, at: () => '2025-10-15T08:30:00.000Z' });
  const found = all.find(({ id }) => id === event.id);
  if (found) await freePlace.react(found, tools);
}

describe('given an application that was retracted and made again before the worker ran', () => {
  const first = applied('2025-10-01');
  const retraction = retracted('2025-10-03', first);

  test('then the place that rested on the first one comes free, as when the worker was there at once', async () => {
    await reactTo(retraction, [first, given('2025-10-02'), retraction, applied('2025-10-04')]);
    expect(sent).toMatchObject([{ type: 'free-place', trajectory, cause: 'withdrawn' }]);
  });

  test('then a place that was given meanwhile, without knowing of it, comes free too', async () => {
    const place = given('2025-10-03');
    await reactTo(place, [first, retraction, place, applied('2025-10-04')]);
    expect(sent).toMatchObject([{ type: 'free-place', trajectory, cause: 'withdrawn' }]);
  });

  test('then the place that it was given for the second one stays', async () => {
    const log = [first, given('2025-10-02'), retraction, applied('2025-10-04'), given('2025-10-05')];
    for (const event of log) await reactTo(event, log);
    expect(sent).toEqual([]);
  });
});

test('given a place that was given at the moment of leaving, when it came back and got another, then that one stays', async () => {
  const atTheMoment = given('2025-10-03');
  const log = [applied('2025-10-01'), withdrawn('2025-10-03'), atTheMoment, applied('2025-10-04'), given('2025-10-05')];
  await reactTo(atTheMoment, log);
  expect(sent).toEqual([]);
});

test('given a fact that no place rests on, when it is retracted, then no network is read for it', async () => {
  const intake = intakeHeld('2025-10-02');
  const retraction = retracted('2025-10-04', intake);
  await reactTo(retraction, [applied('2025-10-01'), intake, given('2025-10-03'), retraction]);
  expect(sent).toEqual([]);
  expect(networksRead).toBe(0);
});

describe('given a leaving that is recorded late', () => {
  const before = [applied('2025-10-01'), given('2025-10-02')];

  test('when it started after that day, then its place stays', async () => {
    const late = withdrawn('2025-10-03');
    await reactTo(late, [...before, fact('2025-10-10', 'started'), late]);
    expect(sent).toEqual([]);
  });

  test('when it was resumed after that day, then its place stays', async () => {
    const late = fact('2025-10-05', 'stopped');
    const course = [fact('2025-10-03', 'started'), fact('2025-10-04', 'paused'), fact('2025-10-10', 'resumed')];
    await reactTo(late, [...before, ...course, late]);
    expect(sent).toEqual([]);
  });

  test('when its day is corrected so that it did leave, then the place comes free, and only then', async () => {
    const late = withdrawn('2025-10-03');
    const corrects = { event: late.id, kind: 'correction', reason: sealed('.') };
    const [left, again] = [withdrawn('2025-10-12', corrects), withdrawn('2025-10-13', corrects)];
    const log = [...before, fact('2025-10-10', 'started'), late, left, again];
    await reactTo(late, log);
    expect(sent).toEqual([]);
    await reactTo(left, log);
    expect(sent).toMatchObject([{ type: 'free-place', trajectory, cause: 'withdrawn' }]);
    await reactTo(again, log);
    expect(sent).toHaveLength(1);
  });

  test('when the start after that day is retracted, then the place comes free', async () => {
    const [late, start] = [withdrawn('2025-10-03'), fact('2025-10-10', 'started')];
    const retraction = retracted('2025-10-12', start);
    const log = [...before, start, late, retraction];
    for (const event of log) await reactTo(event, log);
    expect(sent).toMatchObject([{ type: 'free-place', trajectory, cause: 'withdrawn' }]);
  });

  test.each(['started', 'resumed'] as const)(
    'when the day it %s is corrected to before that day, then the place comes free, once',
    async (what) => {
      const [late, back] = [fact('2025-10-05', 'stopped'), fact('2025-10-10', what)];
      const corrects = { event: back.id, kind: 'correction', reason: sealed('.') };
      const log = [...before, back, late, fact('2025-10-04', what, corrects), retracted('2025-10-12', back)];
      for (const event of log) await reactTo(event, log);
      expect(sent).toMatchObject([{ type: 'free-place', trajectory, cause: 'stopped' }]);
    },
  );

  test('when a start from before that day is retracted, then nothing is freed again', async () => {
    const [start, late] = [fact('2025-10-02', 'started'), withdrawn('2025-10-03')];
    const retraction = retracted('2025-10-12', start);
    await reactTo(retraction, [...before, start, late, retraction]);
    expect(sent).toEqual([]);
  });

  test('when only what was recorded since brings it back, then the place comes free', async () => {
    const left = fact('2025-10-05', 'stopped');
    await reactTo(left, [...before, fact('2025-10-03', 'started'), left, fact('2025-10-10', 'resumed')]);
    expect(sent).toMatchObject([{ type: 'free-place', trajectory, cause: 'stopped' }]);
  });
});
