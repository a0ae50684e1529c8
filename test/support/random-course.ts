import fc from 'fast-check';
import { addDays } from '#domain/kernel/days';
import type { Subject } from '#domain/kernel/subject';
import type { AnyEvent } from '#domain/registry';
import { regionalNetwork } from '#domain/template/regional-network';
import { idOf, type Told } from './events.ts';
import { because, type Made, kinds as others, type Place } from './random-events.ts';
import { itemKinds } from './random-items.ts';

/** Every kind of event of a trajectory, its network, its meetings and its pledges, and some of its dossier. */
const kinds = [...others, ...itemKinds];

/** One step of a random course of events: which kind, about whom, and how long after the step before (in days). */
export interface RandomStep {
  readonly kind: number;
  readonly who: number;
  readonly which: number;
  readonly days: number;
}

/** Random courses of at most that many steps: short ones by far the most, unless `long` ones are asked for too. */
export function randomCourse(maxLength: number, length: 'short' | 'long' = 'short'): fc.Arbitrary<RandomStep[]> {
  const step = fc.record({ kind: fc.nat(999), who: fc.nat(2), which: fc.nat(99), days: fc.nat(9) });
  return fc.array(step, { minLength: 5, maxLength, ...(length === 'long' && { size: 'max' as const }) });
}

/**
 * The events of a random course in a programme of that name. Anything may follow anything, for a tracker does not refuse
 * reality; one step in four corrects or retracts an earlier fact, also one that was corrected before.
 */
export function courseOfEvents(name: string, steps: readonly RandomStep[]): Told[] {
  const made = new Course(name);
  for (const step of steps) made.add(step);
  return made.events;
}

const holdsFacts = /^(trajectory|meeting|pledge|item)-/;

class Course {
  readonly events: Told[] = [];
  private readonly programme: string;
  private readonly network: string;
  private day = '2025-02-01';

  constructor(private readonly name: string) {
    this.programme = idOf(`${name} programme`);
    this.network = idOf(`${name} network`);
    const { programme, network } = this;
    this.tell(`programme-${programme}`, [], {
      type: 'programme.set-up.v1',
      data: { programme, name, client: idOf('client'), opensOn: this.day, from: '2025-03-01', until: '2026-02-28' },
    });
    this.tell(`programme-${programme}`, [], {
      type: 'programme.template-adopted.v2',
      data: { template: regionalNetwork },
    });
    this.tell(`network-${network}`, [`network:${network}`], {
      type: 'network.opened.v1',
      data: { network, programme, name, region: name, minimum: 1, target: 2, maximum: 2 },
    });
  }

  add(step: RandomStep): void {
    this.day = addDays(this.day, step.days);
    if (step.kind % 4 === 0) this.correct(step);
    // By another part of the number: with as many kinds as a multiple of four, some would never come.
    else this.happen(kinds[Math.floor(step.kind / 4) % kinds.length]?.(this.place(step)));
  }

  private place({ who, which }: RandomStep): Place {
    const { programme, network } = this;
    const trajectory = idOf(`${this.name} trajectory ${who}`);
    const other = idOf(`${this.name} trajectory ${(who + 1) % 3}`);
    const meeting = idOf(`${this.name} meeting ${which % 2}`);
    return {
      programme,
      network,
      trajectory,
      other,
      meeting,
      organisation: idOf(`organisation ${who}`),
      which,
      day: this.day,
    };
  }

  private happen(made: Made | undefined): void {
    if (made) this.tell(made.stream, made.about, made);
  }

  /** Corrects or retracts a fact of a stream that holds facts; a correction of attendance may name others. */
  private correct({ which, kind, who }: RandomStep): void {
    const facts = this.events.filter((e) => !e.corrects && holdsFacts.test(e.stream));
    const fact = facts[which % Math.max(facts.length, 1)];
    if (!fact) return;
    const corrects = { event: fact.id, kind: kind % 8 === 0 ? 'retraction' : 'correction', ...because } as const;
    if (corrects.kind === 'retraction') {
      const [kind] = fact.stream.split('-') as ['trajectory' | 'meeting' | 'pledge' | 'item'];
      const type = `${kind}.fact-retracted.v1` as const;
      this.tell(fact.stream, fact.subjects, { type, data: {} }, corrects);
      return;
    }
    const other = kinds.map((make) => make(this.place({ kind, who, which: which + 1, days: 0 })));
    const again = other.find((candidate) => candidate.type === fact.type && candidate.stream === fact.stream);
    this.tell(fact.stream, again?.about ?? fact.subjects, again ?? fact, corrects);
  }

  private tell(
    stream: string,
    about: readonly Subject[],
    content: Pick<Told, 'type' | 'data'>,
    corrects?: Told['corrects'],
  ): void {
    const at = `${this.day}T12:00:00.000Z`;
    const subjects: Subject[] = [...new Set<Subject>([`programme:${this.programme}`, ...about])];
    const isFact = holdsFacts.test(stream);
    this.events.push({
      ...(content as AnyEvent),
      id: idOf(`${this.name} event ${this.events.length}`),
      stream,
      at,
      subjects,
      ...(isFact && { occurredOn: { precision: 'day', value: addDays(this.day, -(this.events.length % 5)) } }),
      ...(corrects && { corrects }),
    } as Told);
  }
}
