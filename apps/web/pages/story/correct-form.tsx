import type { StoryLine } from '../../data/answers/follow.ts';
import type { Recorded } from '../../data/command.ts';
import { FactForm } from '../../ui/facts/fact-form.tsx';
import type { Field } from '../../ui/facts/fields.ts';
import type { RetractAt } from '../../ui/saved.tsx';
import { useWords } from '../../ui/words.tsx';
import { correctableFields, corrected, valuesFrom } from './content-fields.ts';
import { useOwnFields } from './own-fields.ts';

export interface PutRightProps {
  readonly line: StoryLine;
  readonly at: RetractAt;
  readonly id: string;
  readonly today: string;
  readonly draft: string;
  readonly onDone: (answer: Recorded | undefined) => void;
}

/** Records a fact again in the place of what it was: its own form with what stands, when it happened, and why. */
export function CorrectForm({ line, at, id, today, draft, onDone }: PutRightProps) {
  const { t } = useWords();
  const ownFields = useOwnFields();
  const content = line.data ?? {};
  const inner = correctableFields(content, ownFields(line.type));
  const happened = line.occurredOn ?? { precision: 'day', value: today };
  const fields: readonly Field[] = [
    ...(inner.length === 0
      ? []
      : [{ name: 'data', kind: 'part', fields: inner, required: true, label: 'correct.fact' } as const]),
    { name: 'occurredOn', kind: happened.precision === 'day' ? 'day' : 'line', required: true },
    { name: 'reason', kind: 'text', required: true, label: 'correct.reason' },
  ];
  return (
    <FactForm
      fields={fields}
      given={{ data: valuesFrom(inner, content), occurredOn: happened.value }}
      action={t('correct.action')}
      draft={draft}
      posting={({ data, ...told }) => ({
        address: `/v1/${at}/${id}/corrections`,
        content: { ...told, event: line.eventId, data: corrected(inner, content, data) },
      })}
      onDone={onDone}
    />
  );
}
