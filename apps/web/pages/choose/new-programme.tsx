import { Link, useNavigate } from '@tanstack/react-router';
import { addDays } from '../../data/dates.ts';
import type { CommandPath } from '../../data/posting.ts';
import { FactForm } from '../../ui/facts/fact-form.tsx';
import type { Field } from '../../ui/facts/fields.ts';
import { useWords } from '../../ui/words.tsx';

/** Where what was typed is kept until it is recorded. */
export const draft = 'new.programme';
const path = '/v1/programmes' satisfies CommandPath;
const daysOfYear = 365;

const templates = [
  'regional-network',
  'tailored-learning',
  'changing-role',
  'digital-transformation',
  'theme-teams',
] as const;

const fields: readonly Field[] = [
  { name: 'name', kind: 'line', required: true },
  { name: 'client', kind: 'organisation', required: true },
  { name: 'template', kind: 'choice', options: templates, words: 'programmeTemplate', required: true },
  { name: 'opensOn', kind: 'day', required: true },
  { name: 'from', kind: 'day', required: true, label: 'fact.firstDay' },
  { name: 'until', kind: 'day', required: true, label: 'fact.lastDay' },
];

/** Sets up a programme, of a year unless one says otherwise, and goes to its page. */
export function NewProgramme({ today }: { readonly today: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <FactForm
      fields={fields}
      given={{ opensOn: today, from: today, until: addDays(today, daysOfYear - 1) }}
      action={t('do.action', { what: t('do.setUpProgramme').toLowerCase() })}
      draft={draft}
      tells
      posting={(content) => ({ address: path, content })}
      onDone={(answer) => {
        // What is to be known of it is read first.
        if (answer === undefined || answer.warnings.length > 0) return;
        void navigate({ to: '/programmas/$programme/overzicht', params: { programme: answer.id }, search: {} });
      }}
      after={({ id }) => (
        <p>
          <Link to="/programmas/$programme/overzicht" params={{ programme: id }}>
            {t('choose.open')}
          </Link>
        </p>
      )}
    />
  );
}
