import type { Subject } from './subject.ts';
import type { ProtectedText } from './text.ts';
import type { OccurredOn } from './time.ts';

/** Type and content: what a table of definitions describes. */
export interface Content {
  readonly type: string;
  readonly data: unknown;
}

/** What an event corrects or retracts. `event` is always the fact as it was first recorded, also on a second correction. */
export interface Correction {
  readonly event: string;
  readonly kind: 'correction' | 'retraction';
  readonly reason: ProtectedText;
}

/** An event that a decision brings forth: content, the subjects it concerns, and, for a fact, when it happened. */
export type New<E extends Content> = E & {
  readonly subjects: readonly Subject[];
  readonly occurredOn?: OccurredOn;
  readonly corrects?: Correction;
};

/** An event as `evolve` and the folds see it: recorded, with its id and the moment of recording (UTC). */
export type Recorded<E extends Content = Content> = E & {
  readonly id: string;
  readonly recordedAt: string;
  /** Of a correction that stands in the place of a fact (`inPlace`): the moment at which that fact was recorded at first. */
  readonly firstRecordedAt?: string;
  readonly subjects: readonly Subject[];
  readonly occurredOn?: OccurredOn;
  readonly corrects?: Correction;
};

/**
 * The history as it should have been: each correction stands in the place of the fact that it corrects (the last one
 * counts), and retracted facts are gone. The order is otherwise that of the log.
 *
 * A correction keeps the id of the fact that it replaces, so that later events still refer to it.
 */
export function inPlace<E extends Content>(history: readonly Recorded<E>[]): Recorded<E>[] {
  const last = new Map<string, Recorded<E>>();
  for (const event of history) if (event.corrects) last.set(event.corrects.event, event);
  if (last.size === 0) return [...history];
  const result: Recorded<E>[] = [];
  for (const event of history) {
    if (event.corrects) continue;
    const replacement = last.get(event.id);
    if (!replacement) result.push(event);
    else if (replacement.corrects?.kind === 'correction') {
      result.push({ ...replacement, id: event.id, firstRecordedAt: event.recordedAt });
    }
  }
  return result;
}
