import type { ProgrammeDetail } from '../../data/answers/programme.ts';
import type { Standing } from '../../data/answers/progress.ts';
import { ProgressStatus, Status, toneOf } from '../../ui/status.tsx';
import { TrajectoryLink } from '../../ui/trajectory-link.tsx';
import { useWords } from '../../ui/words.tsx';
import { barsOf } from './timeline.ts';

interface Props {
  readonly programme: ProgrammeDetail;
  readonly standings: readonly Standing[];
  readonly today: string;
}

/** The lanes in words: per organisation and line of work how far it is, and by when it was planned. */
export function LaneTable({ programme, standings, today }: Props) {
  const { t, pick, word, day } = useWords();
  const { lines } = programme.template;
  return (
    <table className="table table--blocks">
      <caption className="hidden">{t('lanes.label')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.organisation')}</th>
          <th scope="col">{t('column.status')}</th>
          <th scope="col">{t('column.judgement')}</th>
          {lines.map(({ key, label }) => (
            <th key={key} scope="col">
              {pick(label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {standings.map(({ trajectory, organisation, progress, judgement }) => {
          const bars = progress.measured ? barsOf(progress, today) : [];
          return (
            <tr key={trajectory}>
              <th scope="row">
                <TrajectoryLink trajectory={trajectory}>{organisation.name}</TrajectoryLink>
              </th>
              <td data-label={t('column.status')}>
                <ProgressStatus status={progress.measured ? progress.status : 'none'} />
              </td>
              <td data-label={t('column.judgement')}>
                {judgement === null ? (
                  t('none')
                ) : (
                  <Status tone={toneOf(judgement.judgement)}>{word('status', judgement.judgement)}</Status>
                )}
              </td>
              {lines.map(({ key, label }) => {
                const bar = bars.find(({ line }) => line === key);
                return (
                  <td key={key} data-label={pick(label)}>
                    {bar === undefined ? t('none') : t('lanes.cell', { reached: bar.reached, total: bar.total })}
                    {bar?.plannedUntil && <span className="row__note">{t('due', { day: day(bar.plannedUntil) })}</span>}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
