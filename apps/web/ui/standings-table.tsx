import type { Commitment } from '../data/answers/follow.ts';
import type { Standing } from '../data/answers/progress.ts';
import { useLayerNames } from './layers.ts';
import type { Column, LongTableProps } from './long-table/columns.ts';
import { LongTable } from './long-table/long-table.tsx';
import { CommitmentStatus, ProgressStatus } from './status.tsx';
import { TrajectoryLink } from './trajectory-link.tsx';
import { useWords } from './words.tsx';

interface Props extends Pick<LongTableProps<Standing>, 'total' | 'onMore' | 'order' | 'onOrder'> {
  readonly caption: string;
  readonly standings: readonly Standing[];
  readonly commitments: readonly Commitment[];
}

/** A row per organisation: where it stands, the layers of commitment, what comes next. */
export function StandingsTable({ caption, standings, commitments, ...rest }: Props) {
  const { t, word } = useWords();
  const layerName = useLayerNames();
  const layers = [...new Set(commitments.map(({ layer }) => layer))];
  const byPlace = new Map(commitments.map((each) => [`${each.trajectory} ${each.layer}`, each]));
  const columns: readonly Column<Standing>[] = [
    {
      key: 'name',
      label: t('column.organisation'),
      sort: 'name',
      cell: ({ trajectory, organisation }) => (
        <TrajectoryLink trajectory={trajectory}>{organisation.name}</TrajectoryLink>
      ),
    },
    {
      key: 'stage',
      label: t('column.stage'),
      sort: 'participation',
      cell: ({ participation }) => word('participation', participation.step),
    },
    {
      key: 'status',
      label: t('column.status'),
      sort: 'status',
      cell: ({ progress }) => progress.measured && <ProgressStatus status={progress.status} />,
    },
    ...layers.map((layer) => ({
      key: layer,
      label: layerName(layer),
      cell: ({ trajectory }: Standing) => {
        const found = byPlace.get(`${trajectory} ${layer}`);
        return found && <CommitmentStatus step={found.commitment.step} late={found.late !== null} />;
      },
    })),
    { key: 'next', label: t('column.next'), cell: (standing) => <NextStep standing={standing} /> },
  ];
  return (
    <LongTable caption={caption} columns={columns} items={standings} keyOf={({ trajectory }) => trajectory} {...rest} />
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
