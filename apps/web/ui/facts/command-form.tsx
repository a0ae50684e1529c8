import type { RetractAt } from '../saved.tsx';
import { useWords } from '../words.tsx';
import { addressed, type Command, commandDraft } from './commands.ts';
import { FactForm } from './fact-form.tsx';

interface Props {
  readonly command: Command;
  /** The trajectory, the pledge or the meeting that it is about. */
  readonly id: string;
  readonly at: RetractAt;
  readonly today: string;
  /** The layer that is chosen already, if any. */
  readonly layer?: string;
}

/** The form of one command, with today in it. */
export function CommandForm({ command: { key, path, fields, label }, id, at, today, layer = '' }: Props) {
  const { t } = useWords();
  return (
    <FactForm
      fields={fields}
      given={{
        occurredOn: today,
        layer,
        toRole: 'lead',
        role: 'contact',
        by: 'contact',
        ownerRole: 'programme-manager',
      }}
      action={t('do.action', { what: t(label).toLowerCase() })}
      at={at}
      id={id}
      draft={commandDraft(id, key)}
      posting={(content) => addressed(path, id, content)}
    />
  );
}
