import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '@utrecht/component-library-react';
import { type FormEvent, useState } from 'react';
import { programme } from '../data/ask.ts';
import type { Period } from '../data/ask-between.ts';
import { addDays, isDay } from '../data/dates.ts';
import { keepPast } from '../data/moment.ts';
import type { PeriodSearch } from '../data/period.ts';
import { useProgramme } from '../shell/use-programme.ts';
import { useWords } from './words.tsx';

/** A month, until somebody chooses otherwise. */
const usualDays = 30;

/**
 * The period of the page: as it was chosen, else the month before today; undefined until today is known. Who looks at the
 * past sees nothing of later.
 */
export function usePeriod({ van, tot }: PeriodSearch): Period | undefined {
  const about = useProgramme();
  const today = useQuery(programme(about)).data?.basis.validOn;
  const isLater = about.day !== undefined && tot !== undefined && tot > about.day;
  const until = isLater ? about.day : (tot ?? today);
  if (until === undefined) return undefined;
  return { from: van !== undefined && van < until ? van : addDays(until, -usualDays), until };
}

/** Chooses the two days of a period; they stand in the address. */
export function PeriodForm({ period, action }: { readonly period: Period; readonly action: string }) {
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
        {action}
      </Button>
      {!isOrdered && (
        <p role="alert" className="part__failure">
          {t('compare.order')}
        </p>
      )}
    </form>
  );
}
