import { useState } from 'react';
import type { Commitment } from '../../data/answers/follow.ts';
import { commitments } from '../../data/ask.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { lateFirst } from '../../ui/late-first.ts';
import { useLayerNames } from '../../ui/layers.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { Remind } from '../../ui/reminders.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { CommitmentStatus } from '../../ui/status.tsx';
import { TrajectoryLink } from '../../ui/trajectory-link.tsx';
import { useWords } from '../../ui/words.tsx';

/** Every commitment of the programme, the latest first; on request only those that are late, or of one layer. */
export function CommitmentsPage() {
  const { t } = useWords();
  const [onlyLate, setOnlyLate] = useState(false);
  const [layer, setLayer] = useState('');
  return (
    <>
      <PageTitle title={t('nav.commitment')} />
      <Asked query={commitments(useProgramme())} lines={10}>
        {({ items }) => {
          const shown = lateFirst(items).filter(
            (item) => (!onlyLate || item.late !== null) && (layer === '' || item.layer === layer),
          );
          return (
            <>
              <div className="filters">
                <label className="check">
                  <input type="checkbox" checked={onlyLate} onChange={() => setOnlyLate(!onlyLate)} />
                  {t('commitments.onlyLate')}
                </label>
                <LayerChoice items={items} value={layer} onChange={setLayer} />
                <p role="status" className="hint">
                  {t('commitments.count', { count: shown.length })}
                </p>
              </div>
              {shown.length === 0 && <Empty>{t('commitments.empty')}</Empty>}
              {shown.length > 0 && <CommitmentTable items={shown} />}
            </>
          );
        }}
      </Asked>
    </>
  );
}

interface ChoiceProps {
  readonly items: readonly Commitment[];
  readonly value: string;
  readonly onChange: (layer: string) => void;
}

function LayerChoice({ items, value, onChange }: ChoiceProps) {
  const { t } = useWords();
  const layerName = useLayerNames();
  return (
    <SelectField
      label={t('column.layer')}
      value={value}
      options={[...new Set(items.map((item) => item.layer))].map((layer) => [layer, layerName(layer)])}
      onChange={onChange}
    />
  );
}

function CommitmentTable({ items }: { readonly items: readonly Commitment[] }) {
  const { t, day } = useWords();
  const layerName = useLayerNames();
  return (
    <table className="table table--blocks">
      <caption className="hidden">{t('nav.commitment')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.organisation')}</th>
          <th scope="col">{t('column.layer')}</th>
          <th scope="col">{t('column.stage')}</th>
          <th scope="col">{t('column.due')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ trajectory, organisation, layer, commitment, due, late }) => (
          <tr key={`${trajectory}${layer}`}>
            <th scope="row">
              <TrajectoryLink trajectory={trajectory}>{organisation.name}</TrajectoryLink>
            </th>
            <td data-label={t('column.layer')}>{layerName(layer)}</td>
            <td data-label={t('column.stage')}>
              <CommitmentStatus step={commitment.step} late={late !== null} />
            </td>
            <td data-label={t('column.due')}>
              {due === null ? t('none') : day(due)}
              {late !== null && <span className="row__note">{t('late.days', { days: late.days })}</span>}
              {due !== null && (
                <Remind
                  over={`commitment:${trajectory}/${layer}`}
                  name={`${organisation.name}, ${layerName(layer)}`}
                  trajectory={trajectory}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
