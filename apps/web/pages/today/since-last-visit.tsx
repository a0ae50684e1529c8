import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { changesSince, programme } from '../../data/ask.ts';
import { mayReadStories, useSession } from '../../data/session.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';
import { sawUntil, seenBefore } from './last-visit.ts';

/** What was recorded since the last visit from this device, corrections with their reason. */
export function SinceLastVisit() {
  const { t } = useWords();
  const session = useSession();
  const { id, isPast } = useProgramme();
  const now = useQuery({ ...programme({ id }), enabled: !isPast }).data?.basis.ordinal;
  const from = seenBefore(id);
  useEffect(() => {
    if (now !== undefined) sawUntil(id, now);
  }, [id, now]);
  if (isPast) return null;
  return (
    <Section title={t('news.title')}>
      {!mayReadStories(session?.role) && <Empty>{t('news.forbidden')}</Empty>}
      {mayReadStories(session?.role) && from === undefined && <Empty>{t('news.first')}</Empty>}
      {mayReadStories(session?.role) && from !== undefined && <Changes programmeId={id} from={from} />}
    </Section>
  );
}

function Changes({ programmeId, from }: { readonly programmeId: string; readonly from: number }) {
  const { t, day, word } = useWords();
  return (
    <Asked query={changesSince(programmeId, `ordinal:${from}`)}>
      {({ items, total }) => (
        <>
          {items.length === 0 && <Empty>{t('news.empty')}</Empty>}
          <ul className="rows">
            {items.map(({ eventId, words, cause, causeWords, recordedAt, texts }) => (
              <li key={eventId} className="row">
                <span className="row__day">{day(recordedAt, 'short')}</span>
                <span className="row__main">
                  {words}
                  {cause !== 'real' && (
                    <span className="row__note">
                      {word('cause', cause)}: {texts['reason'] ?? causeWords}
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ul>
          {total > items.length && <p className="hint">{t('news.more', { more: total - items.length })}</p>}
        </>
      )}
    </Asked>
  );
}
