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
import { ApiProblem } from '../data/problem.ts';
import { useFailureWords } from './asked.tsx';
import { DraftNote } from './draft-note.tsx';
import type { Within } from './facts/fields.ts';
import { useWords } from './words.tsx';

interface FieldProps {
  readonly label: string;
  /** The name of the field in the API, by which its error is found. */
  readonly name: string;
  readonly error: unknown;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The message of the API about exactly this field, not about something inside it. */
export function exactMessageFor(error: unknown, name: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  return error.fields.find(({ field }) => field === name)?.detail;
}

/** The message of the API about one field, or about something inside it. */
export function messageFor(error: unknown, name: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  return error.fields.find(({ field }) => field === name || field.startsWith(`${name}.`))?.detail;
}

interface FrameProps {
  readonly label: string;
  readonly message: string | undefined;
  readonly hint?: string | undefined;
  readonly children: (ids: { id: string; 'aria-describedby'?: string; invalid: boolean }) => ReactNode;
}

function Frame({ label, message, hint, children }: FrameProps) {
  const id = useId();
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
    <Frame label={label} message={messageFor(error, name)}>
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
    <Frame label={label} message={messageFor(error, name)}>
      {(ids) => (
        <Textarea {...ids} rows={rows} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
      )}
    </Frame>
  );
}

interface LineProps extends FieldProps {
  readonly hint?: string;
  readonly onBlur?: () => void;
  /** Values that are offered while one types, with what people call them; another may be given too. */
  readonly offered?: readonly (readonly [value: string, label: string])[];
}

/** A text of one line. */
export function LineField({ label, name, error, value, onChange, onBlur, hint, offered = [] }: LineProps) {
  const list = useId();
  return (
    <Frame label={label} message={messageFor(error, name)} hint={hint}>
      {(ids) => (
        <>
          <Textbox
            {...ids}
            type="text"
            {...(offered.length > 0 && { list })}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
            onBlur={onBlur}
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
    <Frame label={label} message={messageFor(error, name)}>
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
  const message = messageFor(error, name);
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
  readonly hint?: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

/** One of several. */
export function ChoiceField({ label, name, error, value, onChange, options, hint }: ChoiceProps) {
  return (
    <Frame label={label} message={messageFor(error, name)} hint={hint}>
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
  const words = useFailureWords();
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
