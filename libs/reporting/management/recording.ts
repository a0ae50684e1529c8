import { daysLate } from '#audit/story/lateness';
import { subjectIds } from '#domain/kernel/subject';
import type { StoryEntry } from '#views/story/story';
import type { LateFact } from './report.ts';

export interface RecordingFigures {
  readonly recordedLate: readonly LateFact[];
  readonly corrections: number;
  readonly retractions: number;
}

/** How the programme was recorded: what came late, what was corrected and what was taken back. */
export function recordingFigures(
  story: readonly StoryEntry[],
  nameOf: (trajectory: string) => string | undefined,
): RecordingFigures {
  const kinds = story.map(({ event }) => event.corrects?.kind);
  return {
    recordedLate: story.flatMap((entry) => lateFact(entry, nameOf)),
    corrections: kinds.filter((kind) => kind === 'correction').length,
    retractions: kinds.filter((kind) => kind === 'retraction').length,
  };
}

function lateFact({ ordinal, event }: StoryEntry, nameOf: (trajectory: string) => string | undefined): LateFact[] {
  const days = daysLate(event);
  if (days === undefined || !event.occurredOn) return [];
  const trajectories = subjectIds(event.subjects, 'trajectory');
  return [
    {
      ordinal,
      type: event.type,
      // A fact about many (attendance) is nobody's in particular.
      organisation: (trajectories.length === 1 && nameOf(trajectories[0] ?? '')) || null,
      recordedAt: event.recordedAt,
      occurredOn: event.occurredOn.value,
      daysLate: days,
    },
  ];
}
