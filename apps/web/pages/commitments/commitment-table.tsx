import type { Commitment } from '../../data/answers/follow.ts';
import { useLayerNames } from '../../ui/layers.ts';
import type { Column } from '../../ui/long-table/columns.ts';
import { LongTable } from '../../ui/long-table/long-table.tsx';
import { Remind } from '../../ui/reminders.tsx';
import { CommitmentStatus } from '../../ui/status.tsx';
import { TrajectoryLink } from '../../ui/trajectory-link.tsx';
import { useWords } from '../../ui/words.tsx';

interface Props {
  readonly items: readonly Commitment[];
  readonly order: string | undefined;
  readonly onOrder: (order: string) => void;
}

export function CommitmentTable(props: Props) {
  const { t } = useWords();
  const layerName = useLayerNames();
  const columns: readonly Column<Commitment>[] = [
    {
      key: 'name',
      label: t('column.organisation'),
      sort: 'name',
      cell: ({ trajectory, organisation }) => (
        <TrajectoryLink trajectory={trajectory}>{organisation.name}</TrajectoryLink>
      ),
    },
    { key: 'layer', label: t('column.layer'), cell: ({ layer }) => layerName(layer) },
    {
      key: 'stage',
      label: t('column.stage'),
      cell: ({ commitment, late }) => <CommitmentStatus step={commitment.step} late={late !== null} />,
    },
    { key: 'due', label: t('column.due'), sort: 'due', cell: (commitment) => <Due commitment={commitment} /> },
  ];
  return (
    <LongTable
      caption={t('nav.commitment')}
      columns={columns}
      keyOf={({ trajectory, layer }) => `${trajectory}${layer}`}
      {...props}
    />
  );
}

/** The day by which the next word is due, how late it is, and the way to remind of it. */
function Due({ commitment: { trajectory, organisation, layer, due, late } }: { readonly commitment: Commitment }) {
  const { t, day } = useWords();
  const layerName = useLayerNames();
  if (due === null) return t('none');
  return (
    <>
      {day(due)}
      {late !== null && <span className="row__note">{t('late.days', { days: late.days })}</span>}
      <Remind
        over={`commitment:${trajectory}/${layer}`}
        name={`${organisation.name}, ${layerName(layer)}`}
        trajectory={trajectory}
      />
    </>
  );
}
