import { v5 as derived } from 'uuid';
import { type Subject, type SubjectKind, subject } from '#domain/kernel/subject';
import type { CommandAnswer } from '../../examples/recorder/client.ts';
import type { Dice } from '../../support/dice.ts';
import type { Client } from './client.ts';
import { daysAgo, nextStep, type Situation, type Step } from './steps.ts';

const NAMESPACE = '3c2f3f0a-6f0b-4a5e-8f0e-5a8f2f5a4f11';
/** By their CBS codes. */
const MUNICIPALITIES = ['0014', '0106', '0114', '0080', '0090', '0085', '0074', '1969'] as const;

/** What was acknowledged: the events that must be there from then on. */
export interface Acknowledged {
  /** What the command was sent to. */
  readonly subject: Subject;
  readonly programme: string;
  readonly events: readonly string[];
  readonly position: string | undefined;
}

/** One lead who records what happens in one programme: at random, and through the front door. */
export class Course {
  readonly situation: Situation = {
    programme: '',
    network: '',
    trajectories: [],
    meetings: [],
    pledges: [],
    risks: [],
    facts: [],
  };
  readonly #name: string;
  readonly #client: Client;
  readonly #dice: Dice;
  #sent = 0;

  constructor(name: string, client: Client, dice: Dice) {
    this.#name = name;
    this.#client = client;
    this.#dice = dice;
  }

  /** Sets the programme up: a network, and municipalities that apply. */
  async begin(): Promise<Acknowledged[]> {
    const { situation } = this;
    const done = [await this.#carryOut(this.#settingUp())];
    done.push(await this.#carryOut(this.#opening()));
    for (const organisation of MUNICIPALITIES) {
      const application = { organisation, contactRole: 'secretary', network: situation.network };
      done.push(
        await this.#carryOut({
          path: `/programmes/${situation.programme}/applications`,
          body: { ...application, occurredOn: daysAgo(150) },
          note: ({ id }) => void situation.trajectories.push(id),
        }),
      );
    }
    return done.flatMap((acknowledged) => acknowledged ?? []);
  }

  /** Does the next thing. @returns undefined when it was refused. */
  next(): Promise<Acknowledged | undefined> {
    return this.#carryOut(nextStep(this.situation, this.#dice));
  }

  #settingUp(): Step {
    const period = { opensOn: daysAgo(200), from: daysAgo(100), until: daysAgo(-260) };
    return {
      path: '/programmes',
      body: { name: this.#name, client: '0014', ...period, template: 'regional-network' },
      as: 'admin',
      note: ({ id }) => {
        this.situation.programme = id;
      },
    };
  }

  #opening(): Step {
    return {
      path: `/programmes/${this.situation.programme}/networks`,
      body: { name: this.#name, region: 'Noord', minimum: 1, target: 3, maximum: 4 },
      note: ({ id }) => {
        this.situation.network = id;
      },
    };
  }

  async #carryOut({ path, body, as, note }: Step): Promise<Acknowledged | undefined> {
    this.#sent += 1;
    const key = derived(`${this.#name} ${this.#sent}`, NAMESPACE);
    const outcome = await this.#client.send({ path, body, key, as: as ?? 'lead' });
    if (outcome.outcome === 'refused') return undefined;
    const { answer } = outcome;
    note?.(answer);
    const { programme } = this.situation;
    const events = answer.events.map(({ id }) => id);
    return { subject: subjectOf(path, answer), programme, events, position: answer.position };
  }
}

/** Whose story has what was sent to a collection. */
const KINDS: Readonly<Record<string, SubjectKind>> = {
  programmes: 'programme',
  networks: 'network',
  trajectories: 'trajectory',
  meetings: 'meeting',
  pledges: 'pledge',
  'dossier-items': 'item',
};

/** What a command was about: what its path names, or else what it made. @throws Error when that has no story. */
export function subjectOf(path: string, answer: Pick<CommandAnswer, 'id'>): Subject {
  const [, collection = '', id = answer.id] = path.split('/');
  const kind = KINDS[collection];
  if (kind === undefined) throw new Error(`Nobody knows whose story has ${path}`);
  return subject(kind, id);
}
