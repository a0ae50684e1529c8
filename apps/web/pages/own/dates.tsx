import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import type { OwnPoll } from '../../data/answers/taking-part.ts';
import { useOwnCommand } from '../../data/taking-part.ts';
import { useFailureWords } from '../../ui/asked.tsx';
import { Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';

interface Props {
  readonly link: string;
  readonly polls: readonly OwnPoll[];
  readonly today: string;
}

/** The dates that were proposed: those that wait for an answer, and what became of the others. */
export function Dates({ link, polls, today }: Props) {
  const { t, day } = useWords();
  const open = polls.filter(({ step }) => step === 'opened');
  const settled = polls.filter(({ date }) => date !== null && date >= today);
  if (open.length + settled.length === 0) return null;
  return (
    <Section title={t('own.dates')}>
      {open.map((poll) => (
        <Poll key={poll.poll} link={link} poll={poll} today={today} />
      ))}
      <ul className="rows">
        {settled.map(({ poll, title, date }) => (
          <li key={poll} className="row">
            <strong className="row__main">{title}</strong>
            <Status tone="good">{t('own.dateChosen', { day: day(date ?? '') })}</Status>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface PollProps {
  readonly link: string;
  readonly poll: OwnPoll;
  readonly today: string;
}

/** One tap for each date; what is chosen is sent as a whole, and can be changed as long as no date is chosen. */
function Poll({ link, poll: { poll, title, dates, due, answer }, today }: PollProps) {
  const { t, day } = useWords();
  const words = useFailureWords();
  const [possible, setPossible] = useState<readonly string[]>(answer?.possible ?? []);
  const { mutate, isPending, error, isSuccess, reset } = useOwnCommand<{ occurredOn: string; possible: string[] }>(
    link,
    `/v1/participation/date-polls/${poll}/answers`,
  );
  const turn = (date: string) => {
    reset();
    setPossible(possible.includes(date) ? possible.filter((each) => each !== date) : [...possible, date]);
  };
  const isSame = answer !== null && [...possible].sort().join() === [...answer.possible].sort().join();
  return (
    <fieldset className="poll">
      <legend>
        {title}
        {due !== null && <span className="row__note">{t('own.answerBy', { day: day(due) })}</span>}
      </legend>
      <div className="poll__dates">
        {dates.map((date) => (
          <label key={date} className="poll__date">
            <input type="checkbox" checked={possible.includes(date)} onChange={() => turn(date)} />
            {day(date, 'weekday')}
          </label>
        ))}
      </div>
      {error !== null && (
        <p className="record__failure" role="alert">
          {words(error)}
        </p>
      )}
      <p role="status" className="poll__said">
        {isSuccess && isSame ? t('own.answered') : answer !== null && t('own.answeredOn', { day: day(answer.on) })}
      </p>
      {!isSame && (
        <Button
          appearance={possible.length === 0 ? 'secondary-action-button' : 'primary-action-button'}
          busy={isPending}
          onClick={() => mutate({ occurredOn: today, possible: [...possible].sort() })}
        >
          {possible.length === 0 ? t('own.noDate') : t('own.send', { count: possible.length })}
        </Button>
      )}
    </fieldset>
  );
}
