import type { StoryLine } from '../../data/answers/follow.ts';

/** What was recorded by a line and by what it corrects. */
export interface Versions {
  /** Whether it stands: it was not corrected or retracted since. */
  readonly stands: boolean;
  /** What stood before this corrected it; undefined for what corrects nothing. */
  readonly before: StoryLine | undefined;
}

/** Where a line of a story is in the line of corrections of its fact; the story is in the order of recording. */
export function versionsOf(line: StoryLine, story: readonly StoryLine[]): Versions {
  const root = line.corrects ?? line.eventId;
  const versions = story.filter(({ eventId, corrects }) => eventId === root || corrects === root);
  const place = versions.findIndex(({ eventId }) => eventId === line.eventId);
  return {
    stands: line.data !== undefined && place === versions.length - 1,
    before: line.corrects == null ? undefined : versions[place - 1],
  };
}
