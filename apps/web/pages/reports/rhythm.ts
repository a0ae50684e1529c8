import type { ReportSchedule } from '../../data/answers/programme.ts';
import { useWords } from '../../ui/words.tsx';

/** A schedule in words: every week on Monday at 08:00. */
export function useRhythm(): (schedule: Pick<ReportSchedule, 'every' | 'day' | 'time'>) => string {
  const { t, word } = useWords();
  return ({ every, day, time }) =>
    every === 'week'
      ? t('reports.weekly', { day: word('weekday', String(day)), time })
      : t('reports.monthly', { day, time });
}
