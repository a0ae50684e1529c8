import { network } from '../network/decider.ts';
import type { OpenNetwork } from '../network/state.ts';
import type { SetUpProgramme } from '../programme/state.ts';
import type { Organisation } from '../register/events.ts';
import type { RegisterState } from '../register/state.ts';
import { regionalNetwork } from '../template/regional-network.ts';
import type { TrajectoryContext } from '../trajectory/context.ts';
import { trajectory as trajectoryAggregate } from '../trajectory/decider.ts';
import { idNumber, Story } from './story.ts';

/** A fictitious programme and network for tests; the organisations are real, what happens is not. */
export const ids = {
  programme: idNumber(1),
  network: idNumber(2),
  client: idNumber(10),
  groningen: idNumber(11),
  assen: idNumber(12),
  haren: idNumber(13),
  meeting: idNumber(20),
} as const;

export const text = (words: string) => ({ $text: words });
export const because = text('Het college vroeg erom.');

/** A day as a fact's date. */
export const day = (value: string) => ({ precision: 'day' as const, value });

/** Noon in the Netherlands of that day, as the moment of deciding. */
export const noonOf = (value: string) => `${value}T11:00:00.000Z`;

/** Decided on that day. */
export const at = (value: string) => ({ at: noonOf(value) });

/** Happened and was recorded on that day. */
export const on = (value: string) => ({ at: noonOf(value), occurredOn: day(value) });

function municipality(id: string, cbs: string, name: string, more: Partial<Organisation> = {}): Organisation {
  return { id, kind: 'municipality', cbs, name, successors: [], ...more };
}

const organisations: Organisation[] = [
  { id: ids.client, kind: 'province', cbs: '20', name: 'Groningen', successors: [] },
  municipality(ids.groningen, '0014', 'Groningen'),
  municipality(ids.assen, '0106', 'Assen'),
  municipality(ids.haren, '0017', 'Haren', { validUntil: '2018-12-31', successors: [ids.groningen] }),
];

export const register: RegisterState = {
  release: '2025-01-01',
  source: 'test',
  added: new Set(),
  organisations: new Map(organisations.map((o) => [o.id, o])),
};

export const programme: SetUpProgramme = {
  status: 'set-up',
  programme: ids.programme,
  name: 'Noord-Nederland',
  client: ids.client,
  opensOn: '2025-06-01',
  from: '2025-10-01',
  until: '2026-09-30',
  template: regionalNetwork,
  schedules: [],
};

/** A network with two places. */
export const openNetwork: OpenNetwork = {
  status: 'open',
  network: ids.network,
  programme: ids.programme,
  name: 'Noord',
  region: 'Noord-Nederland',
  minimum: 1,
  target: 2,
  maximum: 2,
  places: [],
  held: [],
  waiting: [],
  proposals: [],
  declined: [],
  left: new Map(),
};

export const trajectoryContext: TrajectoryContext = { programme, register, network: openNetwork };

export const trajectoryOf = (number: number) => idNumber(100 + number);

const identity = (number: number) => ({
  trajectory: trajectoryOf(number),
  programme: ids.programme,
  organisation: ids.assen,
  network: ids.network,
  contactRole: 'programme-manager',
});

export const apply = (date: string, number = 1) => ({ type: 'apply' as const, ...on(date), ...identity(number) });

export const showInterest = (date: string, number = 1) => ({
  type: 'show-interest' as const,
  ...on(date),
  ...identity(number),
});

export function trajectoryStory(context: TrajectoryContext = trajectoryContext) {
  return new Story(trajectoryAggregate, context);
}

/** A trajectory that applied and whose intake was held. */
export function afterTheIntake(number = 1) {
  return trajectoryStory().given(
    apply('2025-09-01', number),
    { type: 'plan-intake', ...on('2025-09-02'), date: '2025-09-15', status: 'agreed' },
    { type: 'hold-intake', ...on('2025-09-15') },
  );
}

/** The same network with places for these trajectories. */
export function networkWithPlaces(...trajectories: readonly string[]): OpenNetwork {
  return { ...openNetwork, maximum: 10, places: trajectories.map((trajectory) => ({ trajectory })) };
}

/** A decision of the network on trajectory 1, in a history that begins with its opening. */
export function networkStory(maximum = 2) {
  const { minimum, target } = openNetwork;
  return new Story(network, { programme, trajectory: afterTheIntake().state }).given({
    type: 'open-network',
    ...at('2025-06-01'),
    network: ids.network,
    programme: ids.programme,
    name: 'Noord',
    region: 'Noord-Nederland',
    minimum,
    target: Math.min(target, maximum),
    maximum,
  });
}

/** How a programme is set up, without its template. */
export const settingUp = {
  type: 'set-up-programme' as const,
  ...at('2025-05-01'),
  programme: ids.programme,
  name: 'Noord-Nederland',
  client: ids.client,
  opensOn: '2025-06-01',
  from: '2025-10-01',
  until: '2026-09-30',
};
