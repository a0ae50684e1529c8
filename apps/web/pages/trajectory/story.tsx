import { story } from '../../data/ask.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked } from '../../ui/asked.tsx';
import { useWords } from '../../ui/words.tsx';

/** The story in words, the latest first. */
export function Story({ trajectory }: { readonly trajectory: string }) {
  const { t, day } = useWords();
  const { day: past } = useProgramme();
  return (
    <Asked query={story({ id: trajectory, day: past }, 'trajectory')} lines={8}>
      {({ items, total }) => (
        <>
          <ol className="story" reversed>
            {items.toReversed().map(({ eventId, occurredOn, recordedAt, words, texts }) => (
              <li key={eventId}>
                <span className="story__day">
                  {occurredOn?.precision === 'month' ? occurredOn.value : day(occurredOn?.value ?? recordedAt)}
                </span>
                <div>
                  <p>{words}</p>
                  {Object.values(texts).map((text) => text !== null && <blockquote key={text}>{text}</blockquote>)}
                </div>
              </li>
            ))}
          </ol>
          {total > items.length && <p className="hint">{t('news.more', { more: total - items.length })}</p>}
        </>
      )}
    </Asked>
  );
}
