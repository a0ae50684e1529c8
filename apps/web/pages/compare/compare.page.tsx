import { getRouteApi } from '@tanstack/react-router';
import { mayReadStories, useSession } from '../../data/session.ts';
import { Empty, Skeleton } from '../../ui/asked.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { PeriodForm, usePeriod } from '../../ui/period-form.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';
import { Changes } from './changes.tsx';
import { FiguresPart } from './figures-part.tsx';
import { readSearch } from './search.ts';

const route = getRouteApi('/programmas/$programme/vergelijken');

/** Two days beside each other: the figures of both, and everything that was recorded between them. */
export function ComparePage() {
  const { t } = useWords();
  const session = useSession();
  const { waarom, ...chosen } = readSearch(route.useSearch());
  const period = usePeriod(chosen);
  return (
    <>
      <PageTitle title={t('nav.compare')} lead={<p>{t('compare.lead')}</p>} />
      {!mayReadStories(session?.role) && <Empty>{t('news.forbidden')}</Empty>}
      {mayReadStories(session?.role) && period === undefined && <Skeleton lines={6} />}
      {mayReadStories(session?.role) && period !== undefined && (
        <>
          <PeriodForm key={`${period.from}${period.until}`} period={period} action={t('compare.action')} />
          <Section title={t('compare.figures')}>
            <FiguresPart period={period} />
          </Section>
          <Section title={t('compare.changes')}>
            <Changes period={period} cause={waarom} />
          </Section>
        </>
      )}
    </>
  );
}
