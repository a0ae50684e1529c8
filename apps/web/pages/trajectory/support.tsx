import { useState } from 'react';
import type { SupportRequest } from '../../data/answers/support.ts';
import { supportOf } from '../../data/ask-support.ts';
import { newId } from '../../data/new-id.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { CommandChoices } from '../../ui/facts/command-choices.tsx';
import { hoursIn } from '../../ui/hours.ts';
import { Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';
import { supportCommands, supportState } from './support-commands.ts';

/** The requests for local support of one trajectory, with what comes next for each. */
export function LocalSupport({ trajectory }: { readonly trajectory: string }) {
  const { t } = useWords();
  const mayRecord = useMayRecord();
  return (
    <Section title={t('support.title')}>
      <Asked query={supportOf(useProgramme())} lines={2}>
        {({ requests }, { basis }) => {
          const own = requests.filter((one) => one.trajectory === trajectory);
          if (own.length === 0) return <Empty>{t(mayRecord ? 'support.empty' : 'support.emptyRead')}</Empty>;
          return (
            <ul className="rows">
              {own.map((request) => (
                <SupportRow key={request.support} request={request} today={mayRecord ? basis.validOn : undefined} />
              ))}
            </ul>
          );
        }}
      </Asked>
    </Section>
  );
}

interface Props {
  readonly request: SupportRequest;
  /** Left out where nothing can be recorded. */
  readonly today: string | undefined;
}

function SupportRow({ request, today }: Props) {
  const { t, day, word } = useWords();
  // Whoever is new gets an id that says nothing, the same for as long as the page is open.
  const [somebodyNew] = useState(newId);
  const { support, trajectory, requestedOn, expert, planned, delivered } = request;
  const state = supportState(request);
  const name = t('support.requestOf', { day: requestedOn === null ? t('none') : day(requestedOn) });
  return (
    <li className="row">
      <span className="row__main">
        <strong>{name}</strong>
        {(planned > 0 || delivered > 0) && (
          <span className="row__note">
            {t('support.hours', { planned: hoursIn(planned), delivered: hoursIn(delivered) })}
          </span>
        )}
      </span>
      <Status tone={state === 'completed' ? 'good' : 'neutral'}>{word('supportState', state)}</Status>
      {today !== undefined && (
        <CommandChoices
          commands={supportCommands(request)}
          legend={t('support.actions', { name })}
          isInRow
          id={trajectory}
          fixed={{ support }}
          today={today}
          given={() => ({
            expert: expert ?? somebodyNew,
            plannedMinutes: planned === 0 ? '' : String(planned),
            minutes: planned > delivered ? String(planned - delivered) : '',
          })}
        />
      )}
    </li>
  );
}
