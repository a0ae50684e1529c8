import type { Recorded } from '#domain/kernel/event';
import { addByDay } from '#domain/trajectory/course';
import { dayOfFact } from '#domain/trajectory/facts';
import type { EventOf } from '../engine/view-definition.ts';

/** How a question was put from a day on. */
export interface Said {
  readonly on: string;
  readonly category: string;
  readonly tags: readonly string[];
  /** The event that holds the text. */
  readonly event: string;
}

export type QuestionEvent = EventOf<'trajectory.question-brought-in.v1' | 'trajectory.question-sharpened.v1'>;

/** A question that was brought in or sharpened once more; in the order in which that happened. */
export function withSaid(said: readonly Said[], event: QuestionEvent): readonly Said[] {
  return addByDay<Said>(said, saidIn(event, said));
}

function saidIn(event: Recorded<QuestionEvent>, before: readonly Said[]): Said {
  const { category, tags } = event.data;
  return { on: dayOfFact(event, before), category, tags, event: event.id };
}

/** How the question was put on that day; undefined before it was brought in. */
export function saidOn(said: readonly Said[], day: string): Said | undefined {
  return said.findLast(({ on }) => on <= day);
}
