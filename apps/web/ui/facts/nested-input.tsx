import { Button } from '@utrecht/component-library-react';
import { type ComponentType, useRef } from 'react';
import { useFieldMessages } from '../field-messages.ts';
import { useWords } from '../words.tsx';
import { beginOf, type Field, isValues, type Value } from './fields.ts';
import { type InputProps, useLabel } from './input.ts';

interface NestedProps<F extends Field> extends InputProps<F> {
  /** Draws the fields inside. */
  readonly Inside: ComponentType<InputProps>;
}

/** Fields that belong together, such as the reference of a piece of evidence. */
export function PartInput({
  field,
  path,
  value,
  error,
  onChange,
  Inside,
}: NestedProps<Field & { readonly kind: 'part' }>) {
  const label = useLabel()(field);
  const values = isValues(value) ? value : {};
  const { exactly } = useFieldMessages();
  const message =
    exactly(error, path) ?? field.fields.map((each) => ofMadeKey(each)).find((said) => said !== undefined);
  return (
    <fieldset className="part">
      <legend>{label}</legend>
      {message !== undefined && <p className="part__failure">{message}</p>}
      {field.fields.map((each) => (
        <Inside
          key={each.name}
          field={each}
          path={`${path}.${each.name}`}
          value={values[each.name] ?? beginOf(each)}
          error={error}
          beside={values}
          onChange={(changed) => onChange({ ...values, [each.name]: changed })}
        />
      ))}
    </fieldset>
  );

  /** Of a key that cannot be made of its name, which has no field of its own to say it at. */
  function ofMadeKey({ kind, name, ...made }: Field): string | undefined {
    if (kind !== 'key' || !('from' in made) || exactly(error, `${path}.${made.from}`) !== undefined) return undefined;
    return exactly(error, `${path}.${name}`, 'key');
  }
}

/** As many as one wants, each on a line of its own. */
export function ListInput({
  field,
  path,
  value,
  error,
  onChange,
  Inside,
}: NestedProps<Field & { readonly kind: 'list' }>) {
  const { t } = useWords();
  const label = useLabel()(field);
  const entries: readonly Value[] = Array.isArray(value) ? value : [];
  const message = useFieldMessages().exactly(error, path);
  const add = useRef<HTMLButtonElement>(null);
  const remove = (place: number) => {
    // The button goes away with its entry.
    add.current?.focus();
    onChange(entries.toSpliced(place, 1));
  };
  return (
    <fieldset className="part">
      <legend>{label}</legend>
      {message !== undefined && <p className="part__failure">{message}</p>}
      {entries.map((entry, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an entry is known by its place alone, as in the errors of the API
        <div key={place} className="part__entry">
          <Inside
            field={field.of}
            path={`${path}.${place}`}
            value={entry}
            error={error}
            onChange={(changed) => onChange(entries.with(place, changed))}
          />
          <Button
            appearance="subtle-button"
            aria-label={t('form.removeEntry', { label, place: place + 1 })}
            onClick={() => remove(place)}
          >
            {t('form.remove')}
          </Button>
        </div>
      ))}
      <Button
        ref={add}
        appearance="secondary-action-button"
        aria-label={t('form.addEntry', { label })}
        onClick={() => onChange([...entries, beginOf(field.of)])}
      >
        {t('form.add')}
      </Button>
    </fieldset>
  );
}
