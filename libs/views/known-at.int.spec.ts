import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ensureRegister } from '#commands/register-release';
import type { LoggedEvent } from '#log/contract/codec';
import { type CommandSide, startCommandSide } from '../../test/support/command-side.ts';
import { RandomCommands } from '../../test/support/random-commands.ts';
import { courseOfEvents, randomCourse } from '../../test/support/random-course.ts';
import { type ReadSide, readSideOf } from '../../test/support/read-side.ts';
import { registry } from './all-views.ts';
import { foldWhole } from './engine/fold.ts';
import type { ViewDefinition } from './engine/view-definition.ts';
import { type AdvanceJob, advanceParts, advanceQueue } from './engine/worker.ts';
import { encodePosition } from './query/position-token.ts';
import { verify } from './verify.ts';

const ordinalsLookedAt = 12;

let commands: CommandSide;
let views: ReadSide;

beforeAll(async () => {
  commands = await startCommandSide('example');
  await ensureRegister(commands.useCases, '2025-09-01T00:00:00.000Z');
  views = await readSideOf(commands);
  // Two workers, so that shards are folded and the log is followed in competition.
  await views.startFolding();
  await views.startFolding();
}, 120_000);

afterAll(async () => {
  await views.stop();
  await commands.stop();
}, 30_000);

async function wholeLog(): Promise<LoggedEvent[]> {
  const events: LoggedEvent[] = [];
  for await (const event of commands.log.readAll()) events.push(event);
  return events;
}

/** The rows of a view as a question `knownAt` that ordinal sees them. */
async function rowsKnownAt(view: ViewDefinition, ordinal: number, minPosition: string): Promise<unknown[]> {
  const asOf = { knownAt: { ordinal }, minPosition };
  const { basis, data } = await views.views.reader.read(asOf, 'everything', (snapshot) => snapshot.rows(view));
  expect(basis.ordinal).toBe(ordinal);
  return data;
}

/** At random ordinals, what was known then is the fold of the log that ends there. */
async function expectEveryCutToAgree(seed: number): Promise<void> {
  const log = await wholeLog();
  const minPosition = encodePosition(commands.log.id, log.at(-1)?.position ?? 0n);
  const ordinals = fc.sample(fc.integer({ min: 1, max: log.length }), { numRuns: ordinalsLookedAt, seed });
  for (const ordinal of [...ordinals, log.length]) {
    for (const view of registry.views) {
      const whole = foldWhole(view, log.slice(0, ordinal));
      const expected = [...whole].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
      expect(await rowsKnownAt(view, ordinal, minPosition)).toEqual(expected);
    }
  }
}

describe('what was known at any ordinal', () => {
  test('is the fold of the log cut there, for random sequences of commands', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(randomCourse(40), fc.nat(), async (steps, seed) => {
        run += 1;
        const sent = new RandomCommands(`commands ${run}`, commands.useCases, commands.log);
        await sent.begin();
        for (const step of steps) await sent.send(step);
        expect(sent.accepted).toBeGreaterThanOrEqual(5);
        await expectEveryCutToAgree(seed);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  }, 120_000);

  test('is the fold of the log cut there, whatever order events come in', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(randomCourse(60), fc.nat(), async (steps, seed) => {
        run += 1;
        await views.record(courseOfEvents(`events ${run}`, steps));
        await expectEveryCutToAgree(seed);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  }, 120_000);

  test('stays so when nudges come twice, come for nothing, or call every part at once', async () => {
    const queue = views.jobs.queue<AdvanceJob>(advanceQueue);
    const nudges = Array.from({ length: 48 }, (_, i) => queue.nudge(`again-${i}`, { part: i % advanceParts }));
    await views.record(courseOfEvents('nudged', fc.sample(randomCourse(30), { numRuns: 1, seed: 7 })[0] ?? []));
    await Promise.all(nudges);
    await expectEveryCutToAgree(7);
  }, 60_000);

  test('and a fresh fold of the whole log finds no difference in any version', async () => {
    const found = await verify({ views: views.views });
    expect(found.differences).toEqual([]);
    expect(found.versions).toBeGreaterThan(100);
  }, 60_000);
});
