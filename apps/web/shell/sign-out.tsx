import { useNavigate } from '@tanstack/react-router';
import { Button } from '@utrecht/component-library-react';
import { useEffect, useRef, useState } from 'react';
import { signOut } from '../data/session.ts';
import { useOutbox } from '../data/unsent/this-outbox.ts';
import { useWords } from '../ui/words.tsx';

/** Signs out; while something waits to be sent, it first says so. */
export function SignOut() {
  const { t } = useWords();
  const { waiting } = useOutbox();
  const [asks, setAsks] = useState(false);
  const navigate = useNavigate();
  const button = useRef<HTMLButtonElement>(null);
  const leave = () => {
    signOut();
    void navigate({ to: '/' });
  };
  const stay = () => {
    setAsks(false);
    button.current?.focus();
  };
  return (
    <>
      <Button ref={button} appearance="subtle-button" onClick={() => (waiting.length > 0 ? setAsks(true) : leave())}>
        {t('signOut')}
      </Button>
      {asks && <Warning count={waiting.length} onStay={stay} onLeave={leave} />}
    </>
  );
}

interface WarningProps {
  readonly count: number;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

function Warning({ count, onStay, onLeave }: WarningProps) {
  const { t } = useWords();
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => said.current?.focus(), []);
  return (
    <div ref={said} tabIndex={-1} className="header__warning" role="alert">
      <p>{t('signOut.unsent', { count })}</p>
      <Button appearance="subtle-button" onClick={onStay}>
        {t('signOut.stay')}
      </Button>
      <Button appearance="subtle-button" onClick={onLeave}>
        {t('signOut.anyway')}
      </Button>
    </div>
  );
}
