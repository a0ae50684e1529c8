import type { DossierDetail } from '../../data/answers/dossier.ts';
import { mayReadStories, useSession } from '../../data/session.ts';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';
import { Story } from '../story/story.tsx';

/** What happened to an item: its story in words for who may read that, else its facts alone. */
export function ItemStory({ item }: { readonly item: DossierDetail }) {
  const { t, day, pick } = useWords();
  const session = useSession();
  return (
    <Section title={t('story.title')}>
      {mayReadStories(session?.role) ? (
        <Story kind="item" id={item.item} />
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
