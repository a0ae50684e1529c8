import { subjectIds } from '#domain/kernel/subject';
import type { LoggedEvent } from '#log/contract/codec';
import type { LateStanding } from '#views/registration-lag/every-late';
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

/** What is known of the recording of a programme. */
export interface Recording {
  /** With the event that stands for the fact. */
  readonly late: readonly (readonly [fact: LateStanding, event: LoggedEvent])[];
  readonly corrected: Pick<RecordingFigures, 'corrections' | 'retractions'>;
}

/** How the programme was recorded: what came late, what was corrected and what was taken back. */
export function recordingFigures({ late, corrected }: Recording, names: NamesInReport): RecordingFigures {
  return { recordedLate: late.flatMap(([fact, event]) => lateFact(fact, event, names)), ...corrected };
}

function lateFact(fact: LateStanding, { occurredOn }: LoggedEvent, names: NamesInReport): LateFact[] {
  if (!occurredOn) return [];
  const trajectories = subjectIds(fact.subjects, 'trajectory');
  return [
    {
      ordinal: fact.ordinal,
      type: fact.type,
      // A fact about many (attendance) is nobody's in particular.
      organisation: (trajectories.length === 1 && names.organisation(trajectories[0] ?? '')) || null,
      recordedAt: fact.recordedAt,
      occurredOn: occurredOn.value,
      daysLate: fact.days,
      meeting: names.meeting(subjectIds(fact.subjects, 'meeting')[0] ?? '') ?? null,
    },
  ];
}
