import type { ManagementReport } from '../../data/answers/report.ts';
import { BasisLine } from '../../ui/basis-line.tsx';
import { FigureTable } from '../../ui/figure-table.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';
import { MilestonesAndMeetings } from './report-done.tsx';
import { Trajectories } from './report-trajectories.tsx';

/** The management report, to read and to print: what it rests on first, then its figures. */
export function Report({ report }: { readonly report: ManagementReport }) {
  const { t, day, word } = useWords();
  const { programme, basis, participation, status, commitments, labels, networks, fictitious } = report;
  const { pick } = useWords();
  return (
    <>
      <p>
        {t('reports.about', { ...programme, from: day(programme.from), until: day(programme.until) })}
        {fictitious && ` ${t('example')}`}
      </p>
      <BasisLine basis={basis} />
      <Section title={t('reports.where')}>
        <div className="halves">
          <FigureTable caption={t('column.status')} rows={counted(status, (key) => word('status', key))} />
          <FigureTable caption={t('column.stage')} rows={counted(participation, (key) => word('participation', key))} />
        </div>
        <FigureTable
          caption={t('demand.title')}
          heads={[
            t('reports.target'),
            t('reports.given'),
            t('reports.reserved'),
            t('demand.free'),
            t('demand.waiting'),
          ]}
          rows={networks.map((one) => [one.name, one.target, one.given, one.withReservation, one.free, one.waiting])}
        />
      </Section>
      <Trajectories report={report} />
      <Section title={t('nav.commitment')}>
        <div className="halves">
          {Object.entries(commitments).map(([layer, counts]) => (
            <FigureTable
              key={layer}
              caption={pick(labels.layers[layer] ?? { nl: layer, en: layer })}
              rows={counted(counts, (key) => word('commitment', key))}
            />
          ))}
        </div>
        <FigureTable
          caption={t('reports.late')}
          heads={[t('column.layer'), t('column.due'), t('reports.daysOver')]}
          rows={report.lateCommitments.map(({ organisation, layer, due, daysOver }) => [
            organisation,
            pick(labels.layers[layer] ?? { nl: layer, en: layer }),
            day(due),
            daysOver,
          ])}
        />
      </Section>
      <MilestonesAndMeetings report={report} />
    </>
  );
}

function counted(counts: Readonly<Record<string, number>>, nameOf: (key: string) => string) {
  return Object.entries(counts).map(([key, count]) => [nameOf(key), count] as const);
}
