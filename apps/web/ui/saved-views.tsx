import { Button } from '@utrecht/component-library-react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { type Search, useViews, viewOf } from '../data/views.ts';
import { useWords } from './words.tsx';

interface Props {
  /** The page that the views are of. */
  readonly page: string;
  /** The filters that stand now. */
  readonly search: Search;
  readonly onChoose: (search: Search) => void;
}

/** Sets of filters with a name, on this device: chosen from a list, added, removed. */
export function SavedViews({ page, search, onChoose }: Props) {
  const { t } = useWords();
  const id = useId();
  const { all, add, remove } = useViews(page);
  const [isNaming, setIsNaming] = useState(false);
  const list = useRef<HTMLSelectElement>(null);
  const current = viewOf(all, search);
  const save = (name: string) => {
    add({ name, search });
    setIsNaming(false);
    list.current?.focus();
  };
  const drop = (name: string) => {
    remove(name);
    list.current?.focus();
  };
  return (
    <div className="filters">
      <label htmlFor={id}>
        {t('views.label')}
        <select
          id={id}
          ref={list}
          value={current?.name ?? ''}
          onChange={(event) => onChoose(all.find(({ name }) => name === event.currentTarget.value)?.search ?? {})}
        >
          <option value="">{t(all.length === 0 ? 'views.none' : 'views.choose')}</option>
          {all.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {current === undefined && !isNaming && (
        <Button appearance="secondary-action-button" onClick={() => setIsNaming(true)}>
          {t('views.save')}
        </Button>
      )}
      {isNaming && <Naming onSave={save} />}
      {current !== undefined && (
        <Button appearance="subtle-button" onClick={() => drop(current.name)}>
          {t('views.remove', { name: current.name })}
        </Button>
      )}
    </div>
  );
}

function Naming({ onSave }: { readonly onSave: (name: string) => void }) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') onSave(name.trim());
  };
  return (
    <form className="filters__search" onSubmit={submit}>
      <label>
        {t('views.name')}
        <input ref={input} type="search" value={name} onChange={(event) => setName(event.currentTarget.value)} />
      </label>
      <Button appearance="secondary-action-button" type="submit">
        {t('views.keep')}
      </Button>
    </form>
  );
}
