import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ensureRegister } from '#commands/register-release';
import { encodePosition } from '#views/query/position-token';
import { verify } from '#views/verify';
import { type CommandSide, startCommandSide } from '../command-side.ts';
import { type ReadSide, readSideOf } from '../read-side.ts';
import { beginning, type Filled, fillLog } from './fill-log.ts';
import { sizeOf } from './programme.ts';

let commands: CommandSide;
let side: ReadSide;
let filled: Filled;
beforeAll(async () => {
  commands = await startCommandSide('production', () => beginning);
  await ensureRegister(commands.useCases, beginning);
  const { log, useCases, databaseUrl } = commands;
  filled = await fillLog({ log, useCases, events: 1_500, years: { from: 0, programmes: 4 } });
  side = await readSideOf({ databaseUrl, log });
  await side.startFolding();
}, 90_000);
afterAll(async () => {
  await side.stop();
  await commands.stop();
}, 30_000);

test('programmes have ten to forty trajectories, twenty-five on average', () => {
  const sizes = Array.from({ length: 31 }, (_, number) => sizeOf(number));
  expect(sizes.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 31 }, (_, index) => 10 + index));
});

describe('given a log that was filled with realistic programmes', () => {
  test('when it is read, then every event fits the contract, and the years come in order', async () => {
    let events = 0;
    let year = '';
    for await (const event of commands.log.readAll()) {
      // The genesis event and the register came before.
      if (event.envelope.programme === undefined) continue;
      events += 1;
      expect(event.recordedAt.slice(0, 4) >= year).toBe(true);
      year = event.recordedAt.slice(0, 4);
    }
    expect(events).toBe(filled.events);
    expect(events).toBeGreaterThanOrEqual(1_500);
  }, 60_000);

  test('when it is folded, then each trajectory has about ten row versions, and a fresh fold says the same', async () => {
    const { views } = side;
    const minPosition = encodePosition(commands.log.id, filled.position);
    await views.basis({ minPosition, waitMs: 30_000 }, 'everything');
    const found = await verify({ views });
    expect(found.differences).toEqual([]);
    const trajectories = filled.programmes.flatMap((programme) => programme.trajectories);
    const versions = await Promise.all(
      trajectories.slice(0, 20).map(async (id) => {
        const story = await views.story.entries(`trajectory:${id}`, { limit: 100 }, {});
        return story.data.total;
      }),
    );
    const mean = versions.reduce((sum, one) => sum + one, 0) / versions.length;
    expect(mean).toBeGreaterThanOrEqual(10);
    expect(mean).toBeLessThanOrEqual(12);
  }, 60_000);

  test('when it is asked as of halfway the last year, then its programmes were on their way', async () => {
    const { views } = side;
    const [first, last] = [filled.programmes[0], filled.programmes.at(-1)];
    const asOf = { knownAt: { moment: filled.halfway } };
    const stepsOf = async (programme: string): Promise<Set<string | undefined>> => {
      const { data } = await views.progress.ofProgramme(programme, { limit: 500 }, asOf);
      return new Set(data.items.map(({ participation }) => participation?.step));
    };
    expect(await stepsOf(first?.programme ?? '')).toContain('started');
    expect(await stepsOf(last?.programme ?? '')).not.toContain('started');
    expect(await stepsOf(last?.programme ?? '')).toContain('admitted');
  });
});
