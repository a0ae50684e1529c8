import { type ReactNode, useState } from 'react';
import type { Outcome } from '../../data/client.ts';
import { type CommandHeaders, type Recorded, useCommand } from '../../data/command.ts';
import { RecordForm } from '../form.tsx';
import { type RetractAt, Saved } from '../saved.tsx';
import { FieldInput } from './field-input.tsx';
import { beginOf, contentOf, type Field, type Values, valuesOf } from './fields.ts';

interface Props {
  readonly fields: readonly Field[];
  /** What the form begins with, such as today. */
  readonly given: Values;
  readonly action: string;
  readonly send: (content: Record<string, unknown>, headers: CommandHeaders) => Promise<Outcome>;
  /** Where it is taken back; without an id, at what the command made. */
  readonly at: RetractAt;
  readonly id?: string;
  /** What stands with "recorded", such as the way to what was made. */
  readonly after?: (answer: Recorded) => ReactNode;
}

/**
 * A form for one fact, described by its fields. What was refused stands with its field and nothing is lost; what was
 * recorded is said with its warnings, and can be taken back.
 */
export function FactForm({ fields, given, action, send, at, id, after }: Props) {
  const [values, setValues] = useState(() => valuesOf(fields, given));
  const [answer, setAnswer] = useState<Recorded>();
  const { mutate, isPending, error } = useCommand(send, (recorded) => {
    setValues(valuesOf(fields, given));
    setAnswer(recorded);
  });
  return (
    <>
      <RecordForm
        onSubmit={() => mutate(contentOf(fields, values))}
        isSending={isPending}
        error={error}
        action={action}
      >
        {fields.map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            path={field.name}
            value={values[field.name] ?? beginOf(field)}
            error={error}
            onChange={(value) => setValues((now) => ({ ...now, [field.name]: value }))}
          />
        ))}
      </RecordForm>
      {answer !== undefined && (
        <>
          <Saved answer={answer} at={at} id={id ?? answer.id} onUndone={() => setAnswer(undefined)} />
          {after?.(answer)}
        </>
      )}
    </>
  );
}
