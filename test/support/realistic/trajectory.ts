import { trajectoryId } from '#commands/ids';
import { addDays } from '#domain/kernel/days';
import type { Subject } from '#domain/kernel/subject';
import type { Dice } from '../dice.ts';
import type { Told } from '../events.ts';
import { type Chunk, type Happening, Stream, sealedText } from './chunk.ts';

const LAYERS = ['executive', 'council', 'officials'] as const;
const CATEGORIES = ['role-of-the-council', 'working-with-residents', 'leadership', 'digital-skills'] as const;
const CONTACTS = ['phone', 'video', 'visit'] as const;

/** Where a trajectory belongs. */
export interface Belonging {
  readonly programme: string;
  readonly network: string;
  readonly organisation: string;
}

/** The part of a municipality in a programme, as it is recorded in the course of a year. */
export class RealisticTrajectory {
  readonly id: string;
  readonly #belonging: Belonging;
  readonly #dice: Dice;
  readonly #stream: Stream;
  readonly #layer: string;
  #contact: Told | undefined;

  constructor(belonging: Belonging, dice: Dice) {
    this.#belonging = belonging;
    this.#dice = dice;
    const { programme, organisation } = belonging;
    this.id = trajectoryId(programme, organisation);
    const about: Subject[] = [`programme:${programme}`, `trajectory:${this.id}`, `organisation:${organisation}`];
    this.#stream = new Stream(`trajectory-${this.id}`, about, dice);
    this.#layer = dice.one(LAYERS);
  }

  /** It applies, and brings in its question. */
  applies(at: string): Chunk {
    const { programme, organisation, network } = this.#belonging;
    const data = { trajectory: this.id, programme, organisation, network, contactRole: 'secretary' };
    const question = this.#dice.id();
    const asked = { question, category: this.#dice.one(CATEGORIES), tags: ['regional'], text: sealedText(this.#dice) };
    return this.#stream.record(at, [
      { type: 'trajectory.applied.v1', data },
      { type: 'trajectory.question-brought-in.v1', data: asked },
    ]);
  }

  /** The intake is planned and held. */
  isInterviewed(at: string): Chunk {
    const date = addDays(at.slice(0, 10), -1);
    return this.#stream.record(at, [
      { type: 'trajectory.intake-planned.v1', data: { date, status: 'agreed' } },
      { type: 'trajectory.intake-held.v1', data: { report: { reference: `Z-${this.#dice.whole(1000, 9999)}` } } },
    ]);
  }

  /** It starts, and its council, executive or officials are asked to commit themselves. */
  starts(at: string): Chunk {
    const due = addDays(at.slice(0, 10), 42);
    return this.#stream.record(at, [
      { type: 'trajectory.commitment-asked.v1', data: { layer: this.#layer, due } },
      { type: 'trajectory.started.v1', data: {} },
    ]);
  }

  /** Their answer. */
  isAnswered(at: string): Chunk {
    const layer = this.#layer;
    const on = addDays(at.slice(0, 10), 14);
    const reason = sealedText(this.#dice);
    const answers: Happening[] = [
      { type: 'trajectory.commitment-given.v1', data: { layer } },
      { type: 'trajectory.commitment-put-on-agenda.v1', data: { layer, on } },
      { type: 'trajectory.commitment-refused.v1', data: { layer, reason } },
    ];
    return this.#stream.record(at, [this.#dice.one(this.#dice.isSo(0.7) ? answers.slice(0, 1) : answers)]);
  }

  /** Somebody speaks to it. */
  isContacted(at: string): Chunk {
    const summary = sealedText(this.#dice);
    const data = { kind: this.#dice.one(CONTACTS), roles: ['secretary', 'lead'], summary };
    const chunk = this.#stream.record(at, [{ type: 'trajectory.contacted.v1', data }]);
    this.#contact = chunk.events[0];
    return chunk;
  }

  /** What was written down about the contact was wrong. */
  isCorrected(at: string): Chunk | undefined {
    const contact = this.#contact;
    if (contact?.type !== 'trajectory.contacted.v1') return undefined;
    const corrects = { event: contact.id, kind: 'correction', reason: sealedText(this.#dice) } as const;
    const data = { ...contact.data, roles: ['portfolio-holder'], summary: sealedText(this.#dice) };
    return this.#stream.record(at, [{ type: 'trajectory.contacted.v1', data, corrects }]);
  }
}
