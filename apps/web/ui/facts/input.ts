import { useWords } from '../words.tsx';
import type { Field, Value, Values } from './fields.ts';

/** What an input is given. */
export interface InputProps<F extends Field = Field> {
  readonly field: F;
  /** Where the field is in the content, as the API names it in an error: `entries.1.vote`. */
  readonly path: string;
  readonly value: Value;
  readonly error: unknown;
  /** What is filled in beside it, by which a list is narrowed. */
  readonly beside?: Values;
  readonly onChange: (value: Value) => void;
}

/** What an input for a text is given. */
export interface TextProps {
  readonly label: string;
  readonly name: string;
  readonly error: unknown;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The label of a field; one that may stay empty says so. */
export function useLabel(): (field: Field) => string {
  const { t, word } = useWords();
  return (field) => {
    const { name, label, required, kind } = field;
    const words = label === undefined ? word('fact', name) : t(label);
    // Where "none" has a meaning of its own, one always chooses.
    const isChosen = kind === 'tick' || (kind === 'reference' && field.none !== undefined);
    return required === true || isChosen ? words : t('form.optional', { label: words });
  };
}
