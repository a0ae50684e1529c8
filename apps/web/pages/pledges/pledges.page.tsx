import { getRouteApi, Link } from '@tanstack/react-router';
import type { Pledge } from '../../data/answers/follow.ts';
import { pledges } from '../../data/ask.ts';
import { keepPast } from '../../data/moment.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { lateFirst } from '../../ui/late-first.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { fits, pledgeFilters } from '../../ui/pledges.ts';
import { Remind } from '../../ui/reminders.tsx';
import { PledgeStatus } from '../../ui/status.tsx';
import { TrajectoryLink } from '../../ui/trajectory-link.tsx';
import { useWords } from '../../ui/words.tsx';

const route = getRouteApi('/programmas/$programme/toezeggingen');

/** Every pledge of the programme, late ones first: who, to whom, by when. What is shown stands in the address. */
export function PledgesPage() {
  const { t } = useWords();
  const { toon = 'open' } = route.useSearch();
  return (
    <>
      <PageTitle title={t('pledges.title')} lead={<p>{t('pledges.lead')}</p>} />
      <Asked query={pledges(useProgramme())} lines={8}>
        {({ items }) => {
          const shown = lateFirst(items).filter((pledge) => fits(pledge, toon));
          return (
            <>
              <nav className="tabs" aria-label={t('pledges.filter')}>
                {pledgeFilters.map((filter) => (
                  <Link
                    key={filter}
                    to="."
                    search={(now) => ({ ...keepPast(now), toon: filter })}
                    aria-current={filter === toon ? 'page' : undefined}
                    activeProps={{}}
                  >
                    {t(`pledges.${filter}`, { count: items.filter((pledge) => fits(pledge, filter)).length })}
                  </Link>
                ))}
              </nav>
              {shown.length === 0 ? <Empty>{t('pledges.none')}</Empty> : <PledgeTable items={shown} />}
            </>
          );
        }}
      </Asked>
    </>
  );
}

function PledgeTable({ items }: { readonly items: readonly Pledge[] }) {
  const { t } = useWords();
  return (
    <table className="table table--blocks">
      <caption className="hidden">{t('pledges.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.organisation')}</th>
          <th scope="col">{t('column.keeper')}</th>
          <th scope="col">{t('column.to')}</th>
          <th scope="col">{t('column.stage')}</th>
          <th scope="col">{t('column.due')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((pledge) => (
          <PledgeRow key={pledge.pledge} pledge={pledge} />
        ))}
      </tbody>
    </table>
  );
}

function PledgeRow({
  pledge: { pledge, trajectory, keeper, to, state, due, firstDue, late },
}: {
  readonly pledge: Pledge;
}) {
  const { t, day, word } = useWords();
  const name = keeper.organisation?.name ?? t('pledges.someone');
  return (
    <tr>
      <th scope="row">
        <TrajectoryLink trajectory={trajectory}>{name}</TrajectoryLink>
      </th>
      <td data-label={t('column.keeper')}>{word('role', keeper.role)}</td>
      <td data-label={t('column.to')}>{word('role', to)}</td>
      <td data-label={t('column.stage')}>
        <PledgeStatus step={state.step} late={null} />
      </td>
      <td data-label={t('column.due')}>
        {due === null ? t('none') : day(due)}
        {firstDue !== null && firstDue !== due && (
          <span className="row__note">{t('pledges.firstDue', { day: day(firstDue) })}</span>
        )}
        {late !== null && <PledgeStatus step={state.step} late={late} />}
        {due !== null && <Remind over={`pledge:${pledge}`} name={name} trajectory={trajectory} role={keeper.role} />}
      </td>
    </tr>
  );
}
