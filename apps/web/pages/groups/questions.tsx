import type { ChangeQuestion } from '../../data/answers/follow.ts';
import { useQuestionTexts } from '../../ui/question-texts.ts';
import { useWords } from '../../ui/words.tsx';

/** The questions of one applicant: category, tags, and the words themselves. */
export function Questions({ questions }: { readonly questions: readonly ChangeQuestion[] }) {
  const { t, pick } = useWords();
  const textOf = useQuestionTexts();
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
