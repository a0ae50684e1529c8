import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { useCommand } from '../../data/command.ts';
import { posting } from '../../data/posting.ts';
import { LineField, RecordForm, TextField } from '../../ui/form.tsx';
import { Told } from '../../ui/saved.tsx';
import { useWords } from '../../ui/words.tsx';
import { type Column, isChanged } from './composition.ts';
import type { BoardParts } from './members.tsx';

interface Props {
  readonly column: Column;
  readonly board: BoardParts;
}

/** What can be recorded of a group: that it is made, that its members are others now, or that it stands. */
export function GroupForms(props: Props) {
  const { made } = props.column;
  if (made === null) return <MakeForm {...props} />;
  return isChanged(props.column) ? (
    <RecomposeForm {...props} group={made.group} />
  ) : (
    <Freeze {...props} group={made.group} />
  );
}

function MakeForm({ column, board }: Props) {
  const { t } = useWords();
  const { key, name, members } = column;
  const [reason, setReason] = useState('');
  const { mutate, isPending, isWaiting, error } = useCommand({
    what: t('groups.make'),
    posting: (content: { kind: 'learning'; name: string; reason: string; members: string[] }) =>
      posting('/v1/networks/{id}/groups', board.network.network, content),
    onDone: (answer) => {
      if (answer !== undefined) board.recorded(column);
    },
  });
  return (
    <RecordForm
      onSubmit={() => mutate({ kind: 'learning', name, reason, members: [...members] })}
      isSending={isPending}
      error={error}
      action={t('groups.make')}
    >
      <LineField
        label={t('groups.name')}
        name="name"
        error={error}
        value={name}
        onChange={(typed) => board.rename(key, typed)}
      />
      <TextField label={t('fact.reason')} name="reason" error={error} value={reason} onChange={setReason} rows={2} />
      <div>
        <Button appearance="subtle-button" onClick={() => board.remove(key)}>
          {t('groups.remove')}
        </Button>
      </div>
      <Told answer={undefined} isWaiting={isWaiting} />
    </RecordForm>
  );
}

type MadeProps = Props & { readonly group: string };

function RecomposeForm({ column, group, board }: MadeProps) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const { mutate, isPending, isWaiting, error } = useCommand({
    what: t('groups.recompose'),
    posting: (content: { reason: string; members: string[] }) =>
      posting('/v1/groups/{id}/recompositions', group, content),
    onDone: (answer) => {
      if (answer !== undefined) board.recorded(column);
    },
  });
  return (
    <RecordForm
      onSubmit={() => mutate({ reason, members: [...column.members] })}
      isSending={isPending}
      error={error}
      action={t('groups.recompose')}
    >
      <TextField label={t('fact.reason')} name="reason" error={error} value={reason} onChange={setReason} rows={2} />
      <Told answer={undefined} isWaiting={isWaiting} />
    </RecordForm>
  );
}

function Freeze({ column, group, board }: MadeProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { mutate, isPending, isWaiting, error } = useCommand({
    what: t('groups.freezeAction'),
    posting: (content: { reason: string }) => posting('/v1/groups/{id}/freezes', group, content),
    onDone: (answer) => {
      if (answer !== undefined) board.recorded(column);
    },
  });
  return (
    <>
      <button
        type="button"
        className="choice choice--small"
        aria-expanded={open}
        aria-label={t('groups.freezeOf', { name: column.name })}
        onClick={() => setOpen(!open)}
      >
        {t('groups.freeze')}
      </button>
      {open && (
        <RecordForm
          onSubmit={() => mutate({ reason })}
          isSending={isPending}
          error={error}
          action={t('groups.freezeAction')}
        >
          <p className="hint">{t('groups.freezeHint')}</p>
          <TextField
            label={t('fact.reason')}
            name="reason"
            error={error}
            value={reason}
            onChange={setReason}
            rows={2}
          />
          <Told answer={undefined} isWaiting={isWaiting} />
        </RecordForm>
      )}
    </>
  );
}
