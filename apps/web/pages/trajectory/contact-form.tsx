import { useState } from 'react';
import { api } from '../../data/client.ts';
import { type Recorded, useCommand } from '../../data/command.ts';
import { useDraft } from '../../data/storage.ts';
import { ChoiceField, DayField, RecordForm, TextField } from '../../ui/form.tsx';
import { Saved } from '../../ui/saved.tsx';
import { useWords } from '../../ui/words.tsx';

const kinds = ['phone', 'video', 'visit', 'mail', 'other'] as const;

interface Content {
  readonly occurredOn: string;
  readonly kind: (typeof kinds)[number];
  readonly roles: string[];
  readonly summary: string;
}

interface Props {
  readonly trajectory: string;
  readonly today: string;
}

/** A contact moment: by default today, by phone, between the lead and the contact. */
export function ContactForm({ trajectory, today }: Props) {
  const { t, word } = useWords();
  const [occurredOn, setOccurredOn] = useState(today);
  const [kind, setKind] = useState<string>('phone');
  const [summary, setSummary] = useDraft(`samenspel.draft.contact.${trajectory}`);
  const [answer, setAnswer] = useState<Recorded>();
  const { mutate, isPending, error } = useCommand(
    (body: Content, headers) =>
      api.POST('/v1/trajectories/{id}/contact-moments', {
        params: { path: { id: trajectory }, header: headers },
        body,
      }),
    (recorded) => {
      setSummary('');
      setAnswer(recorded);
    },
  );
  const submit = () =>
    mutate({
      occurredOn,
      kind: kinds.find((each) => each === kind) ?? 'other',
      roles: ['lead', 'contact'],
      summary,
    });
  return (
    <>
      <RecordForm onSubmit={submit} isSending={isPending} error={error} action={t('contact.action')}>
        <DayField label={t('field.on')} name="occurredOn" error={error} value={occurredOn} onChange={setOccurredOn} />
        <ChoiceField
          label={t('contact.kind')}
          name="kind"
          error={error}
          value={kind}
          onChange={setKind}
          options={kinds.map((each) => [each, word('contactKind', each)] as const)}
        />
        <TextField label={t('contact.summary')} name="summary" error={error} value={summary} onChange={setSummary} />
      </RecordForm>
      {answer !== undefined && (
        <Saved answer={answer} at="trajectories" id={trajectory} onUndone={() => setAnswer(undefined)} />
      )}
    </>
  );
}
