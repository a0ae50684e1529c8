import type { DossierDetail } from '../../data/answers/dossier.ts';
import { story } from '../../data/ask.ts';
import { mayReadStories, useSession } from '../../data/session.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked } from '../../ui/asked.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';

/** What happened to an item: its story in words for who may read that, else its facts alone. */
export function ItemStory({ item }: { readonly item: DossierDetail }) {
  const { t, day, pick } = useWords();
  const session = useSession();
  const { day: past } = useProgramme();
  return (
    <Section title={t('story.title')}>
      {mayReadStories(session?.role) ? (
        <Asked query={story({ id: item.item, day: past }, 'item')} lines={4}>
          {({ items }) => (
            <ol className="story">
              {items.map(({ eventId, occurredOn, recordedAt, words, texts }) => (
                <li key={eventId}>
                  <span className="story__day">{day(occurredOn?.value ?? recordedAt)}</span>
                  <div>
                    <p>{words}</p>
                    {Object.values(texts).map((text) => text !== null && <blockquote key={text}>{text}</blockquote>)}
                  </div>
                </li>
              ))}
            </ol>
          )}
        </Asked>
      ) : (
        <ol className="story">
          {item.facts.map(({ event, on, words }) => (
            <li key={event}>
              <span className="story__day">{day(on)}</span>
              <p>{pick(words)}</p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
