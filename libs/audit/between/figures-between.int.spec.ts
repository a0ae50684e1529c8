import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodePosition } from '#views/query/position-token';
import { type CommandSide, startCommandSide } from '../../../test/support/command-side.ts';
import { accepted, at, meta, on, TestProgramme } from '../../../test/support/programme.ts';
import { type ReadSide, readSideOf } from '../../../test/support/read-side.ts';
import { ChangesBetween } from './changes.ts';
import { FiguresBetween } from './figures-between.ts';

/** All of it was recorded by then. On the first day no intake is due yet; on the second it is. */
const from = { moment: '2025-10-15T22:00:00.000Z' };
const days = { validFrom: '2025-09-20', validUntil: '2025-10-20' };

let commands: CommandSide;
let side: ReadSide;
let of: TestProgramme;
let minPosition: string;

beforeAll(async () => {
  commands = await startCommandSide('production', () => '2025-01-01T00:00:00.000Z');
  side = await readSideOf(commands);
  await side.startFolding();
  of = await TestProgramme.setUp(commands.useCases, 2);
  const [assen, emmen, hoogeveen] = [await of.applied('0106'), await of.applied('0114'), await of.applied('0118')];
  await of.decide({ type: 'give-place', at, trajectory: assen });
  const early = '2025-09-12T08:30:00.000Z';
  const waits = { type: 'put-on-waiting-list', at: early, trajectory: emmen } as const;
  accepted(await commands.useCases.network(of.network, waits, meta({ at: early })));
  for (const trajectory of [assen, hoogeveen]) {
    await of.record(trajectory, { type: 'start', at, occurredOn: on('2025-09-10') });
  }
  await of.record(hoogeveen, { type: 'stop', at, occurredOn: on('2025-10-14'), reason: { $text: 'Geen tijd.' } });
  let position = 0n;
  for await (const event of commands.log.readAll()) position = event.position;
  minPosition = encodePosition(commands.log.id, position);
}, 120_000);

afterAll(async () => {
  await side.stop();
  await commands.stop();
}, 30_000);

const figures = async () => {
  const between = new FiguresBetween(side.views, new ChangesBetween(side.views, commands.vault));
  const request = { programme: of.programme, ...days };
  const { data } = await between.page({ from, minPosition }, request, { role: 'reporter', lang: 'nl' });
  if (!data) throw new Error('the programme is not known');
  return data;
};

const summaryOn = async (validOn: string) => {
  const { data } = await side.views.summaries.ofProgramme(of.programme, {}, { minPosition, validOn });
  if (!data) throw new Error('the programme is not known');
  return data;
};

const together = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((sum, n) => sum + n, 0);

describe('the figures of one that takes part, one that waits and one that stopped', () => {
  test('given both days, then they add up, and say what the summary of that day says', async () => {
    const { totals } = await figures();
    expect(totals.after.status).toMatchObject({ none: 2 });
    for (const [day, told] of [
      [days.validFrom, totals.inHindsight],
      [days.validUntil, totals.after],
    ] as const) {
      const { trajectories, status, milestones, lines } = await summaryOn(day);
      expect([told.trajectories, told.status]).toEqual([trajectories, status]);
      expect(together(told.status)).toBe(told.trajectories);
      expect(told.milestonesReached).toBe(milestones.reached);
      expect(told.milestonesReached).toBe(lines.reduce((sum, { reached }) => sum + reached, 0));
    }
  });

  test('given one that waits, then nothing is expected of it, and nothing changes when a milestone is due', async () => {
    const { items } = await figures();
    const told = items.map(({ organisation, inHindsight, after }) => [
      organisation.name,
      inHindsight.expected,
      after.expected,
    ]);
    expect(told).toEqual([
      ['Assen', 0, 1],
      ['Emmen', 0, 0],
      ['Hoogeveen', 0, 0],
    ]);
    expect(items.find(({ organisation }) => organisation.name === 'Emmen')?.words).toEqual({});
  });
});
