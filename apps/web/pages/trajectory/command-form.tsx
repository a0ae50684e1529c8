import { post } from '../../data/client.ts';
import { FactForm } from '../../ui/facts/fact-form.tsx';
import type { RetractAt } from '../../ui/saved.tsx';
import { useWords } from '../../ui/words.tsx';
import { addressed, type Command } from './commands.ts';

interface Props {
  readonly command: Command;
  /** The trajectory or the pledge that it is about. */
  readonly id: string;
  readonly at: RetractAt;
  readonly today: string;
  /** The layer that is chosen already, if any. */
  readonly layer?: string;
}

/** The form of one command, with today in it. */
export function CommandForm({ command: { path, fields, label }, id, at, today, layer = '' }: Props) {
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
      send={(content, headers) => {
        const { address, body } = addressed(path, id, content);
        return post(address, body, headers);
      }}
    />
  );
}
