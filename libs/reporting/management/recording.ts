import { daysLate } from '#audit/story/lateness';
import { subjectIds } from '#domain/kernel/subject';
import type { StoryEntry } from '#views/story/story';
import type { LateFact } from './report.ts';

export interface RecordingFigures {
  readonly recordedLate: readonly LateFact[];
  readonly corrections: number;
  readonly retractions: number;
}

/** How the report calls what a fact is about. */
export interface NamesInReport {
  /** Whose trajectory it is. */
  organisation(trajectory: string): string | undefined;
  /** Its title. */
  meeting(meeting: string): string | undefined;
}

/** What the story of the programme says of its recording: only what may be late is read of it. */
export interface Recording {
  readonly perhapsLate: readonly StoryEntry[];
  readonly corrected: Pick<RecordingFigures, 'corrections' | 'retractions'>;
}

/** How the programme was recorded: what came late, what was corrected and what was taken back. */
export function recordingFigures({ perhapsLate, corrected }: Recording, names: NamesInReport): RecordingFigures {
  return { recordedLate: perhapsLate.flatMap((entry) => lateFact(entry, names)), ...corrected };
}

function lateFact({ ordinal, event }: StoryEntry, names: NamesInReport): LateFact[] {
  const days = daysLate(event);
  if (days === undefined || !event.occurredOn) return [];
  const trajectories = subjectIds(event.subjects, 'trajectory');
  return [
    {
      ordinal,
      type: event.type,
      // A fact about many (attendance) is nobody's in particular.
      organisation: (trajectories.length === 1 && names.organisation(trajectories[0] ?? '')) || null,
      recordedAt: event.recordedAt,
      occurredOn: event.occurredOn.value,
      daysLate: days,
      meeting: names.meeting(subjectIds(event.subjects, 'meeting')[0] ?? '') ?? null,
    },
  ];
}
