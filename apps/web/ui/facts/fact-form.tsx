import { type ReactNode, useState } from 'react';
import { type Recorded, useCommand } from '../../data/command.ts';
import { useDraft } from '../../data/draft.ts';
import type { Posting } from '../../data/posting.ts';
import { RecordForm } from '../form.tsx';
import { type RetractAt, Saved, Told } from '../saved.tsx';
import { FieldInput } from './field-input.tsx';
import { beginOf, contentOf, type Field, type Values, valuesOf } from './fields.ts';

interface Props {
  readonly fields: readonly Field[];
  /** What the form begins with, such as today. */
  readonly given: Values;
  readonly action: string;
  /** Where what was typed is kept until it is recorded. */
  readonly draft: string;
  readonly posting: (content: Record<string, unknown>) => Posting;
  /** Where it is taken back; without an id, at what the command made. What cannot be taken back has neither. */
  readonly at?: RetractAt;
  readonly id?: string;
  /** Says that it was recorded also of what cannot be taken back, such as a decision. */
  readonly tells?: boolean;
  /** It was recorded, or, without an answer, is kept to be sent later: for who closes the form then. */
  readonly onDone?: (answer: Recorded | undefined) => void;
  /** What stands with "recorded", such as the way to what was made. */
  readonly after?: (answer: Recorded) => ReactNode;
}

/**
 * A form for one fact, described by its fields. What was refused stands with its field and nothing is lost; what was
 * recorded is said with its warnings, and can be taken back.
 */
export function FactForm({
  fields,
  given,
  action,
  draft: place,
  posting,
  at,
  id,
  tells = false,
  after,
  onDone,
}: Props) {
  const draft = useDraft(place, valuesOf(fields, given));
  const [answer, setAnswer] = useState<Recorded>();
  const { mutate, isPending, isWaiting, error } = useCommand({
    what: action,
    draft: place,
    posting,
    onDone: (recorded) => {
      draft.clear();
      setAnswer(recorded);
      onDone?.(recorded);
    },
  });
  return (
    <>
      <RecordForm
        onSubmit={() => mutate(contentOf(fields, draft.values))}
        isSending={isPending}
        error={error}
        action={action}
        draft={draft}
      >
        {fields.map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            path={field.name}
            value={draft.values[field.name] ?? beginOf(field)}
            error={error}
            beside={draft.values}
            onChange={(value) => draft.change({ [field.name]: value })}
          />
        ))}
      </RecordForm>
      {at !== undefined && (
        <Saved answer={answer} isWaiting={isWaiting} at={at} {...(id !== undefined && { id })}>
          {after}
        </Saved>
      )}
      {at === undefined && tells && (
        <Told answer={answer} isWaiting={isWaiting}>
          {after}
        </Told>
      )}
    </>
  );
}
