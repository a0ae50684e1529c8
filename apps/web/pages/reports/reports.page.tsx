import { Link } from '@tanstack/react-router';
import { programme } from '../../data/ask.ts';
import { keepPast } from '../../data/moment.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Asked } from '../../ui/asked.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';
import { Runs } from './runs.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import { Schedules } from './schedules.tsx';

/** The reports of the programme: as it is now, when it goes out by itself, and what went out. */
export function ReportsPage() {
  const { t } = useWords();
  const about = useProgramme();
  const mayRecord = useMayRecord();
  return (
    <>
      <PageTitle title={t('nav.reports')} lead={<p>{t('reports.lead')}</p>} />
      <Section title={t('reports.management')}>
        <p>{t('reports.managementLead')}</p>
        <p>
          <Link
            className="choice choice--link"
            to="/programmas/$programme/rapportages/management"
            params={{ programme: about.id }}
            search={keepPast}
          >
            {t('reports.open')}
          </Link>
        </p>
      </Section>
      <Section title={t('reports.schedules')}>
        <Asked query={programme(about)} lines={2}>
          {({ schedules }) => <Schedules schedules={schedules} />}
        </Asked>
        {mayRecord && <ScheduleForm />}
      </Section>
      <Section title={t('reports.runs')}>
        <Runs />
      </Section>
    </>
  );
}
