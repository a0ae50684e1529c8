import type { ReactNode } from 'react';
import type { Recorded } from '../../data/command.ts';
import { useWords } from '../words.tsx';
import { addressed, type Command, commandDraft, takenBack } from './commands.ts';
import { FactForm } from './fact-form.tsx';
import type { Values } from './fields.ts';

export interface CommandFormProps {
  readonly command: Command;
  /** The trajectory, network, pledge or meeting that it is about. */
  readonly id: string;
  readonly today: string;
  /** What the form begins with beside today, such as the layer. */
  readonly given?: Values;
  /** What is known from the page, and therefore not asked: `trajectory` of a decision, `support` in a path. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** What stands with "recorded", such as the way to what was made. */
  readonly after?: (answer: Recorded) => ReactNode;
}

const usual = {
  toRole: 'lead',
  role: 'contact',
  contactRole: 'contact',
  by: 'contact',
  ownerRole: 'programme-manager',
};

/** The form of one command, with today in it. */
export function CommandForm({ command, id, today, given, fixed = {}, after }: CommandFormProps) {
  const { t } = useWords();
  const { key, path, fields, label } = command;
  return (
    <FactForm
      fields={fields}
      given={{ occurredOn: today, ...usual, ...given }}
      action={t('do.action', { what: t(label).toLowerCase() })}
      {...takenBack(path, id)}
      draft={commandDraft(draftPlace(id, fixed), key)}
      posting={(content) => addressed(path, id, { ...content, ...fixed })}
      tells
      {...(after !== undefined && { after })}
    />
  );
}

/** Two forms of one network, each about another trajectory, each keep what was typed. */
export function draftPlace(id: string, fixed: Readonly<Record<string, string>> = {}): string {
  return [id, ...Object.values(fixed)].join('.');
}
