import type { ManagementReport } from '../../data/answers/report.ts';
import { FigureTable } from '../../ui/figure-table.tsx';
import { Section } from '../../ui/section.tsx';
import { ProgressStatus } from '../../ui/status.tsx';
import { TrajectoryLink } from '../../ui/trajectory-link.tsx';
import { useWords } from '../../ui/words.tsx';

/** A line for each organisation: where it is, how far, and the lead's own judgement. */
export function Trajectories({ report: { trajectories } }: { readonly report: ManagementReport }) {
  const { t, day, word } = useWords();
  return (
    <Section title={t('organisations.title')}>
      <FigureTable
        caption={t('organisations.title')}
        heads={[
          t('column.stage'),
          t('column.status'),
          t('reports.milestones'),
          t('column.judgement'),
          t('standing.lastContact'),
        ]}
        rows={trajectories.map((one) => [
          <TrajectoryLink key={one.trajectory} trajectory={one.trajectory}>
            {one.organisation}
          </TrajectoryLink>,
          word('participation', one.participation),
          <ProgressStatus key="status" status={one.status} />,
          t('reports.milestonesOf', {
            reached: one.milestonesReached,
            expected: one.milestonesExpected,
            total: one.milestones,
          }),
          one.judgement === null ? t('none') : word('status', one.judgement),
          one.lastContactOn === null ? t('none') : day(one.lastContactOn),
        ])}
      />
    </Section>
  );
}
