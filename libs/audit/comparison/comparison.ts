import type { StoryLine, Telling, Told } from '../story/line.ts';
import { inLogOrder, plainData, standingBefore, tell } from '../story/line.ts';
import { difference, type FieldChange } from './difference.ts';

/** A fact that reads otherwise now. */
export interface CorrectedFact {
  /** As it was first recorded. */
  readonly fact: StoryLine;
  /** By whom, when, why and by which way. */
  readonly correction: StoryLine;
  /** What the correction changed of what stood until then. */
  readonly fields: readonly FieldChange[];
}

export interface RetractedFact {
  readonly fact: StoryLine;
  readonly retraction: StoryLine;
}

/** What was recorded about a subject between two moments; the first is exclusive, the second inclusive. */
export interface RecordedBetween {
  /** Facts and decisions that were not known before; those that were recorded late are among them. */
  readonly added: readonly StoryLine[];
  readonly corrected: readonly CorrectedFact[];
  readonly retracted: readonly RetractedFact[];
  /** The ones of `added` that happened long before they were recorded. */
  readonly recordedLate: readonly StoryLine[];
}

/** What was recorded about a subject in a period, and what its words rest on. Both in the order of the log. */
export interface Recorded {
  readonly fresh: readonly Told[];
  /** The facts and earlier corrections that those are about, from before the period. */
  readonly around: readonly Told[];
}

/** Sorts what was recorded in a period by what it did. */
export async function recordedBetween({ fresh, around }: Recorded, telling: Telling): Promise<RecordedBetween> {
  const known = inLogOrder(around, fresh);
  const lines = new Map((await tell(known, telling)).map((line) => [line.eventId, line]));
  const added = fresh.filter(({ event }) => !event.corrects).flatMap(({ event }) => lines.get(event.id) ?? []);
  const pairs = fresh.flatMap((told) => pairOf(told, lines));
  const corrected = await Promise.all(
    pairs
      .filter(({ told }) => told.event.corrects?.kind === 'correction')
      .map(async ({ told, fact, line }) => ({
        fact,
        correction: line,
        fields: await fieldsOf(told, known, telling),
      })),
  );
  const retracted = pairs
    .filter(({ told }) => told.event.corrects?.kind === 'retraction')
    .map(({ fact, line }) => ({ fact, retraction: line }));
  return { added, corrected, retracted, recordedLate: added.filter((line) => line.daysLate !== undefined) };
}

/** A correction beside the fact that it is about. */
function pairOf(told: Told, lines: ReadonlyMap<string, StoryLine>) {
  const fact = told.event.corrects && lines.get(told.event.corrects.event);
  const line = lines.get(told.event.id);
  return fact && line ? [{ told, fact, line }] : [];
}

async function fieldsOf({ event }: Told, known: readonly Told[], telling: Telling): Promise<FieldChange[]> {
  const before = standingBefore(event, known);
  if (!before) return [];
  const was = { occurredOn: before.occurredOn?.value, ...asObject(await plainData(before, telling)) };
  const is = { occurredOn: event.occurredOn?.value, ...asObject(await plainData(event, telling)) };
  return difference(was, is, telling.names(event.envelope.programme));
}

function asObject(value: unknown): object {
  return value !== null && typeof value === 'object' ? value : {};
}
