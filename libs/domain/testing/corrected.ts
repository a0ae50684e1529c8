import { expect } from '@jest/globals';
import { type CorrectionContext, decideCorrection } from '../kernel/corrections.ts';
import { type Aggregate, type Decision, evolveAll } from '../kernel/decision.ts';
import { type Content, inPlace, type Recorded } from '../kernel/event.ts';
import { because, day, noonOf, on } from './fixtures.ts';
import { idNumber } from './story.ts';

/** A stream of which a fact is put right, and by what its correction is judged. */
export interface Stream<S, C, E extends Content, X> {
  readonly aggregate: Aggregate<S, C, E, X>;
  readonly history: readonly Recorded<E>[];
  readonly context: CorrectionContext;
}

/** What should have been recorded: on which day it happened and, where that was wrong too, what it said. */
export interface Right {
  readonly on: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Later than everything that these tests tell. */
const recordedOn = '2026-06-01';

/** Corrects that fact: from then on everything is as if it had been recorded right at once. */
export function expectCorrected<S, C, E extends Content, X>(
  { aggregate, history, context }: Stream<S, C, E, X>,
  wrong: Recorded<E>,
  right: Right,
): void {
  const said = { data: right.data ?? wrong.data, occurredOn: day(right.on) };
  const fact = { event: wrong.id, ...said, reason: because };
  const decision = decideCorrection({ type: 'correct-fact', ...on(recordedOn), ...fact }, history, context);
  if (decision.outcome === 'refused') {
    expect(decision.refusal.code).toBe('nothing-changed');
    return;
  }
  const atOnce = history.map((event) => (event === wrong ? { ...event, ...said } : event));
  const corrected = [...history, ...recordedLater<E>(decision)];
  expect(evolveAll(aggregate, inPlace(corrected))).toEqual(evolveAll(aggregate, atOnce));
}

/** Retracts that fact, which must be possible: from then on everything is as if it had never happened. */
export function expectRetracted<S, C, E extends Content, X>(
  { aggregate, history, context }: Stream<S, C, E, X>,
  wrong: Recorded<E>,
): void {
  const retract = { type: 'retract-fact' as const, at: noonOf(recordedOn), event: wrong.id, reason: because };
  const decision = decideCorrection(retract, history, context);
  if (decision.outcome === 'refused') throw new Error(decision.refusal.code);
  const without = history.filter((event) => event !== wrong);
  const retracted = [...history, ...recordedLater<E>(decision)];
  expect(evolveAll(aggregate, inPlace(retracted))).toEqual(evolveAll(aggregate, without));
}

/** A correction brings forth facts of the stream that it corrects. */
function recordedLater<E extends Content>(decision: Extract<Decision<Content>, { outcome: 'accepted' }>) {
  const recorded = decision.events.map((event) => ({ ...event, id: idNumber(1), recordedAt: noonOf(recordedOn) }));
  return recorded as readonly Recorded[] as readonly Recorded<E>[];
}
