import { addDays } from '#domain/kernel/days';
import type { Content, New } from '#domain/kernel/event';
import { type Subject, subjectIds } from '#domain/kernel/subject';
import { subjectsNamed } from '#domain/kernel/subjects-named';
import type { SealedText } from '#domain/kernel/text';
import type { AnyEvent } from '#domain/registry';
import type { Dice } from '../dice.ts';
import type { Told } from '../events.ts';

/** Events that follow each other in one stream: what one append takes. */
export interface Chunk {
  readonly stream: string;
  /** The revision of the event before the first; -1 when the stream begins here. */
  readonly after: number;
  readonly events: readonly Told[];
}

/** One event before it has its id, its moment and its subjects. */
export type Happening = AnyEvent & Pick<New<Content>, 'corrects'>;

/** A text as long as people write them. Nobody holds its key, and no view opens it. */
export function sealedText(dice: Dice): SealedText {
  const data = dice.bytes(dice.whole(40, 160));
  return { $sealed: { key: dice.id(), iv: dice.bytes(12), data, tag: dice.bytes(16) } };
}

/** One stream of a programme, written to as the year goes by. */
export class Stream {
  #revision = -1;
  readonly #stream: string;
  readonly #about: readonly Subject[];
  readonly #dice: Dice;

  constructor(stream: string, about: readonly Subject[], dice: Dice) {
    this.#stream = stream;
    this.#about = about;
    this.#dice = dice;
  }

  /**
   * What happened, recorded at that moment; a fact happened up to five days before, and one in twelve long ago.
   */
  record(at: string, happenings: readonly Happening[]): Chunk {
    const after = this.#revision;
    this.#revision += happenings.length;
    return { stream: this.#stream, after, events: happenings.map((happening) => this.#told(at, happening)) };
  }

  #told(at: string, happening: Happening): Told {
    const isFact = /^(trajectory|meeting)\./.test(happening.type);
    const daysAgo = this.#dice.isSo(1 / 12) ? this.#dice.whole(30, 60) : this.#dice.whole(0, 5);
    const occurredOn = { precision: 'day', value: addDays(at.slice(0, 10), -daysAgo) } as const;
    const named = subjectsNamed(happening.data, subjectIds(this.#about, 'trajectory')[0]);
    return {
      ...happening,
      ...(isFact && { occurredOn }),
      id: this.#dice.id(),
      stream: this.#stream,
      at,
      subjects: [...new Set([...this.#about, ...named])],
    };
  }
}
