import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { trajectoryId } from '#commands/ids';
import { network as networks } from '#domain/network/decider';
import { type NetworkState, placeOf } from '#domain/network/state';
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

async function placeNow(trajectory: string, network = noord.network) {
  return placeOf((await side.repository.fresh(networks, network)).state, trajectory);
}

/** Another network of the programme. */
async function another(): Promise<string> {
  const network = uuid();
  const { programme } = noord;
  const content = { network, programme, name: 'Oost', region: 'Oost', minimum: 1, target: 2, maximum: 2 };
  accepted(await side.useCases.network(network, { type: 'open-network', at, ...content }, meta()));
  return network;
}

function applicationOf(trajectory: string, cbs: string, network: string) {
  const of = { programme: noord.programme, organisation: noord.organisation(cbs), network, contactRole: 'contact' };
  return { type: 'apply', at, occurredOn: on('2025-10-12'), trajectory, ...of } as const;
}

async function give(trajectory: string, network: string) {
  accepted(await side.useCases.network(network, { type: 'give-place', at, trajectory }, meta()));
}

/** Retracts the last fact of that type. */
async function retract(trajectory: string, type: string): Promise<LoggedEvent> {
  const { id } = await lastOf(`trajectory-${trajectory}`, type);
  accepted(await side.useCases.trajectory(trajectory, { type: 'retract-fact', at, event: id, reason }, meta()));
  return lastOf(`trajectory-${trajectory}`, 'trajectory.fact-retracted.v1');
}

async function freedIn(network: string): Promise<number> {
  const story = await side.log.readStream(`network-${network}`);
  return story.filter(({ type }) => type === 'network.place-freed.v1').length;
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

  test('comes free in the network that it left, also when it applied for another before the reaction ran', async () => {
    const borger = await noord.applied('1681');
    await noord.decide({ type: 'give-place', at, trajectory: borger });
    await noord.record(borger, withdraw);
    const oost = await another();
    await noord.record(borger, applicationOf(borger, '1681', oost));
    await give(borger, oost);
    for (let run = 0; run < 2; run++) await freePlace.react(await leavingOf(borger), tools);
    expect(await placeNow(borger)).toEqual({ place: 'freed', cause: 'withdrawn' });
    expect(await placeNow(borger, oost)).toMatchObject({ place: 'given' });
  });

  test('is let go of when it was held only', async () => {
    const coevorden = await noord.applied('0109');
    await noord.decide({ type: 'hold-place', at, trajectory: coevorden, until: '2026-01-01' });
    await noord.record(coevorden, withdraw);
    await freePlace.react(await leavingOf(coevorden), tools);
    const state = (await side.repository.fresh(networks, noord.network)).state;
    expect(state.status === 'open' && state.held).toEqual([]);
    expect(refused).toEqual([]);
  });
});

describe('the place of a trajectory that applied for another network', () => {
  test('comes free when the application that it was given for is retracted, and the new one keeps its own', async () => {
    const westerveld = await noord.applied('1701');
    await noord.decide({ type: 'give-place', at, trajectory: westerveld });
    const retraction = await retract(westerveld, 'trajectory.applied.v1');
    const oost = await another();
    await noord.record(westerveld, applicationOf(westerveld, '1701', oost));
    await give(westerveld, oost);
    const before = await freedIn(noord.network);
    for (let run = 0; run < 2; run++) await freePlace.react(retraction, tools);
    expect(await placeNow(westerveld)).toEqual({ place: 'freed', cause: 'withdrawn' });
    expect(await freedIn(noord.network)).toBe(before + 1);
    expect(await placeNow(westerveld, oost)).toMatchObject({ place: 'given' });
  });

  test('comes free when it stops, where nothing had freed it before', async () => {
    const noordenveld = await noord.applied('1699');
    await noord.decide({ type: 'give-place', at, trajectory: noordenveld });
    await retract(noordenveld, 'trajectory.applied.v1');
    const oost = await another();
    await noord.record(noordenveld, applicationOf(noordenveld, '1699', oost));
    await give(noordenveld, oost);
    await noord.record(noordenveld, { type: 'stop', at, occurredOn: on('2025-10-14'), reason });
    await freePlace.react(await lastOf(`trajectory-${noordenveld}`, 'trajectory.stopped.v1'), tools);
    for (const network of [noord.network, oost]) {
      expect(await placeNow(noordenveld, network)).toEqual({ place: 'freed', cause: 'stopped' });
    }
  });

  test('is taken off the waiting list when there was nothing but the application', async () => {
    const organisation = noord.organisation('1730');
    const tynaarlo = trajectoryId(noord.programme, organisation);
    await noord.record(tynaarlo, applicationOf(tynaarlo, '1730', noord.network));
    await noord.decide({ type: 'put-on-waiting-list', at, trajectory: tynaarlo });
    await freePlace.react(await retract(tynaarlo, 'trajectory.applied.v1'), tools);
    expect(await placeNow(tynaarlo)).toMatchObject({ place: 'freed' });
  });

  test('comes free also when it was given at the moment of retracting, by what came last', async () => {
    const aaEnHunze = await noord.applied('1680');
    const before = await side.useCases.trajectoryState(aaEnHunze);
    const { state: programme } = await side.repository.fresh(programmes, noord.programme);
    const retraction = await retract(aaEnHunze, 'trajectory.applied.v1');
    const command = { type: 'give-place', at, trajectory: aaEnHunze } as const;
    const decide = async ({ state }: { state: NetworkState }) =>
      networks.decide(command, state, { programme, trajectory: before });
    const order = { aggregate: networks, id: noord.network, command, meta: meta(), decide };
    accepted(await side.repository.execute(order));
    await freePlace.react(retraction, tools);
    expect(await placeNow(aaEnHunze)).toMatchObject({ place: 'given' });
    await freePlace.react(await lastOf(`network-${noord.network}`, 'network.place-given.v1'), tools);
    expect(await placeNow(aaEnHunze)).toMatchObject({ place: 'freed' });
  });

  test('stays when another fact is retracted, and when an application for the same network stands', async () => {
    const deWolden = await noord.applied('1690');
    await noord.record(deWolden, withdraw);
    await noord.record(deWolden, applicationOf(deWolden, '1690', noord.network));
    await noord.decide({ type: 'give-place', at, trajectory: deWolden });
    await freePlace.react(await retract(deWolden, 'trajectory.intake-held.v1'), tools);
    await freePlace.react(await retract(deWolden, 'trajectory.withdrawn.v1'), tools);
    await freePlace.react(await retract(deWolden, 'trajectory.applied.v1'), tools);
    expect(await placeNow(deWolden)).toMatchObject({ place: 'given' });
    expect(refused).toEqual([]);
  });
});
