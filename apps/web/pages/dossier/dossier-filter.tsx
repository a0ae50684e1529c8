import { useQuery } from '@tanstack/react-query';
import { Button } from '@utrecht/component-library-react';
import { type FormEvent, useEffect, useState } from 'react';
import { itemKinds } from '../../data/ask-dossier.ts';
import { useCodeWords } from '../../ui/facts/codes.ts';
import { longestSearch } from '../../ui/search-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { useWords } from '../../ui/words.tsx';
import { type DossierSearch, levels, orders, shows } from './search.ts';

interface Props {
  readonly search: DossierSearch;
  readonly onChange: (part: Record<string, string>) => void;
}

/** Kind, open or late, publication level, order, and a part of the title; all of it stands in the address. */
export function DossierFilter({ search, onChange }: Props) {
  const { t, pick } = useWords();
  const codeWord = useCodeWords();
  const kinds = useQuery(itemKinds()).data ?? [];
  const named = kinds
    .filter(({ facts }) => facts.some(({ effect }) => effect === 'begins'))
    .map(({ kind, label }) => [kind, pick(label)] as const)
    .toSorted(([, a], [, b]) => a.localeCompare(b));
  return (
    <div className="filters">
      <SelectField
        label={t('dossier.kind')}
        value={search.soort ?? ''}
        options={named}
        onChange={(soort) => onChange({ soort })}
      />
      <SelectField
        label={t('dossier.show')}
        value={search.toon ?? ''}
        options={shows.map((show) => [show, t(show === 'open' ? 'dossier.open.state' : `dossier.${show}`)])}
        onChange={(toon) => onChange({ toon })}
      />
      <SelectField
        label={t('dossier.level')}
        value={search.niveau ?? ''}
        options={levels.map((level) => [level, codeWord('level', level)])}
        onChange={(niveau) => onChange({ niveau })}
      />
      <SelectField
        label={t('dossier.order')}
        value={search.volgorde ?? 'due'}
        options={orders.map((order) => [order, t(`dossier.order.${order}`)])}
        onChange={(volgorde) => onChange({ volgorde })}
        withoutAll
      />
      <TitleSearch value={search.titel ?? ''} onSearch={(titel) => onChange({ titel })} />
    </div>
  );
}

function TitleSearch({ value, onSearch }: { readonly value: string; readonly onSearch: (title: string) => void }) {
  const { t } = useWords();
  const [title, setTitle] = useState(value);
  useEffect(() => setTitle(value), [value]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(title);
  };
  return (
    <form className="filters__search" onSubmit={submit}>
      <label>
        {t('dossier.title')}
        <input
          type="search"
          maxLength={longestSearch}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      </label>
      <Button appearance="secondary-action-button" type="submit">
        {t('dossier.search')}
      </Button>
    </form>
  );
}
