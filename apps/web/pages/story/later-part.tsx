import type { StoryLine } from '../../data/answers/follow.ts';
import { useWords } from '../../ui/words.tsx';

/** Marks what was corrected or retracted since: when, and by which number of the log. */
export function LaterPart({ later }: { readonly later: readonly StoryLine[] }) {
  const { t, day } = useWords();
  return later.map(({ eventId, recordedAt, ordinal, data }) => (
    <strong key={eventId} className="row__note">
      {t(data === undefined ? 'story.retracted' : 'story.corrected', { day: day(recordedAt), ordinal })}
    </strong>
  ));
}
