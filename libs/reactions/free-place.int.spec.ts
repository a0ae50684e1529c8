import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { network as networks } from '#domain/network/decider';
import { placeOf } from '#domain/network/state';
import { programme as programmes } from '#domain/programme/decider';
import type { LoggedEvent } from '#log/contract/codec';
import { type CommandSide, startCommandSide } from '../../test/support/command-side.ts';
import { accepted, at, meta, on, TestProgramme } from '../../test/support/programme.ts';
import { toolsOn } from '../../test/support/reaction-tools.ts';
import { freePlace } from './free-place.ts';
import type { Tools } from './reaction.ts';

let side: CommandSide;
let noord: TestProgramme;
let tools: Tools;
const refused: string[] = [];

beforeAll(async () => {
  side = await startCommandSide();
  noord = await TestProgramme.setUp(side.useCases, 10);
  tools = { ...toolsOn(side, refused), earlier: async () => [] };
}, 60_000);
afterAll(() => side.stop());

const reason = { $text: 'Geen capaciteit' };
const withdraw = { type: 'withdraw', at, occurredOn: on('2025-10-10'), reason } as const;

async function placeNow(trajectory: string) {
  return placeOf((await side.repository.fresh(networks, noord.network)).state, trajectory);
}

async function lastOf(stream: string, type: string): Promise<LoggedEvent> {
  const event = (await side.log.readStream(stream)).findLast((each) => each.type === type);
  if (!event) throw new Error(`No ${type} in ${stream}`);
  return event;
}

async function leavingOf(trajectory: string) {
  return lastOf(`trajectory-${trajectory}`, 'trajectory.withdrawn.v1');
}

describe('the place of a trajectory that leaves', () => {
  test('comes free, once, however often the reaction runs', async () => {
    const assen = await noord.applied('0106');
    await noord.decide({ type: 'give-place', at, trajectory: assen });
    await noord.record(assen, withdraw);
    for (let run = 0; run < 3; run++) await freePlace.react(await leavingOf(assen), tools);
    expect(await placeNow(assen)).toEqual({ place: 'freed', cause: 'withdrawn' });
    const story = await side.log.readStream(`network-${noord.network}`);
    expect(story.filter(({ type }) => type === 'network.place-freed.v1')).toHaveLength(1);
  });

  test('is not the place that it got when it came back, when the reaction runs late or again', async () => {
    const emmen = await noord.applied('0114');
    await noord.record(emmen, withdraw);
    await freePlace.react(await leavingOf(emmen), tools);
    const organisation = noord.organisation('0114');
    const { programme, network } = noord;
    const again = { trajectory: emmen, programme, organisation, network, contactRole: 'contact' };
    await noord.record(emmen, { type: 'apply', at, occurredOn: on('2025-10-12'), ...again });
    await noord.decide({ type: 'give-place', at, trajectory: emmen });
    await freePlace.react(await leavingOf(emmen), tools);
    expect(await placeNow(emmen)).toMatchObject({ place: 'given' });
  });

  test('stays when the leaving was retracted before the reaction ran', async () => {
    const hoogeveen = await noord.applied('0118');
    await noord.decide({ type: 'give-place', at, trajectory: hoogeveen });
    await noord.record(hoogeveen, withdraw);
    const left = await leavingOf(hoogeveen);
    const retract = { type: 'retract-fact', at, event: left.id, reason } as const;
    accepted(await side.useCases.trajectory(hoogeveen, retract, meta()));
    await freePlace.react(left, tools);
    expect(await placeNow(hoogeveen)).toMatchObject({ place: 'given' });
  });

  test('comes free also when it was given at the moment of leaving, by what came last', async () => {
    const meppel = await noord.applied('0119');
    const before = await side.useCases.trajectoryState(meppel);
    const { state: programme } = await side.repository.fresh(programmes, noord.programme);
    await noord.record(meppel, withdraw);
    await freePlace.react(await leavingOf(meppel), tools);
    const command = { type: 'give-place', at, trajectory: meppel } as const;
    const given = await side.repository.execute({
      aggregate: networks,
      id: noord.network,
      command,
      meta: meta(),
      decide: async ({ state }) => networks.decide(command, state, { programme, trajectory: before }),
    });
    accepted(given);
    expect(await placeNow(meppel)).toMatchObject({ place: 'given' });
    await freePlace.react(await lastOf(`network-${noord.network}`, 'network.place-given.v1'), tools);
    expect(await placeNow(meppel)).toEqual({ place: 'freed', cause: 'withdrawn' });
    expect(refused).toEqual([]);
  });
});
