import type { Commitment } from '../../data/answers/follow.ts';
import { useLayerNames } from '../../ui/layers.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { useWords } from '../../ui/words.tsx';
import type { CommitmentsSearch } from './search.ts';

interface Props {
  readonly all: readonly Commitment[];
  readonly chosen: CommitmentsSearch;
  readonly onChange: (part: Record<string, string>) => void;
  /** The same for what is being typed. */
  readonly onType: (part: Record<string, string>) => void;
}

/** By name, layer and stand, of those that there are; and whether only what is late is shown. */
export function CommitmentFilter({ all, chosen: { zoek = '', laag = '', stand = '', laat }, onChange, onType }: Props) {
  const { t, word } = useWords();
  const layerName = useLayerNames();
  const layers = new Set([...all.map(({ layer }) => layer), ...(laag === '' ? [] : [laag])]);
  const steps = new Set([...all.map(({ commitment }) => commitment.step), ...(stand === '' ? [] : [stand])]);
  return (
    <div className="filters">
      <SearchField label={t('filter.search')} value={zoek} onChange={(text) => onType({ zoek: text })} />
      <label className="check">
        <input
          type="checkbox"
          checked={laat !== undefined}
          onChange={(event) => onChange({ laat: event.currentTarget.checked ? 'ja' : '' })}
        />
        {t('commitments.onlyLate')}
      </label>
      <SelectField
        label={t('column.layer')}
        value={laag}
        options={[...layers].map((layer) => [layer, layerName(layer)])}
        onChange={(layer) => onChange({ laag: layer })}
      />
      <SelectField
        label={t('column.stage')}
        value={stand}
        options={[...steps].map((step) => [step, word('commitment', step)])}
        onChange={(step) => onChange({ stand: step })}
      />
    </div>
  );
}
