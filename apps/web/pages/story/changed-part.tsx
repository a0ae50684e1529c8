import { useQuery } from '@tanstack/react-query';
import type { StoryLine } from '../../data/answers/follow.ts';
import { progress } from '../../data/ask.ts';
import { isDay, isMonth } from '../../data/dates.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { useCodeWords } from '../../ui/facts/codes.ts';
import type { Field } from '../../ui/facts/fields.ts';
import { happenedOn } from '../../ui/happened-on.ts';
import { useWords } from '../../ui/words.tsx';
import { changedFields } from './changed-fields.ts';
import { useOwnFields } from './own-fields.ts';

/** Fields with the fields inside them. */
function withInner(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => {
    if (field.kind === 'part') return [field, ...withInner(field.fields)];
    return field.kind === 'list' ? withInner([field.of]) : [field];
  });
}

/** What a correction changed: what it was, and what it became. */
export function ChangedPart({ before, after }: { readonly before: StoryLine; readonly after: StoryLine }) {
  const { t, day, word } = useWords();
  const codeWord = useCodeWords();
  const standings = useQuery(progress(useProgramme())).data?.data.items ?? [];
  const fields = withInner(useOwnFields()(after.type));
  const nameOf = (name: string) =>
    standings.find(({ trajectory }) => trajectory === name)?.organisation.name ?? word('fact', name);
  const wordsFor = (name: string, value: string) => {
    if (value === '') return t('none');
    if (isDay(value) || isMonth(value)) return happenedOn(value, day);
    const field = fields.find((each) => each.name === name);
    return field !== undefined && 'words' in field && field.words !== undefined
      ? word(field.words, value)
      : codeWord(name, value);
  };
  return (
    <dl className="changed">
      {changedFields(before, after).map(({ path, was, became }) => (
        <div key={path.join('.')}>
          <dt>{path.map(nameOf).join(', ')}</dt>
          <dd>
            <del>
              <span className="hidden">{t('story.was')} </span>
              {wordsFor(path.at(-1) ?? '', was)}
            </del>
            <span aria-hidden="true"> → </span>
            <ins>
              <span className="hidden">{t('story.became')} </span>
              {wordsFor(path.at(-1) ?? '', became)}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
