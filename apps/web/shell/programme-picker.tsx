import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { programmes } from '../data/ask.ts';
import { useWords } from '../ui/words.tsx';

/** The way to the list of all, where one sets up a new one too. */
const all = 'all';

/** Goes to the same first page of another programme. */
export function ProgrammePicker({ current }: { readonly current: string }) {
  const { t } = useWords();
  const id = useId();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { data } = useQuery(programmes());
  const choose = (programme: string) => {
    if (programme === all) {
      void navigate({ to: '/', search: { toon: 'alle' } });
      return;
    }
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[1] === current });
    void navigate({ to: '/programmas/$programme/vandaag', params: { programme }, search: {} });
  };
  const items = data?.data.items ?? [];
  return (
    <div className="picker">
      <label htmlFor={id} className="hidden">
        {t('picker.label')}
      </label>
      <select id={id} value={current} onChange={(event) => choose(event.currentTarget.value)}>
        {items.every(({ programme }) => programme !== current) && <option value={current}>…</option>}
        {items.map(({ programme, name }) => (
          <option key={programme} value={programme}>
            {name}
          </option>
        ))}
        <option value={all}>{t('picker.all')}</option>
      </select>
    </div>
  );
}
