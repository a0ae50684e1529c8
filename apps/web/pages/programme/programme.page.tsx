import { useQuery } from '@tanstack/react-query';
import { commitments, programme, progress } from '../../data/ask.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty, Failure, Skeleton } from '../../ui/asked.tsx';
import { StandingFilter, useStandingFilter } from '../../ui/filters.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { SavedViews } from '../../ui/saved-views.tsx';
import { Section } from '../../ui/section.tsx';
import { StandingsTable } from '../../ui/standings-table.tsx';
import { useWords } from '../../ui/words.tsx';
import { ApplicationForms } from './application-forms.tsx';
import { Demand } from './demand.tsx';
import { LaneTable } from './lane-table.tsx';
import { Lanes } from './lanes.tsx';
import { ProgrammeRecord } from './record.tsx';

const none: never[] = [];

/** The programme through the year: lanes, commitments, places. */
export function ProgrammePage() {
  const { t, day, pick } = useWords();
  const about = useProgramme();
  const mayRecord = useMayRecord();
  const detail = useQuery(programme(about)).data;
  return (
    <>
      <PageTitle
        title={detail?.data.name ?? t('nav.programme')}
        lead={
          detail && (
            <p>
              {pick(detail.data.template.label)}, {detail.data.client.name}, {day(detail.data.from)} –{' '}
              {day(detail.data.until)}
            </p>
          )
        }
      />
      <Course />
      <Section title={t('matrix.title')}>
        <Matrix />
      </Section>
      <Section title={t('demand.title')}>
        {mayRecord && <ProgrammeRecord />}
        <Demand />
      </Section>
      {detail !== undefined && <ApplicationForms today={detail.basis.validOn} />}
    </>
  );
}

function Course() {
  const { t } = useWords();
  const about = useProgramme();
  const askedDetail = useQuery(programme(about));
  const askedStandings = useQuery(progress(about));
  const { data: detail } = askedDetail;
  const { data: standings } = askedStandings;
  const { shown, filter, address, choose, change } = useStandingFilter(standings?.data.items ?? none);
  const form = address['vorm'] === 'table' ? 'table' : 'picture';
  const failed = [askedDetail, askedStandings].find(({ data, error }) => data === undefined && error !== null);
  if (failed !== undefined) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />;
  if (detail === undefined || standings === undefined) return <Skeleton lines={8} />;
  const props = { programme: detail.data, standings: shown, today: standings.basis.validOn };
  return (
    <Section
      title={t('lanes.title')}
      aside={
        <fieldset className="forms">
          <legend className="hidden">{t('lanes.form')}</legend>
          {(['picture', 'table'] as const).map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="form"
                checked={form === each}
                onChange={() => change({ vorm: each === 'table' ? each : '' })}
              />
              {t(`lanes.${each}`)}
            </label>
          ))}
        </fieldset>
      }
    >
      {standings.data.items.length > 0 && (
        <>
          <SavedViews page="programma" search={address} onChoose={choose} />
          <StandingFilter {...filter} count={shown.length} />
        </>
      )}
      {shown.length === 0 && (
        <Empty>{t(standings.data.items.length === 0 ? 'organisations.empty' : 'filter.empty')}</Empty>
      )}
      {shown.length > 0 && (form === 'picture' ? <Lanes {...props} /> : <LaneTable {...props} />)}
      {form === 'picture' && shown.length > 0 && <p className="hint">{t('lanes.legend')}</p>}
    </Section>
  );
}

function Matrix() {
  const { t } = useWords();
  const about = useProgramme();
  const standings = useQuery(progress(about)).data?.data.items ?? none;
  return (
    <Asked query={commitments(about)} lines={8}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{t('matrix.empty')}</Empty>
        ) : (
          <StandingsTable caption={t('matrix.title')} standings={standings} commitments={items} />
        )
      }
    </Asked>
  );
}
