import { addDays } from '#domain/kernel/days';
import type { MeetingKind } from '#domain/meeting/events';
import { regionalNetwork } from '#domain/template/regional-network';
import { Dice } from '../dice.ts';
import { type Chunk, Stream, sealedText } from './chunk.ts';
import { RealisticTrajectory } from './trajectory.ts';

const FEWEST = 10;
const MOST = 40;
const MEETINGS: readonly MeetingKind[] = ['opening', 'exchange', 'exchange', 'exchange', 'closing'];
/** One trajectory in so many has a fact corrected. */
const CORRECTED = 1 / 12;
/** A prime beside the number of sizes, so that sizes alternate and each comes equally often. */
const STRIDE = 17;

/** How many trajectories the programme with this number has: ten to forty, and twenty-five on average. */
export function sizeOf(number: number): number {
  return FEWEST + ((number * STRIDE) % (MOST - FEWEST + 1));
}

/** Which programme of the log, and what it is made of. */
export interface ProgrammeOptions {
  readonly number: number;
  /** Of the municipalities that can take part, from the register. */
  readonly organisations: readonly string[];
  readonly client: string;
}

/**
 * A regional network of realistic size: set up, municipalities that apply, an intake of each, places, a calendar, a
 * learning group, commitment, an opening where most of them were, contact, and now and then a correction. It brings about
 * ten versions of the row of each trajectory. The same number gives the same programme.
 */
export class RealisticProgramme {
  readonly id: string;
  readonly network: string;
  readonly trajectories: readonly RealisticTrajectory[];
  readonly #dice: Dice;
  readonly #options: ProgrammeOptions;
  readonly #own: Stream;
  readonly #ofNetwork: Stream;
  readonly #meetings: readonly { readonly id: string; readonly kind: MeetingKind; readonly stream: Stream }[];

  constructor(options: ProgrammeOptions) {
    const dice = new Dice(options.number);
    this.#dice = dice;
    this.#options = options;
    this.id = dice.id();
    this.network = dice.id();
    const about = [`programme:${this.id}`] as const;
    const within = [...about, `network:${this.network}`] as const;
    this.#own = new Stream(`programme-${this.id}`, about, dice);
    this.#ofNetwork = new Stream(`network-${this.network}`, within, dice);
    this.#meetings = MEETINGS.map((kind) => {
      const id = dice.id();
      return { id, kind, stream: new Stream(`meeting-${id}`, [...within, `meeting:${id}`], dice) };
    });
    const { organisations } = options;
    const first = dice.whole(0, organisations.length - 1);
    this.trajectories = Array.from({ length: sizeOf(options.number) }, (_, index) => {
      const organisation = organisations[(first + index) % organisations.length] ?? '';
      return new RealisticTrajectory({ programme: this.id, network: this.network, organisation }, dice);
    });
  }

  /** What is recorded in the phase of the year that has this number; `at` is when. Phases come in order, each once. */
  phase(number: number, at: string): Chunk[] {
    const own = (record: (trajectory: RealisticTrajectory) => Chunk | undefined): Chunk[] =>
      this.trajectories.flatMap((trajectory) => record(trajectory) ?? []);
    const phases: readonly (() => Chunk[])[] = [
      () => this.#setUp(at),
      () => own((trajectory) => trajectory.applies(at)),
      () => own((trajectory) => trajectory.isInterviewed(at)),
      () => [this.#givesPlaces(at)],
      () => [...this.#plansMeetings(at), this.#composesGroup(at)],
      () => own((trajectory) => trajectory.starts(at)),
      () => own((trajectory) => trajectory.isAnswered(at)),
      () => this.#opens(at),
      () => own((trajectory) => trajectory.isContacted(at)),
      () => own((trajectory) => (this.#dice.isSo(CORRECTED) ? trajectory.isCorrected(at) : undefined)),
    ];
    return phases[number]?.() ?? [];
  }

  #setUp(at: string): Chunk[] {
    const { id: programme, network } = this;
    const { number, client } = this.#options;
    const opensOn = at.slice(0, 10);
    const period = { opensOn, from: addDays(opensOn, 60), until: addDays(opensOn, 420) };
    const places = { minimum: 8, target: this.trajectories.length, maximum: MOST };
    return [
      this.#own.record(at, [
        { type: 'programme.set-up.v1', data: { programme, name: `Netwerk ${number}`, client, ...period } },
        { type: 'programme.template-adopted.v2', data: { template: regionalNetwork } },
      ]),
      this.#ofNetwork.record(at, [
        {
          type: 'network.opened.v1',
          data: { network, programme, name: `Regio ${number}`, region: `Regio ${number % 12}`, ...places },
        },
      ]),
    ];
  }

  /** One in ten waits. */
  #givesPlaces(at: string): Chunk {
    return this.#ofNetwork.record(
      at,
      this.trajectories.map(({ id: trajectory }) => ({
        type: this.#dice.isSo(0.9) ? 'network.place-given.v1' : 'network.put-on-waiting-list.v1',
        data: { trajectory },
      })),
    );
  }

  #plansMeetings(at: string): Chunk[] {
    const { id: programme, network } = this;
    return this.#meetings.map(({ id: meeting, kind, stream }, index) => {
      const date = addDays(at.slice(0, 10), 60 * (index + 1));
      const planned = { meeting, programme, network, kind, title: `Bijeenkomst ${index + 1}`, date } as const;
      return stream.record(at, [
        { type: 'meeting.planned.v2', data: { ...planned, status: 'provisional' } },
        { type: 'meeting.date-agreed.v1', data: { date: addDays(date, 7) } },
      ]);
    });
  }

  #composesGroup(at: string): Chunk {
    const group = this.#dice.id();
    const about = [`programme:${this.id}`, `network:${this.network}`, `group:${group}`] as const;
    const members = this.trajectories.map(({ id }) => id);
    const composed = { group, programme: this.id, network: this.network, kind: 'learning', name: 'Leergroep' } as const;
    return new Stream(`group-${group}`, about, this.#dice).record(at, [
      { type: 'group.composed.v1', data: { ...composed, members, reason: sealedText(this.#dice) } },
    ]);
  }

  /** The opening is held, and it is written down who was there. */
  #opens(at: string): Chunk[] {
    const entries = this.trajectories.map(({ id: trajectory }) => ({
      trajectory,
      attendance: this.#dice.isSo(0.8) ? ('present' as const) : this.#dice.one(['excused', 'absent'] as const),
      roles: [],
    }));
    const opening = this.#meetings[0]?.stream;
    if (!opening) return [];
    return [
      opening.record(at, [
        { type: 'meeting.held.v1', data: {} },
        { type: 'meeting.attendance-recorded.v2', data: { entries } },
      ]),
    ];
  }
}

/** How many phases a year has. */
export const PHASES = 10;
