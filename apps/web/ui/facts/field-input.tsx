import { useFieldMessages } from '../field-messages.ts';
import { ChoiceField, DayField, LineField, NumberField, TextField, TickField } from '../form.tsx';
import { type MessageId, useWords } from '../words.tsx';
import { useCodeWords } from './codes.ts';
import type { Field, Reference, Value, Values } from './fields.ts';
import { type InputProps, type TextProps, useLabel } from './input.ts';
import { keyOf } from './key-words.ts';
import { ListInput, PartInput } from './nested-input.tsx';
import type { Option, Referred } from './option.ts';
import { OrganisationInput } from './organisation-input.tsx';
import { PersonInput } from './person-input.tsx';
import { useReference } from './references.ts';
import { RoleInput } from './role-input.tsx';

/** The input that fits a field. */
export function FieldInput(props: InputProps) {
  const label = useLabel()(props.field);
  const { field, path, value, error, onChange } = props;
  const text = { label, name: path, error, value: typeof value === 'string' ? value : '', onChange };
  switch (field.kind) {
    case 'day':
      return <DayField {...text} {...field.within} />;
    case 'text':
      return <TextField {...text} />;
    case 'line':
      return <LineField {...text} />;
    case 'number':
      return <NumberField {...text} />;
    case 'role':
      return <RoleInput {...text} required={field.required === true} />;
    case 'organisation':
      return <OrganisationInput {...text} />;
    case 'person':
      return <PersonInput {...text} />;
    case 'key':
      return field.from === undefined ? <KeyInput {...text} /> : null;
    case 'mark':
      return <LineField {...text} kind="mark" />;
    case 'choice':
      return <CodeInput {...text} field={field} />;
    case 'reference':
      return <ReferenceInput {...text} field={field} beside={props.beside ?? {}} />;
    case 'tick':
      return <TickField label={label} name={path} error={error} checked={value === true} onChange={onChange} />;
    case 'several':
      return <SeveralInput {...props} field={field} />;
    case 'part':
      return <PartInput {...props} field={field} Inside={FieldInput} />;
    case 'list':
      return <ListInput {...props} field={field} Inside={FieldInput} />;
  }
}

/** A key in ordinary words; what they become is said. */
function KeyInput(props: TextProps) {
  const { t } = useWords();
  const key = keyOf(props.value);
  const hint = key === '' || key === props.value ? t('form.keyHint') : t('form.recordedAs', { key });
  return <LineField {...props} kind="key" hint={hint} />;
}

function CodeInput({
  field,
  ...props
}: TextProps & { readonly field: Field & { readonly options: readonly string[] } }) {
  const { word } = useWords();
  const codeWord = useCodeWords();
  const words = 'words' in field ? field.words : undefined;
  const options = field.options.map(
    (code): Option => [code, words === undefined ? codeWord(field.name, code) : word(words, code)],
  );
  return <ChoiceField {...props} options={withEmpty(options, field.required === true)} />;
}

interface ReferenceProps extends TextProps {
  readonly field: Field & { readonly to: Reference; readonly none?: MessageId };
  readonly beside: Values;
}

function ReferenceInput({ field: { to, none = 'form.noChoice', required }, beside, ...props }: ReferenceProps) {
  const { t } = useWords();
  const options = useReference(to)
    .filter((option) => option[0] === props.value || belongs(option, beside))
    .map(([value, label]): Option => [value, label]);
  // What was chosen before, and is in no list any more, is not passed off as the first of them.
  const isKnown = props.value === '' || options.some(([value]) => value === props.value);
  const kept: readonly Option[] = isKnown ? [] : [[props.value, t('form.chosenBefore')]];
  const first: Option = ['', required ? t('form.choose') : t(none)];
  return <ChoiceField {...props} options={[first, ...kept, ...options]} />;
}

/** Whether it is of the trajectory that is chosen beside it, where it is of one. */
function belongs([, , of]: Referred, { trajectory = '' }: Values): boolean {
  return of === undefined || trajectory === '' || of === trajectory;
}

function withEmpty(options: readonly Option[], required: boolean): readonly Option[] {
  return required ? options : [['', '–'], ...options];
}

function SeveralInput({
  field,
  path,
  value,
  error,
  onChange,
}: InputProps<Field & { readonly kind: 'several' | 'choice' }>) {
  const codeWord = useCodeWords();
  const label = useLabel()(field);
  const chosen: readonly Value[] = Array.isArray(value) ? value : [];
  const message = useFieldMessages().within(error, path, 'choice');
  const turn = (code: string) =>
    onChange(chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code]);
  return (
    <fieldset className="part">
      <legend>{label}</legend>
      {message !== undefined && <p className="part__failure">{message}</p>}
      {field.options.map((code) => (
        <label key={code} className="check">
          <input type="checkbox" checked={chosen.includes(code)} onChange={() => turn(code)} />
          {codeWord(field.name, code)}
        </label>
      ))}
    </fieldset>
  );
}
