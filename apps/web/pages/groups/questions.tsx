import { useQuery } from '@tanstack/react-query';
import type { ChangeQuestion } from '../../data/answers/follow.ts';
import { questionTexts } from '../../data/ask-groups.ts';
import { mayReadStories, useSession } from '../../data/session.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { useWords } from '../../ui/words.tsx';

/** The words of each question, by the event that told them; none for a role that may not read free text. */
function useTexts(): (event: string) => string | undefined {
  const session = useSession();
  const about = useProgramme();
  const lines = useQuery({ ...questionTexts(about), enabled: mayReadStories(session?.role) }).data?.data.items ?? [];
  return (event) => {
    const told = lines.find(({ eventId }) => eventId === event);
    return Object.values(told?.texts ?? {}).find((text) => text !== null) ?? undefined;
  };
}

/** The questions of one applicant: category, tags, and the words themselves. */
export function Questions({ questions }: { readonly questions: readonly ChangeQuestion[] }) {
  const { t, pick } = useWords();
  const textOf = useTexts();
  if (questions.length === 0) return <span className="row__note">{t('groups.noQuestion')}</span>;
  return (
    <ul className="plain-list">
      {questions.map(({ question, category, categoryLabel, tags, event }) => (
        <li key={question}>
          <strong>{categoryLabel === null ? category : pick(categoryLabel)}</strong>
          {tags.length > 0 && <span className="row__note">{tags.join(', ')}</span>}
          {textOf(event) !== undefined && <span className="row__note">{textOf(event)}</span>}
        </li>
      ))}
    </ul>
  );
}
