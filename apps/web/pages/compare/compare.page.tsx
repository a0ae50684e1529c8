import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button } from '@utrecht/component-library-react';
import { type FormEvent, useState } from 'react';
import { programme } from '../../data/ask.ts';
import type { Period } from '../../data/ask-between.ts';
import { addDays, isDay } from '../../data/dates.ts';
import { keepPast } from '../../data/moment.ts';
import { mayReadStories, useSession } from '../../data/session.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Empty, Skeleton } from '../../ui/asked.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';
import { Changes } from './changes.tsx';
import { FiguresPart } from './figures-part.tsx';

const route = getRouteApi('/programmas/$programme/vergelijken');
/** A month is compared until somebody chooses otherwise. */
const usualDays = 30;

/** Two days beside each other: the figures of both, and everything that was recorded between them. */
export function ComparePage() {
  const { t } = useWords();
  const about = useProgramme();
  const session = useSession();
  const { van, tot, waarom } = route.useSearch();
  const today = useQuery(programme(about)).data?.basis.validOn;
  const until = tot ?? today;
  const from = van ?? (until === undefined ? undefined : addDays(until, -usualDays));
  const period = from === undefined || until === undefined ? undefined : { from, until };
  return (
    <>
      <PageTitle title={t('nav.compare')} lead={<p>{t('compare.lead')}</p>} />
      {!mayReadStories(session?.role) && <Empty>{t('news.forbidden')}</Empty>}
      {mayReadStories(session?.role) && period === undefined && <Skeleton lines={6} />}
      {mayReadStories(session?.role) && period !== undefined && (
        <>
          <PeriodForm key={`${period.from}${period.until}`} period={period} />
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

function PeriodForm({ period }: { readonly period: Period }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [from, setFrom] = useState(period.from);
  const [until, setUntil] = useState(period.until);
  const isOrdered = isDay(from) && isDay(until) && from < until;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isOrdered) void navigate({ to: '.', search: (now) => ({ ...keepPast(now), van: from, tot: until }) });
  };
  return (
    <form className="filters" onSubmit={submit}>
      <label>
        {t('compare.from')}
        <input type="date" value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
      </label>
      <label>
        {t('compare.until')}
        <input type="date" value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
      </label>
      <Button appearance="primary-action-button" type="submit">
        {t('compare.action')}
      </Button>
      {!isOrdered && (
        <p role="alert" className="part__failure">
          {t('compare.order')}
        </p>
      )}
    </form>
  );
}
