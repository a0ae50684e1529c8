import { useState } from 'react';
import type { Standing } from '../data/answers/progress.ts';
import { api } from '../data/client.ts';
import { type Recorded, useCommand } from '../data/command.ts';
import { useDraft } from '../data/storage.ts';
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

/** "What happened?": a note in one go. What was typed is kept on this device until it is recorded. */
export function Capture({ programme, today, standings, about }: Props) {
  const { t } = useWords();
  const [text, setText] = useDraft(`samenspel.draft.note.${programme}.${about ?? ''}`);
  const [trajectory, setTrajectory] = useState(about ?? '');
  const [occurredOn, setOccurredOn] = useState(today);
  const [answer, setAnswer] = useState<Recorded>();
  const { mutate, isPending, error } = useCommand(
    (body: { text: string; occurredOn: string; trajectory?: string }, headers) =>
      api.POST('/v1/programmes/{id}/notes', { params: { path: { id: programme }, header: headers }, body }),
    (recorded) => {
      setText('');
      setAnswer(recorded);
    },
  );
  const submit = () => mutate({ text, occurredOn, ...(trajectory !== '' && { trajectory }) });
  const subjects = [
    ['', t('capture.programme')] as const,
    ...standings.map(({ trajectory: id, organisation }) => [id, organisation.name] as const),
  ];
  return (
    <>
      <RecordForm onSubmit={submit} isSending={isPending} error={error} action={t('capture.action')}>
        <TextField label={t('capture.text')} name="text" error={error} value={text} onChange={setText} rows={2} />
        {about === undefined && (
          <ChoiceField
            label={t('capture.subject')}
            name="trajectory"
            error={error}
            value={trajectory}
            onChange={setTrajectory}
            options={subjects}
          />
        )}
        <DayField label={t('field.on')} name="occurredOn" error={error} value={occurredOn} onChange={setOccurredOn} />
      </RecordForm>
      {text !== '' && <p className="hint">{t('capture.draft')}</p>}
      {answer !== undefined && (
        <Saved answer={answer} at="dossier-items" id={answer.id} onUndone={() => setAnswer(undefined)} />
      )}
    </>
  );
}
