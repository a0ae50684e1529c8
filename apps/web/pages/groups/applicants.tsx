import type { ChangeQuestion } from '../../data/answers/follow.ts';
import type { NetworkDetail } from '../../data/answers/groups.ts';
import { Empty } from '../../ui/asked.tsx';
import { TrajectoryLink } from '../../ui/trajectory-link.tsx';
import { useWords } from '../../ui/words.tsx';
import { Questions } from './questions.tsx';

interface Applicant {
  readonly trajectory: string;
  readonly standing: string;
}

/** Everyone who has, holds or waits for a place, in that order, with how it stands. */
function useApplicants({ places, held, waiting, proposals }: NetworkDetail): Applicant[] {
  const { t, day } = useWords();
  const offered = new Set(proposals.map(({ trajectory }) => trajectory));
  return [
    ...places.map(({ trajectory, reservation }) => ({
      trajectory,
      standing:
        reservation === null ? t('groups.placed') : t('groups.reserved', { day: day(reservation.decisionExpectedOn) }),
    })),
    ...held.map(({ trajectory, until }) => ({ trajectory, standing: t('groups.heldUntil', { day: day(until) }) })),
    ...waiting.map(({ trajectory }, index) => ({
      trajectory,
      standing: t(offered.has(trajectory) ? 'groups.offered' : 'groups.waitingAs', { place: index + 1 }),
    })),
  ];
}

interface Props {
  readonly network: NetworkDetail;
  readonly questions: readonly ChangeQuestion[];
}

/** The applicants with their questions, side by side. */
export function Applicants({ network, questions }: Props) {
  const { t } = useWords();
  const applicants = useApplicants(network);
  if (applicants.length === 0) return <Empty>{t('groups.noApplicants')}</Empty>;
  return (
    <table className="table table--blocks">
      <caption className="hidden">{t('groups.applicants')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.organisation')}</th>
          <th scope="col">{t('groups.place')}</th>
          <th scope="col">{t('groups.province')}</th>
          <th scope="col">{t('questions.title')}</th>
        </tr>
      </thead>
      <tbody>
        {applicants.map(({ trajectory, standing }) => {
          const organisation = network.organisations[trajectory];
          return (
            <tr key={trajectory}>
              <th scope="row">
                <TrajectoryLink trajectory={trajectory}>{organisation?.name ?? t('none')}</TrajectoryLink>
              </th>
              <td data-label={t('groups.place')}>{standing}</td>
              <td data-label={t('groups.province')}>{organisation?.province ?? t('none')}</td>
              <td data-label={t('questions.title')}>
                <Questions questions={questions.filter((one) => one.trajectory === trajectory)} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
