import { useQuery } from '@tanstack/react-query';
import { healthOf } from '../../data/ask-between.ts';
import { mayOversee, mayRecord, useSession } from '../../data/session.ts';
import { Empty, Failure, Skeleton } from '../../ui/asked.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';
import { Organisations } from './organisations.tsx';
import { ParkedRows } from './parked-rows.tsx';

/** For who looks after the service: how it is, what was parked, and what these pages cannot do yet. */
export function AdminPage() {
  const { t } = useWords();
  const session = useSession();
  return (
    <>
      <PageTitle title={t('nav.admin')} />
      <Section title={t('admin.health')}>
        <Health />
      </Section>
      <Section title={t('admin.parked')}>
        {mayOversee(session?.role) ? (
          <ParkedRows mayAct={session?.role === 'admin'} />
        ) : (
          <Empty>{t('admin.forbidden')}</Empty>
        )}
      </Section>
      {mayRecord(session?.role) && (
        <Section title={t('admin.register')}>
          <Organisations />
        </Section>
      )}
      <Section title={t('admin.notYet')}>
        <p>{t('admin.notYetText')}</p>
      </Section>
    </>
  );
}

function Health() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(healthOf());
  if (data === undefined && error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={2} />;
  const { status, release, ordinal, lag } = data;
  return (
    <dl className="facts">
      <div>
        <dt>{t('column.status')}</dt>
        <dd>
          <Status tone={status === 'pass' ? 'good' : status === 'warn' ? 'attention' : 'bad'}>
            {t(status === 'pass' ? 'admin.pass' : status === 'warn' ? 'admin.warn' : 'admin.fail')}
          </Status>
        </dd>
      </div>
      <div>
        <dt>{t('admin.release')}</dt>
        <dd>{release}</dd>
      </div>
      <div>
        <dt>{t('admin.ordinal')}</dt>
        <dd>{ordinal ?? t('none')}</dd>
      </div>
      <div>
        <dt>{t('admin.lag')}</dt>
        <dd>{lag ? t('admin.lagOf', { events: lag.events, seconds: lag.seconds }) : t('none')}</dd>
      </div>
    </dl>
  );
}
