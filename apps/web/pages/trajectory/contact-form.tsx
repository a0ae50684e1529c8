import { useState } from 'react';
import { type Recorded, useCommand } from '../../data/command.ts';
import { type ContactKind, contactKinds } from '../../data/contact-kinds.ts';
import { useDraft } from '../../data/draft.ts';
import { posting } from '../../data/posting.ts';
import { ChoiceField, DayField, RecordForm, TextField } from '../../ui/form.tsx';
import { Saved } from '../../ui/saved.tsx';
import { useWords } from '../../ui/words.tsx';

interface Content {
  readonly occurredOn: string;
  readonly kind: ContactKind;
  readonly roles: string[];
  readonly summary: string;
}

interface Props {
  readonly trajectory: string;
  readonly today: string;
}

/** Where a contact moment is kept until it is recorded. */
export function contactDraft(trajectory: string): string {
  return `${trajectory}.contact`;
}

/** A contact moment: by default today, by phone, between the lead and the contact. */
export function ContactForm({ trajectory, today }: Props) {
  const { t, word } = useWords();
  const place = contactDraft(trajectory);
  const draft = useDraft(place, { occurredOn: today, kind: 'phone', summary: '' });
  const [answer, setAnswer] = useState<Recorded>();
  const { mutate, isPending, isWaiting, error } = useCommand({
    what: t('contact.action'),
    draft: place,
    posting: (content: Content) => posting('/v1/trajectories/{id}/contact-moments', trajectory, content),
    onDone: (recorded) => {
      draft.clear();
      setAnswer(recorded);
    },
  });
  const { occurredOn, kind, summary } = draft.values;
  const submit = () =>
    mutate({
      occurredOn,
      kind: contactKinds.find((each) => each === kind) ?? 'other',
      roles: ['lead', 'contact'],
      summary,
    });
  const field = (name: 'occurredOn' | 'kind' | 'summary') => ({
    name,
    error,
    value: draft.values[name],
    onChange: (value: string) => draft.change({ [name]: value }),
  });
  return (
    <>
      <RecordForm onSubmit={submit} isSending={isPending} error={error} action={t('contact.action')} draft={draft}>
        <DayField {...field('occurredOn')} label={t('field.on')} />
        <ChoiceField
          {...field('kind')}
          label={t('contact.kind')}
          options={contactKinds.map((each) => [each, word('contactKind', each)] as const)}
        />
        <TextField {...field('summary')} label={t('contact.summary')} />
      </RecordForm>
      <Saved answer={answer} isWaiting={isWaiting} at="trajectories" id={trajectory} />
    </>
  );
}
