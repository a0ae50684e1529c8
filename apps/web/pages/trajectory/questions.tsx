import type { ChangeQuestion } from '../../data/answers/follow.ts';
import { questions } from '../../data/ask.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { CommandChoices } from '../../ui/facts/command-choices.tsx';
import { useQuestionTexts } from '../../ui/question-texts.ts';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';
import { questionCommands } from './commands.ts';

/** The change questions that were brought in, and how many others have one like it. */
export function Questions({ trajectory }: { readonly trajectory: string }) {
  const { t } = useWords();
  const mayRecord = useMayRecord();
  const textOf = useQuestionTexts();
  return (
    <Section title={t('questions.title')}>
      <Asked query={questions(useProgramme())} lines={2}>
        {({ items }, { basis }) => {
          const own = items.filter((item) => item.trajectory === trajectory);
          if (own.length === 0) return <Empty>{t('questions.empty')}</Empty>;
          return (
            <ul className="rows">
              {own.map((question) => (
                <QuestionRow
                  key={question.question}
                  question={question}
                  text={textOf(question.event)}
                  today={mayRecord ? basis.validOn : undefined}
                />
              ))}
            </ul>
          );
        }}
      </Asked>
    </Section>
  );
}

interface Props {
  readonly question: ChangeQuestion;
  /** What it says; left out for who may not read it. */
  readonly text: string | undefined;
  /** Left out where nothing can be recorded. */
  readonly today: string | undefined;
}

function QuestionRow({ question: asked, text, today }: Props) {
  const { t, day, pick } = useWords();
  const { question, trajectory, category, categoryLabel, tags, since, alike } = asked;
  const name = categoryLabel === null ? category : pick(categoryLabel);
  return (
    <li className="row">
      <span className="row__main">
        {name}
        <span className="row__note">{[day(since), ...tags].join(', ')}</span>
        {text !== undefined && <span className="row__note">{text}</span>}
      </span>
      <span>{t('questions.alike', { count: alike.category })}</span>
      {today !== undefined && (
        <CommandChoices
          commands={questionCommands}
          legend={t('questions.actions', { name })}
          isInRow
          id={trajectory}
          fixed={{ question }}
          today={today}
          given={() => ({ category, tags, text: text ?? '' })}
        />
      )}
    </li>
  );
}
