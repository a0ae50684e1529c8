import { FactForm } from '../../ui/facts/fact-form.tsx';
import type { Field } from '../../ui/facts/fields.ts';
import { useWords } from '../../ui/words.tsx';
import type { PutRightProps } from './correct-form.tsx';

const fields: readonly Field[] = [{ name: 'reason', kind: 'text', required: true, label: 'retract.reason' }];

/** Says that a fact did not happen, and why it stood there. */
export function RetractForm({ line, at, id, draft, onDone }: PutRightProps) {
  const { t } = useWords();
  return (
    <FactForm
      fields={fields}
      given={{}}
      action={t('retract.action')}
      draft={draft}
      posting={(told) => ({ address: `/v1/${at}/${id}/retractions`, content: { ...told, event: line.eventId } })}
      onDone={onDone}
    />
  );
}
