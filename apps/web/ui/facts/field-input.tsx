import { ChoiceField, DayField, LineField, messageFor, NumberField, TextField, TickField } from '../form.tsx';
import { type MessageId, useWords } from '../words.tsx';
import { useCodeWords } from './codes.ts';
import type { Field, Reference, Value } from './fields.ts';
import { type InputProps, type TextProps, useLabel } from './input.ts';
import { ListInput, PartInput } from './nested-input.tsx';
import { OrganisationInput } from './organisation-input.tsx';
import { PersonInput } from './person-input.tsx';
import { type Option, useReference } from './references.ts';

/** The roles that the pages offer; another can be typed. */
const roles = [
  'contact',
  'portfolio-holder',
  'municipal-secretary',
  'programme-manager',
  'organisation-adviser',
  'policy-officer',
  'hr-manager',
  'council-clerk',
  'lead',
  'facilitator',
  'expert',
];

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
      return <RoleInput {...text} />;
    case 'organisation':
      return <OrganisationInput {...text} />;
    case 'person':
      return <PersonInput {...text} />;
    case 'choice':
      return <CodeInput {...text} field={field} />;
    case 'reference':
      return <ReferenceInput {...text} to={field.to} required={field.required === true} none={field.none} />;
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

function RoleInput(props: TextProps) {
  const { word, t } = useWords();
  return <LineField {...props} hint={t('form.roleHint')} offered={roles.map((role) => [role, word('role', role)])} />;
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
  readonly to: Reference;
  readonly required: boolean;
  readonly none: MessageId | undefined;
}

function ReferenceInput({ to, required, none = 'form.noChoice', ...props }: ReferenceProps) {
  const { t } = useWords();
  const options = useReference(to);
  const first: Option = ['', required ? t('form.choose') : t(none)];
  return <ChoiceField {...props} options={[first, ...options]} />;
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
  const message = messageFor(error, path);
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
