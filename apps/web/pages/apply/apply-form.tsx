import { useState } from 'react';
import type { Applicant, PublicForm } from '../../data/answers/taking-part.ts';
import { useApplication } from '../../data/taking-part.ts';
import { organisationRoles } from '../../ui/facts/roles.ts';
import { ChoiceField, RecordForm, TextField } from '../../ui/form.tsx';
import { useWords } from '../../ui/words.tsx';
import { OrganisationChoice } from './organisation-choice.tsx';

interface Props {
  readonly programme: string;
  readonly form: PublicForm;
  readonly onApplied: (organisation: string) => void;
}

interface Content {
  readonly form: string;
  readonly organisation: string | undefined;
  readonly contactRole: string;
  readonly network?: string;
  readonly motivation?: string;
  readonly question?: { readonly category: string; readonly text: string };
}

const begin = { contactRole: '', network: '', category: '', text: '', motivation: '' };

/** What is typed stays on the page alone: the device may be shared. */
export function ApplyForm({ programme, form, onApplied }: Props) {
  const { t, pick, word } = useWords();
  const [organisation, setOrganisation] = useState<Applicant>();
  const [values, setValues] = useState(begin);
  const { mutate, isPending, error } = useApplication<Content>(programme);
  const field = (name: keyof typeof begin, path: string = name) => ({
    name: path,
    error,
    value: values[name],
    onChange: (value: string) => setValues((now) => ({ ...now, [name]: value })),
  });
  const send = () =>
    mutate(contentOf(form, organisation, values), { onSuccess: () => onApplied(organisation?.name ?? '') });
  const none = ['', t('apply.choose')] as const;
  return (
    <RecordForm onSubmit={send} isSending={isPending} error={error} action={t('apply.action')}>
      <OrganisationChoice chosen={organisation} onChoose={setOrganisation} error={error} />
      {form.networks.length > 1 && (
        <ChoiceField
          {...field('network')}
          label={t('apply.network')}
          options={[none, ...form.networks.map(({ network, name }) => [network, name] as const)]}
        />
      )}
      {/* Never a name: the lead finds the person by the role. */}
      <ChoiceField
        {...field('contactRole')}
        label={t('apply.role')}
        options={[none, ...organisationRoles.map((role) => [role, word('role', role)] as const)]}
      />
      <fieldset className="apply__part">
        <legend>{t('apply.question')}</legend>
        <p className="hint">{t('apply.questionHint')}</p>
        <ChoiceField
          {...field('category', 'question.category')}
          label={t('apply.category')}
          options={[none, ...form.categories.map(({ key, label }) => [key, pick(label)] as const)]}
        />
        <TextField {...field('text', 'question.text')} label={t('fact.questionText')} rows={4} />
      </fieldset>
      <TextField {...field('motivation')} label={t('apply.motivation')} rows={3} />
      <p className="hint">{t('apply.noNames')}</p>
    </RecordForm>
  );
}

/** What was left empty is left out, so that the API says what it misses, by field. */
function contentOf({ form, networks }: PublicForm, organisation: Applicant | undefined, values: typeof begin): Content {
  const { contactRole, category, motivation } = values;
  const text = values.text.trim();
  const network = networks.length === 1 ? networks[0]?.network : values.network;
  return {
    form,
    organisation: organisation?.id,
    contactRole,
    ...(network && { network }),
    ...(motivation.trim() !== '' && { motivation }),
    ...((category !== '' || text !== '') && { question: { category, text } }),
  };
}
