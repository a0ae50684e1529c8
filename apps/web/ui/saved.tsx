import { Button } from '@utrecht/component-library-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Recorded, useCommand } from '../data/command.ts';
import { posting } from '../data/posting.ts';
import { Failure } from './asked.tsx';
import { useWords } from './words.tsx';

/** Where a fact is taken back: at the trajectory, meeting, pledge or dossier item that it was recorded for. */
export type RetractAt = 'trajectories' | 'meetings' | 'pledges' | 'dossier-items';

interface Props {
  /** Undefined as long as nothing was recorded from here. */
  readonly answer: Recorded | undefined;
  /** It is kept on this device, to be sent when there is a connection again. */
  readonly isWaiting: boolean;
  readonly at: RetractAt;
  /** Without it, at what the command made. */
  readonly id?: string;
  readonly children?: ((answer: Recorded) => ReactNode) | undefined;
}

/** Says that it was recorded or waits to be sent, shows the warnings that came with it, and can take it back. */
export function Saved({ answer, isWaiting, at, id, children }: Props) {
  if (isWaiting) return <Waiting />;
  if (answer === undefined) return null;
  return (
    <Recording key={answer.events[0]?.id} answer={answer} at={at} id={id ?? answer.id}>
      {children?.(answer)}
    </Recording>
  );
}

interface RecordingProps {
  readonly answer: Recorded;
  readonly at: RetractAt;
  readonly id: string;
  readonly children: ReactNode;
}

function Recording({ answer, at, id, children }: RecordingProps) {
  const { t, pick } = useWords();
  const [isUndone, setIsUndone] = useState(false);
  const event = answer.events[0]?.id;
  const undo = useCommand({
    what: t('undo'),
    posting: (reason: string) => posting(`/v1/${at}/{id}/retractions`, id, { reason, event: event ?? '' }),
    onDone: () => setIsUndone(true),
  });
  if (isUndone) return <Undone isWaiting={undo.isWaiting} />;
  return (
    <>
      <div className="saved" role="status">
        <p>
          {t('saved')}{' '}
          {event !== undefined && (
            <Button appearance="subtle-button" disabled={undo.isPending} onClick={() => undo.mutate(t('undo.reason'))}>
              {t('undo')}
            </Button>
          )}
        </p>
        {answer.warnings.map((warning) => (
          <p key={warning.code} className="saved__warning">
            {t('warning')} {pick(warning)}
          </p>
        ))}
        {undo.error !== null && <Failure error={undo.error} />}
      </div>
      {children}
    </>
  );
}

/** It is kept on this device, to be sent when there is a connection again. */
function Waiting() {
  const { t } = useWords();
  return (
    <p className="saved saved--waiting" role="status">
      {t('saved.waiting')}
    </p>
  );
}

/** Of what cannot be taken back: says that it was recorded or waits to be sent, with the warnings that came with it. */
export function Told({ answer, isWaiting, children }: Pick<Props, 'answer' | 'isWaiting' | 'children'>) {
  const { t, pick } = useWords();
  if (isWaiting) return <Waiting />;
  if (answer === undefined) return null;
  return (
    <>
      <div className="saved" role="status">
        <p>{t('saved')}</p>
        {answer.warnings.map((warning) => (
          <p key={warning.code} className="saved__warning">
            {t('warning')} {pick(warning)}
          </p>
        ))}
      </div>
      {children?.(answer)}
    </>
  );
}

/** The button is gone; the focus goes to what is said in its place. */
function Undone({ isWaiting }: { readonly isWaiting: boolean }) {
  const { t } = useWords();
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => said.current?.focus(), []);
  return (
    <p ref={said} tabIndex={-1} className="saved" role="status">
      {t(isWaiting ? 'saved.waiting' : 'undone')}
    </p>
  );
}
