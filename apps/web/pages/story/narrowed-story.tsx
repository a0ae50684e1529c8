import type { ReactNode } from 'react';
import type { StoryLine } from '../../data/answers/follow.ts';
import { Empty } from '../../ui/asked.tsx';
import { useWords } from '../../ui/words.tsx';
import { choosableIn, everything, isChoice, type Narrowing, narrowed, offered } from './narrowing.ts';
import { StoryFilter } from './story-filter.tsx';

interface Props {
  readonly story: readonly StoryLine[];
  readonly wanted: Narrowing;
  readonly onNarrow: (part: Partial<Narrowing>) => void;
  /** Whether the types of the log are chosen from, too. */
  readonly withTypes?: boolean;
  /** Shows the lines that are left; there is at least one. */
  readonly children: (shown: readonly StoryLine[]) => ReactNode;
}

/** So many lines are looked through without help. */
const few = 5;

/** A story with the choices by which it can be narrowed, where it offers any. */
export function NarrowedStory({ story, wanted, onNarrow, withTypes = false, children }: Props) {
  const { t } = useWords();
  const choosable = choosableIn(story, withTypes);
  const isNarrowable = story.length > few && isChoice(choosable);
  const chosen = isNarrowable ? offered(wanted, choosable) : everything;
  const shown = narrowed(story, chosen);
  return (
    <>
      {isNarrowable && <StoryFilter choosable={choosable} chosen={chosen} onChange={onNarrow} />}
      {isNarrowable && (
        <p role="status" className="hint">
          {shown.length < story.length && t('story.count', { shown: shown.length, all: story.length })}
        </p>
      )}
      {shown.length === 0 && story.length > 0 && <Empty>{t('story.none')}</Empty>}
      {shown.length > 0 && children(shown)}
    </>
  );
}
