import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import type { ParkedRow } from '../../data/answers/between.ts';
import { parked } from '../../data/ask-between.ts';
import { answered, post } from '../../data/client.ts';
import { Empty, Failure, Skeleton } from '../../ui/asked.tsx';
import { RecordForm, TextField } from '../../ui/form.tsx';
import { useWords } from '../../ui/words.tsx';

/** Rows that an event broke; who may operate can try them again, or leave them for a reason. */
export function ParkedRows({ mayAct }: { readonly mayAct: boolean }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(parked());
  if (data === undefined && error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={3} />;
  if (data.items.length === 0) return <Empty>{t('admin.parkedNone')}</Empty>;
  return (
    <>
      <ul className="rows">
        {data.items.map((row) => (
          <Parked key={row.id} row={row} mayAct={mayAct} />
        ))}
      </ul>
      {data.items.length < data.total && (
        <p className="hint">{t('admin.parkedMore', { shown: data.items.length, total: data.total })}</p>
      )}
    </>
  );
}

/** Sends what is done with a row, and asks everything again: a row that is mended changes answers without an event. */
function useAct(row: ParkedRow, path: 'retry' | 'release') {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (content: Record<string, string>) => answered(post(`/v1/admin/parked/${row.id}/${path}`, content, {})),
    onSuccess: () => queryClient.invalidateQueries(),
  });
}

function Parked({ row, mayAct }: { readonly row: ParkedRow; readonly mayAct: boolean }) {
  const { t, day } = useWords();
  const [reason, setReason] = useState('');
  const retry = useAct(row, 'retry');
  const release = useAct(row, 'release');
  return (
    <li className="row">
      <span className="row__day">{day(row.parkedAt)}</span>
      <span className="row__main">
        {row.view}, {row.subject ?? t('none')}
        <span className="row__note">{t('admin.parkedAt', { ordinal: row.ordinal, error: row.error })}</span>
      </span>
      {mayAct && (
        <div className="row__form">
          <Button appearance="secondary-action-button" disabled={retry.isPending} onClick={() => retry.mutate({})}>
            {t('admin.retry')}
          </Button>
          {retry.error !== null && <Failure error={retry.error} />}
          <RecordForm
            onSubmit={() => release.mutate({ reason })}
            isSending={release.isPending}
            error={release.error}
            action={t('admin.release.action')}
          >
            <TextField
              label={t('fact.reason')}
              name="reason"
              error={release.error}
              value={reason}
              onChange={setReason}
            />
          </RecordForm>
        </div>
      )}
    </li>
  );
}
