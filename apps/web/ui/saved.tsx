import { Button } from '@utrecht/component-library-react';
import type { ReactNode } from 'react';
import { api } from '../data/client.ts';
import { type Recorded, useCommand } from '../data/command.ts';
import { Failure } from './asked.tsx';
import { useWords } from './words.tsx';

/** Where a fact is taken back: at the trajectory, meeting, pledge or dossier item that it was recorded for. */
export type RetractAt = 'trajectories' | 'meetings' | 'pledges' | 'dossier-items';

interface Props {
  readonly answer: Recorded;
  readonly at: RetractAt;
  readonly id: string;
  readonly onUndone: () => void;
}

/** Says that it was recorded, shows the warnings that came with it, and can take it back. */
export function Saved({ answer, at, id, onUndone }: Props) {
  const { t } = useWords();
  const event = answer.events[0]?.id;
  const undo = useCommand(
    (reason: string, headers) =>
      api.POST(`/v1/${at}/{id}/retractions`, {
        params: { path: { id }, header: headers },
        body: { reason, event: event ?? '' },
      }),
    onUndone,
  );
  return (
    <Told answer={answer}>
      {event !== undefined && (
        <Button appearance="subtle-button" disabled={undo.isPending} onClick={() => undo.mutate(t('undo.reason'))}>
          {t('undo')}
        </Button>
      )}
      {undo.error !== null && <Failure error={undo.error} />}
    </Told>
  );
}

/** Says that it was recorded, with the warnings that came with it; what cannot be taken back has nothing more. */
export function Told({ answer, children }: { readonly answer: Recorded; readonly children?: ReactNode }) {
  const { t, pick } = useWords();
  return (
    <div className="saved" role="status">
      <p>{t('saved')}</p>
      {children}
      {answer.warnings.map((warning) => (
        <p key={warning.code} className="saved__warning">
          {t('warning')} {pick(warning)}
        </p>
      ))}
    </div>
  );
}
