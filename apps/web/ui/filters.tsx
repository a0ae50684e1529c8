import { useMemo } from 'react';
import type { Standing } from '../data/answers/progress.ts';
import { mentions } from './plain.ts';
import { SearchField } from './search-field.tsx';
import { SelectField } from './select-field.tsx';
import { useFilterAddress } from './use-filter-address.ts';
import { useWords } from './words.tsx';

/** What a trajectory can be filtered by: its computed status, or that it is not measured. */
export const statuses = ['behind', 'attention', 'on-schedule', 'none'] as const;

/** What is shown of the standings: by a part of the name and by status, as they stand in the address. */
export function useStandingFilter(standings: readonly Standing[]) {
  const { search: address, choose, change, type } = useFilterAddress();
  const { zoek: search = '' } = address;
  const status = statuses.find((one) => one === address['status']) ?? '';
  const shown = useMemo(
    () =>
      standings.filter(({ organisation, progress }) => {
        const given = progress.measured ? progress.status : 'none';
        return (status === '' || status === given) && mentions(search, [organisation.name]);
      }),
    [standings, search, status],
  );
  const filter = {
    search,
    setSearch: (text: string) => type({ zoek: text }),
    status,
    setStatus: (text: string) => change({ status: text }),
  };
  return { shown, filter, address, choose, change };
}

interface Props {
  readonly search: string;
  readonly setSearch: (text: string) => void;
  readonly status: string;
  readonly setStatus: (status: string) => void;
  /** How many are left, where that is not said elsewhere. */
  readonly count?: number;
}

/** The filter itself; how many are left is said aloud. */
export function StandingFilter({ search, setSearch, status, setStatus, count }: Props) {
  const { t, word } = useWords();
  return (
    <div className="filters">
      <SearchField label={t('filter.search')} value={search} onChange={setSearch} />
      <SelectField
        label={t('column.status')}
        value={status}
        options={statuses.map((each) => [each, word('status', each)])}
        onChange={setStatus}
      />
      {count !== undefined && (
        <p role="status" className="hint">
          {t('filter.count', { count })}
        </p>
      )}
    </div>
  );
}
