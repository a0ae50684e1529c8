import { useId } from 'react';
import { useWords } from './words.tsx';

interface Props {
  readonly label: string;
  /** Empty for all of them. */
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
  /** Where one of the options always holds, as of an order. */
  readonly withoutAll?: boolean;
}

/** One choice of a few by which a list is narrowed or ordered. */
export function SelectField({ label, value, options, onChange, withoutAll = false }: Props) {
  const { t } = useWords();
  const id = useId();
  return (
    <label htmlFor={id}>
      {label}
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {!withoutAll && <option value="">{t('filter.all')}</option>}
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
