import { questions } from '../../data/ask.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';

/** The change questions that were brought in, and how many others have one like it. */
export function Questions({ trajectory }: { readonly trajectory: string }) {
  const { t, day, pick } = useWords();
  return (
    <Section title={t('questions.title')}>
      <Asked query={questions(useProgramme())} lines={2}>
        {({ items }) => {
          const own = items.filter((item) => item.trajectory === trajectory);
          if (own.length === 0) return <Empty>{t('questions.empty')}</Empty>;
          return (
            <ul className="rows">
              {own.map(({ question, category, categoryLabel, since, alike }) => (
                <li key={question} className="row">
                  <span className="row__main">
                    {categoryLabel === null ? category : pick(categoryLabel)}
                    <span className="row__note">{day(since)}</span>
                  </span>
                  <span>{t('questions.alike', { count: alike.category })}</span>
                </li>
              ))}
            </ul>
          );
        }}
      </Asked>
    </Section>
  );
}
