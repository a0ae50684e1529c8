import { useState } from 'react';
import { hasDraft } from '../../data/draft.ts';
import type { CommandPath } from '../../data/posting.ts';
import { Choices } from '../../ui/choices.tsx';
import { FactForm } from '../../ui/facts/fact-form.tsx';
import type { Field } from '../../ui/facts/fields.ts';
import { useWords } from '../../ui/words.tsx';

const key = 'do.addOrganisation';
const draft = 'new.organisation';
const path = '/v1/organisations' satisfies CommandPath;

const fields: readonly Field[] = [
  {
    name: 'kind',
    kind: 'choice',
    options: ['association', 'supplier', 'municipality', 'province'],
    words: 'organisationKind',
    required: true,
    label: 'fact.organisationKind',
  },
  { name: 'name', kind: 'line', required: true },
  { name: 'province', kind: 'line' },
  { name: 'validFrom', kind: 'day' },
  { name: 'validUntil', kind: 'day' },
];

/** Adds an organisation that the source of the register does not list; from then on it is found by its name. */
export function Organisations() {
  const { t } = useWords();
  const [open, setOpen] = useState(() => (hasDraft(draft) ? key : ''));
  return (
    <>
      <p>{t('admin.registerLead')}</p>
      <Choices choices={[[key, t(key)]]} open={open} onOpen={setOpen} legend={t('admin.register')} isSmall />
      {open === key && (
        <div className="choices__form">
          <FactForm
            fields={fields}
            given={{}}
            action={t('do.action', { what: t(key).toLowerCase() })}
            draft={draft}
            tells
            posting={(content) => ({ address: path, content })}
          />
        </div>
      )}
    </>
  );
}
