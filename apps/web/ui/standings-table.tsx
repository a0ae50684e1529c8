import type { Commitment } from '../data/answers/follow.ts';
import type { Standing } from '../data/answers/progress.ts';
import { useLayerNames } from './layers.ts';
import { CommitmentStatus, ProgressStatus } from './status.tsx';
import { TrajectoryLink } from './trajectory-link.tsx';
import { useWords } from './words.tsx';

interface Props {
  readonly caption: string;
  readonly standings: readonly Standing[];
  readonly commitments: readonly Commitment[];
}

/** A row per organisation: where it stands, the layers of commitment, what comes next. On a phone each row is a block. */
export function StandingsTable({ caption, standings, commitments }: Props) {
  const { t } = useWords();
  const layerName = useLayerNames();
  const layers = [...new Set(commitments.map(({ layer }) => layer))];
  return (
    <table className="table table--blocks">
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.organisation')}</th>
          <th scope="col">{t('column.stage')}</th>
          {layers.map((layer) => (
            <th key={layer} scope="col">
              {layerName(layer)}
            </th>
          ))}
          <th scope="col">{t('column.next')}</th>
        </tr>
      </thead>
      <tbody>
        {standings.map((standing) => (
          <StandingRow key={standing.trajectory} standing={standing} layers={layers} commitments={commitments} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly standing: Standing;
  readonly layers: readonly string[];
  readonly commitments: readonly Commitment[];
}

function StandingRow({ standing, layers, commitments }: RowProps) {
  const { t, word } = useWords();
  const layerName = useLayerNames();
  const { trajectory, organisation, participation, progress } = standing;
  const of = (layer: string) => commitments.find((item) => item.trajectory === trajectory && item.layer === layer);
  return (
    <tr>
      <th scope="row">
        <TrajectoryLink trajectory={trajectory}>{organisation.name}</TrajectoryLink>
      </th>
      <td data-label={t('column.stage')}>
        {word('participation', participation.step)}
        {progress.measured && <ProgressStatus status={progress.status} />}
      </td>
      {layers.map((layer) => {
        const found = of(layer);
        return (
          <td key={layer} data-label={layerName(layer)}>
            {found && <CommitmentStatus step={found.commitment.step} late={found.late !== null} />}
          </td>
        );
      })}
      <td data-label={t('column.next')}>
        <NextStep standing={standing} />
      </td>
    </tr>
  );
}

/** What comes next and by when; a dash where the programme asks for nothing more. */
export function NextStep({ standing: { progress } }: { readonly standing: Standing }) {
  const { t, day, pick } = useWords();
  if (!progress.measured) return t('none');
  if (progress.nextStep !== null) return pick(progress.nextStep);
  if (progress.next === null) return t('none');
  const { label, due } = progress.next;
  return due === null ? pick(label) : `${pick(label)}, ${t('due', { day: day(due) })}`;
}
