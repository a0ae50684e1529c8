import { useNavigate } from '@tanstack/react-router';
import { Button } from '@utrecht/component-library-react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { dayOf, isDay } from '../data/dates.ts';
import { useWords } from '../ui/words.tsx';
import { useProgramme } from './use-programme.ts';

/** Chooses the day as of which the page is shown; while it is the past, a banner says so and nothing can be recorded. */
export function PastControl({ today }: { readonly today: string | undefined }) {
  const { t, day: words } = useWords();
  const { day } = useProgramme();
  const navigate = useNavigate();
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(day);
  useEffect(() => {
    // The button that was pressed is gone; the keyboard goes on from here.
    if (shown.current !== day) place.current?.focus();
    shown.current = day;
  }, [day]);
  const go = (bekend: string | undefined) =>
    void navigate({
      to: '.',
      search: ({ bekend: _, ...rest }) => ({ ...rest, ...(bekend !== undefined && { bekend }) }),
      resetScroll: false,
    });
  return (
    <div ref={place} tabIndex={-1}>
      {day === undefined && <ChooseDay today={today} onChoose={go} />}
      {day !== undefined && (
        <div className="past" role="status">
          <p>
            <strong>{t('past.banner', { day: words(day) })}</strong> {t('past.closed')}
          </p>
          <ChooseDay key={day} today={day} onChoose={go} />
          <Button appearance="secondary-action-button" onClick={() => go(undefined)}>
            {t('past.back')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface Props {
  readonly today: string | undefined;
  readonly onChoose: (day: string) => void;
}

function ChooseDay({ today, onChoose }: Props) {
  const { t } = useWords();
  const id = useId();
  const [chosen, setChosen] = useState('');
  const value = chosen || (today ?? '');
  const last = dayOf(new Date().toISOString());
  const isLater = value > last;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isDay(value) && !isLater) onChoose(value);
  };
  return (
    <form className="as-of" onSubmit={submit} noValidate>
      <label htmlFor={id}>{t('past.label')}</label>
      <input
        id={id}
        type="date"
        max={last}
        value={value}
        onChange={(event) => setChosen(event.currentTarget.value)}
        {...(isLater && { 'aria-invalid': true, 'aria-describedby': `${id}-later` })}
      />
      <button type="submit" className="plain">
        {t('past.show')}
      </button>
      {isLater && (
        <p role="alert" id={`${id}-later`} className="part__failure">
          {t('past.future')}
        </p>
      )}
    </form>
  );
}
