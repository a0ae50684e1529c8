import type { Recorded } from '#domain/kernel/event';
import type { Evidence } from '#domain/kernel/names';
import { dueOf } from '#domain/progress/lateness';
import { type Commitment, type CommitmentFact, commitmentOf } from '#domain/trajectory/commitment';
import type { CommitmentEvent } from '#domain/trajectory/commitment-events';
import { addByDay } from '#domain/trajectory/course';
import { commitmentFactOf } from '#domain/trajectory/facts';
import { defineView } from '../engine/view-definition.ts';
import { firstOf, never } from '../folding.ts';

/** A fact of commitment, and the event that tells it (and holds the reason, where there is one). */
export type TracedCommitmentFact = CommitmentFact & { readonly event: string };

export interface CommitmentRow {
  readonly trajectory: string;
  readonly organisation: string;
  readonly layer: string;
  /** In the order in which they happened. Where they lead depends on the day that is asked: `commitmentOf`. */
  readonly facts: readonly TracedCommitmentFact[];
}

/** A commitment whose first recorded fact is not the asking is a commitment all the same. */
function withFact(row: CommitmentRow | undefined, event: Recorded<CommitmentEvent>, key: string): CommitmentRow {
  const before = row ?? {
    trajectory: firstOf(event, 'trajectory') ?? key,
    organisation: firstOf(event, 'organisation') ?? '',
    layer: event.data.layer,
    facts: [],
  };
  const fact: TracedCommitmentFact = { ...commitmentFactOf(event, before.facts), event: event.id };
  return { ...before, facts: addByDay<TracedCommitmentFact>(before.facts, fact) };
}

/** What proves the last confirmation among these facts. */
export function evidenceOf(facts: readonly TracedCommitmentFact[]): Evidence | null {
  const last = facts.findLast((fact) => fact.fact === 'confirmed' && fact.evidence);
  return last?.fact === 'confirmed' ? (last.evidence ?? null) : null;
}

/** Where the commitment was after each of its facts. */
function courseOf({ facts }: CommitmentRow): Commitment[] {
  return facts.map((_fact, index) => commitmentOf(facts.slice(0, index + 1)));
}

/** One row for each layer of each trajectory: the facts of the commitment, with their dates and the evidence. */
export const commitmentView = defineView<CommitmentRow>({
  name: 'commitment',
  version: 6,
  subject: 'commitment',
  columns: {
    trajectory: { type: 'text', of: ({ trajectory }) => trajectory },
    organisation: { type: 'text', of: ({ organisation }) => organisation },
    layer: { type: 'text', of: ({ layer }) => layer },
    // Beside each other: from each of the days on it is at that step, and the next word is due on that day.
    days: { type: 'date[]', of: (row) => row.facts.map(({ on }) => on) },
    steps: { type: 'text[]', of: (row) => courseOf(row).map(({ step }) => step) },
    dues: { type: 'date[]', of: (row) => courseOf(row).map((commitment) => dueOf(commitment) ?? never) },
  },
  on: {
    'trajectory.commitment-asked.v1': withFact,
    'trajectory.commitment-due-moved.v1': withFact,
    'trajectory.commitment-put-on-agenda.v1': withFact,
    'trajectory.commitment-given.v1': withFact,
    'trajectory.commitment-confirmed.v1': withFact,
    'trajectory.commitment-refused.v1': withFact,
    'trajectory.commitment-put-under-pressure.v1': withFact,
    'trajectory.commitment-pressure-relieved.v1': withFact,
    'trajectory.commitment-put-in-question.v1': withFact,
    'trajectory.commitment-lapsed.v1': withFact,
    'trajectory.commitment-withdrawn.v1': withFact,
    'trajectory.commitment-ended.v1': withFact,
  },
});
