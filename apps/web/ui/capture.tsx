import { useState } from 'react';
import type { Standing } from '../data/answers/progress.ts';
import { type Recorded, useCommand } from '../data/command.ts';
import { useDraft } from '../data/draft.ts';
import { posting } from '../data/posting.ts';
import { ChoiceField, DayField, RecordForm, TextField } from './form.tsx';
import { Saved } from './saved.tsx';
import { useWords } from './words.tsx';

interface Props {
  readonly programme: string;
  readonly today: string;
  readonly standings: readonly Standing[];
  /** The trajectory that it is about, where that is clear from the page. */
  readonly about?: string;
}

/** Where a note is kept until it is recorded. */
export function noteDraft(programme: string, about = ''): string {
  return `note.${programme}.${about}`;
}

/** "What happened?": a note in one go. What was typed is kept on this device until it is recorded. */
export function Capture({ programme, today, standings, about = '' }: Props) {
  const { t } = useWords();
  const place = noteDraft(programme, about);
  const draft = useDraft(place, { text: '', trajectory: about, occurredOn: today });
  const [answer, setAnswer] = useState<Recorded>();
  const { mutate, isPending, isWaiting, error } = useCommand({
    what: t('capture.title'),
    draft: place,
    posting: (body: { text: string; occurredOn: string; trajectory?: string }) =>
      posting('/v1/programmes/{id}/notes', programme, body),
    onDone: (recorded) => {
      draft.clear();
      setAnswer(recorded);
    },
  });
  const { text, trajectory, occurredOn } = draft.values;
  const submit = () => mutate({ text, occurredOn, ...(trajectory !== '' && { trajectory }) });
  const subjects = [
    ['', t('capture.programme')] as const,
    ...standings.map(({ trajectory: id, organisation }) => [id, organisation.name] as const),
  ];
  const field = (name: 'text' | 'trajectory' | 'occurredOn') => ({
    name,
    error,
    value: draft.values[name],
    onChange: (value: string) => draft.change({ [name]: value }),
  });
  return (
    <>
      <RecordForm onSubmit={submit} isSending={isPending} error={error} action={t('capture.action')} draft={draft}>
        <TextField {...field('text')} label={t('capture.text')} rows={2} />
        {about === '' && <ChoiceField {...field('trajectory')} label={t('capture.subject')} options={subjects} />}
        <DayField {...field('occurredOn')} label={t('field.on')} />
      </RecordForm>
      <Saved answer={answer} isWaiting={isWaiting} at="dossier-items" />
    </>
  );
}
