import { randomUUID } from 'node:crypto';
import { type Aggregate, accept } from '#domain/kernel/decision';
import { subject } from '#domain/kernel/subject';
import type { TrajectoryEvent } from '#domain/trajectory/events';
import type { Repository } from '#log/repository/repository';
import { metaNow } from '../command-side.ts';
import { STREAM_LENGTH } from './appends.ts';
import { isProtected } from './sample.ts';

/** What is sent: a contact moment with its protected summary, or a commitment that was asked for. */
export type Sent =
  | { readonly type: 'record-contact'; readonly trajectory: string; readonly text: string }
  | { readonly type: 'ask-commitment'; readonly trajectory: string; readonly due: string };

const PROGRAMME = randomUUID();

/** The cheapest aggregate there is, so that what is measured is the repository. */
export const counting: Aggregate<number, Sent, TrajectoryEvent, undefined> = {
  name: 'trajectory',
  initial: 0,
  decide: (command) => {
    const around = {
      subjects: [subject('programme', PROGRAMME), subject('trajectory', command.trajectory)],
      occurredOn: { precision: 'day', value: '2025-10-14' },
    } as const;
    if (command.type === 'ask-commitment') {
      const data = { layer: 'council', due: command.due };
      return accept<TrajectoryEvent>([{ type: 'trajectory.commitment-asked.v1', data, ...around }]);
    }
    const data = { kind: 'phone' as const, roles: ['contact'], summary: { $text: command.text } };
    return accept<TrajectoryEvent>([{ type: 'trajectory.contacted.v1', data, ...around }]);
  },
  evolve: (state) => state + 1,
};

/** The command with this number in a stream. */
export function commandNumber(number: number, trajectory: string): Sent {
  return isProtected(number)
    ? { type: 'record-contact', trajectory, text: `Gesproken over stap ${number}` }
    : { type: 'ask-commitment', trajectory, due: '2025-12-01' };
}

/** Sends commands to a stream of its own, and to the next one when that has its length. */
export class Sender {
  #trajectory = '';
  #number = STREAM_LENGTH;
  readonly #repository: Repository;

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  async send(): Promise<void> {
    if (this.#number >= STREAM_LENGTH) {
      this.#trajectory = randomUUID();
      this.#number = 0;
    }
    const command = commandNumber(this.#number, this.#trajectory);
    const outcome = await this.#repository.execute({
      aggregate: counting,
      id: this.#trajectory,
      command,
      meta: metaNow(),
      begins: this.#number === 0,
      decide: async ({ state }) => counting.decide(command, state, undefined),
    });
    if (outcome.outcome !== 'accepted') throw new Error(`A command was not accepted: ${outcome.outcome}`);
    this.#number += 1;
  }
}
