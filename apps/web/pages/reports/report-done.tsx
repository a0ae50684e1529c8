import type { ManagementReport } from '../../data/answers/report.ts';
import { FigureTable } from '../../ui/figure-table.tsx';
import { wholeHoursIn } from '../../ui/hours.ts';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';
import { percentPresent } from './attendance.ts';

/** Milestones, meetings, questions and support, and how all of it was recorded. */
export function MilestonesAndMeetings({ report }: { readonly report: ManagementReport }) {
  const { t, day, pick } = useWords();
  const { milestones, meetings, attendance, questions, support, labels } = report;
  const percent = percentPresent(attendance);
  const hours = (minutes: number) => t('reports.hours', { hours: wholeHoursIn(minutes) });
  return (
    <>
      <Section title={t('standing.milestones')}>
        <FigureTable
          caption={t('standing.milestones')}
          heads={[t('milestone.reached'), t('reports.expected')]}
          rows={milestones.map(({ label, reached, due }) => [pick(label), reached, due])}
        />
      </Section>
      <Section title={t('nav.meetings')}>
        {percent !== null && <p>{t('reports.attendance', { percent })}</p>}
        <FigureTable
          caption={t('nav.meetings')}
          heads={[t('reports.date'), t('reports.present'), t('reports.excused'), t('reports.absent')]}
          rows={meetings.map(({ title, date, held, state, present, excused, absent }) => [
            title,
            held ? day(date) : t(state === 'cancelled' ? 'reports.cancelled' : 'reports.toCome', { day: day(date) }),
            held ? present : t('none'),
            held ? excused : t('none'),
            held ? absent : t('none'),
          ])}
        />
      </Section>
      <Section title={t('questions.title')}>
        <div className="halves">
          <FigureTable
            caption={t('reports.byCategory')}
            rows={Object.entries(questions).map(([key, count]) => [
              pick(labels.categories[key] ?? { nl: key, en: key }),
              count,
            ])}
          />
          <FigureTable
            caption={t('reports.support')}
            rows={[
              [t('reports.requested'), support.requested],
              [t('reports.matched'), support.matched],
              [t('reports.completed'), support.completed],
              [t('reports.planned'), hours(support.plannedMinutes)],
              [t('reports.delivered'), hours(support.deliveredMinutes)],
            ]}
          />
        </div>
      </Section>
      <Section title={t('reports.recording')}>
        <FigureTable
          caption={t('reports.recording')}
          rows={[
            [t('reports.recordedLate'), report.recordedLate.length],
            [t('reports.corrections'), report.corrections],
            [t('reports.retractions'), report.retractions],
          ]}
        />
      </Section>
    </>
  );
}
