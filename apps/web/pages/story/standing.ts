import type { StoryLine } from '../../data/answers/follow.ts';

/** What was recorded by a line and by what it corrects. */
export interface Versions {
  /** Whether it stands: it was not corrected or retracted since. */
  readonly stands: boolean;
  /** What stood before this corrected it; undefined for what corrects nothing. */
  readonly before: StoryLine | undefined;
  /** What corrected or retracted it since, in the order of recording. */
  readonly later: readonly StoryLine[];
}

/** Where a line of a story is in the line of corrections of its fact; the story is in the order of recording. */
export function versionsOf(line: StoryLine, story: readonly StoryLine[]): Versions {
  const root = line.corrects ?? line.eventId;
  const versions = story.filter(({ eventId, corrects }) => eventId === root || corrects === root);
  const place = versions.findIndex(({ eventId }) => eventId === line.eventId);
  const later = versions.slice(place + 1);
  return {
    stands: line.data !== undefined && later.length === 0,
    before: line.corrects == null ? undefined : versions[place - 1],
    later,
  };
}
