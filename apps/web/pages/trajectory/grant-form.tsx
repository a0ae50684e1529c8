import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { programme } from '../../data/ask.ts';
import { api } from '../../data/client.ts';
import { type Recorded, useCommand } from '../../data/command.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { ChoiceField, DayField, RecordForm, TextField } from '../../ui/form.tsx';
import { Saved } from '../../ui/saved.tsx';
import { useWords } from '../../ui/words.tsx';

interface Content {
  readonly occurredOn: string;
  readonly reservation?: { readonly reason: string; readonly decisionExpectedOn: string };
}

interface Props {
  readonly trajectory: string;
  readonly today: string;
}

/** The commitment of a layer was given, perhaps with a reservation and the day on which the decision is expected. */
export function GrantForm({ trajectory, today }: Props) {
  const { t, pick } = useWords();
  const layers = useQuery(programme(useProgramme())).data?.data.template.layers ?? [];
  const [layer, setLayer] = useState('');
  const [occurredOn, setOccurredOn] = useState(today);
  const [reason, setReason] = useState('');
  const [decisionExpectedOn, setExpected] = useState('');
  const [answer, setAnswer] = useState<Recorded>();
  const chosen = layer || (layers[0]?.key ?? '');
  const { mutate, isPending, error } = useCommand(
    ({ layer: of, ...body }: Content & { readonly layer: string }, header) =>
      api.POST('/v1/trajectories/{id}/commitments/{layer}/grants', {
        params: { path: { id: trajectory, layer: of }, header },
        body,
      }),
    setAnswer,
  );
  const hasReservation = reason !== '' || decisionExpectedOn !== '';
  const submit = () =>
    mutate({ layer: chosen, occurredOn, ...(hasReservation && { reservation: { reason, decisionExpectedOn } }) });
  return (
    <>
      <RecordForm onSubmit={submit} isSending={isPending} error={error} action={t('grant.action')}>
        <ChoiceField
          label={t('column.layer')}
          name="layer"
          error={error}
          value={chosen}
          onChange={setLayer}
          options={layers.map(({ key, label }) => [key, pick(label)] as const)}
        />
        <DayField label={t('field.on')} name="occurredOn" error={error} value={occurredOn} onChange={setOccurredOn} />
        <TextField
          label={t('grant.reservation')}
          name="reservation.reason"
          error={error}
          value={reason}
          onChange={setReason}
          rows={2}
        />
        <DayField
          label={t('grant.expected')}
          name="reservation.decisionExpectedOn"
          error={error}
          value={decisionExpectedOn}
          onChange={setExpected}
        />
      </RecordForm>
      {answer !== undefined && (
        <Saved answer={answer} at="trajectories" id={trajectory} onUndone={() => setAnswer(undefined)} />
      )}
    </>
  );
}
