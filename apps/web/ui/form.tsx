import {
  Button,
  FormField,
  FormFieldErrorMessage,
  FormLabel,
  Select,
  SelectOption,
  Textarea,
  Textbox,
} from '@utrecht/component-library-react';
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import type { Draft } from '../data/draft.ts';
import { useFormFailureWords } from './asked.tsx';
import { DraftNote } from './draft-note.tsx';
import type { Within } from './facts/fields.ts';
import { useFieldMessages } from './field-messages.ts';
import type { Filled } from './form-errors.ts';
import { useWords } from './words.tsx';

interface FieldProps {
  readonly label: string;
  /** The name of the field in the API, by which its error is found. */
  readonly name: string;
  readonly error: unknown;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

interface FrameProps extends Pick<FieldProps, 'label' | 'name' | 'error'> {
  readonly kind?: Filled;
  readonly hint?: string | undefined;
  readonly children: (ids: { id: string; 'aria-describedby'?: string; invalid: boolean }) => ReactNode;
}

function Frame({ label, name, error, kind = 'text', hint, children }: FrameProps) {
  const id = useId();
  const message = useFieldMessages().within(error, name, kind);
  const invalid = message !== undefined;
  const described = [...(invalid ? [`${id}-error`] : []), ...(hint === undefined ? [] : [`${id}-hint`])].join(' ');
  return (
    <FormField type="text" invalid={invalid}>
      <FormLabel htmlFor={id}>{label}</FormLabel>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {invalid && <FormFieldErrorMessage id={`${id}-error`}>{message}</FormFieldErrorMessage>}
      {children({ id, invalid, ...(described !== '' && { 'aria-describedby': described }) })}
    </FormField>
  );
}

/** A day to choose. */
export function DayField({ label, name, error, value, onChange, min, max }: FieldProps & Within) {
  return (
    <Frame label={label} name={name} error={error} kind="day">
      {(ids) => (
        <Textbox
          {...ids}
          type="date"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          {...(min !== undefined && { min })}
          {...(max !== undefined && { max })}
        />
      )}
    </Frame>
  );
}

/** A text of one line or more. */
export function TextField({ label, name, error, value, onChange, rows = 3 }: FieldProps & { readonly rows?: number }) {
  return (
    <Frame label={label} name={name} error={error}>
      {(ids) => (
        <Textarea {...ids} rows={rows} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
      )}
    </Frame>
  );
}

interface LineProps extends FieldProps {
  readonly hint?: string | undefined;
  /** What one fills in, where a mistake in it is said in its own way. */
  readonly kind?: Filled;
  readonly maxLength?: number;
  readonly onBlur?: () => void;
  /** What Enter does here, where it should not send the form. */
  readonly onEnter?: () => void;
  /** Values that are offered while one types, with what people call them; another may be given too. */
  readonly offered?: readonly (readonly [value: string, label: string])[];
}

/** A text of one line. */
export function LineField({ value, onChange, onBlur, onEnter, maxLength, offered = [], ...frame }: LineProps) {
  const list = useId();
  return (
    <Frame {...frame}>
      {(ids) => (
        <>
          <Textbox
            {...ids}
            type="text"
            {...(offered.length > 0 && { list })}
            {...(maxLength !== undefined && { maxLength })}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
            onBlur={onBlur}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || onEnter === undefined) return;
              event.preventDefault();
              onEnter();
            }}
          />
          {offered.length > 0 && (
            <datalist id={list}>
              {offered.map(([key, text]) => (
                <option key={key} value={key}>
                  {text}
                </option>
              ))}
            </datalist>
          )}
        </>
      )}
    </Frame>
  );
}

/** A whole number. */
export function NumberField({ label, name, error, value, onChange }: FieldProps) {
  return (
    <Frame label={label} name={name} error={error}>
      {(ids) => (
        <Textbox
          {...ids}
          type="text"
          inputMode="numeric"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Frame>
  );
}

interface TickProps extends Pick<FieldProps, 'label' | 'name' | 'error'> {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Yes or no. */
export function TickField({ label, name, error, checked, onChange }: TickProps) {
  const message = useFieldMessages().within(error, name);
  return (
    <div>
      {message !== undefined && <p className="part__failure">{message}</p>}
      <label className="check">
        <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
        {label}
      </label>
    </div>
  );
}

interface ChoiceProps extends FieldProps {
  readonly hint?: string | undefined;
  readonly options: readonly (readonly [value: string, label: string])[];
}

/** One of several. */
export function ChoiceField({ label, name, error, value, onChange, options, hint }: ChoiceProps) {
  return (
    <Frame label={label} name={name} error={error} kind="choice" hint={hint}>
      {(ids) => (
        <Select {...ids} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {options.map(([key, text]) => (
            <SelectOption key={key} value={key}>
              {text}
            </SelectOption>
          ))}
        </Select>
      )}
    </Frame>
  );
}

interface FormProps {
  readonly onSubmit: () => void;
  readonly isSending: boolean;
  readonly error: unknown;
  readonly action: string;
  /** What was typed, where it is kept. */
  readonly draft?: Pick<Draft<object>, 'isKept' | 'clear'>;
  readonly children: ReactNode;
}

/**
 * A form that records something. What was refused stands with its field and in one sentence above; what was entered stays.
 */
export function RecordForm({ onSubmit, isSending, error, action, draft, children }: FormProps) {
  const { t } = useWords();
  const words = useFormFailureWords();
  const failure = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (error) failure.current?.focus();
  }, [error]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isSending) onSubmit();
  };
  return (
    <form className="record" onSubmit={submit} noValidate>
      {Boolean(error) && (
        <p ref={failure} tabIndex={-1} className="record__failure" role="alert">
          {words(error)}
        </p>
      )}
      {children}
      <div className="record__actions">
        <Button appearance="primary-action-button" type="submit" busy={isSending}>
          {isSending ? t('sending') : action}
        </Button>
        {draft !== undefined && <DraftNote {...draft} />}
      </div>
    </form>
  );
}
