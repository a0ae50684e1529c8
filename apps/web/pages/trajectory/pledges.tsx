import { useState } from 'react';
import type { Pledge } from '../../data/answers/follow.ts';
import { pledges } from '../../data/ask.ts';
import { hasDraft } from '../../data/draft.ts';
import { mayReadStories, useSession } from '../../data/session.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { CommandForm } from '../../ui/facts/command-form.tsx';
import { commandDraft } from '../../ui/facts/commands.ts';
import { isOpen } from '../../ui/pledges.ts';
import { Section } from '../../ui/section.tsx';
import { PledgeStatus } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';
import { Story } from '../story/story.tsx';
import { pledgeCommands } from './commands.ts';

/** The pledges of one trajectory, with what can become of those that are still to be kept. */
export function Pledges({ trajectory }: { readonly trajectory: string }) {
  const { t } = useWords();
  const mayRecord = useMayRecord();
  return (
    <Section title={t('pledges.title')}>
      <Asked query={pledges(useProgramme())}>
        {({ items }, { basis }) => {
          const own = items.filter((item) => item.trajectory === trajectory);
          if (own.length === 0) return <Empty>{t('pledges.empty')}</Empty>;
          return (
            <ul className="rows">
              {own.map((pledge) => (
                <PledgeRow key={pledge.pledge} pledge={pledge} today={mayRecord ? basis.validOn : undefined} />
              ))}
            </ul>
          );
        }}
      </Asked>
    </Section>
  );
}

interface Props {
  readonly pledge: Pledge;
  /** Left out where nothing can be recorded. */
  readonly today: string | undefined;
}

function PledgeRow({ pledge, today }: Props) {
  const { t, day, word } = useWords();
  const [open, setOpen] = useState(
    () => pledgeCommands.find(({ key }) => hasDraft(commandDraft(pledge.pledge, key)))?.key ?? '',
  );
  const [showsStory, setShowsStory] = useState(false);
  const session = useSession();
  const { keeper, to, due, firstDue, late, state } = pledge;
  const name = t('pledges.fromTo', { from: word('role', keeper.role), to: word('role', to) });
  const command = pledgeCommands.find(({ key }) => key === open);
  // A form stays while it is used, also when the pledge was kept by it: there it can be taken back.
  const offers = today !== undefined && (isOpen(pledge) || command !== undefined);
  return (
    <li className="row">
      <span className="row__main">
        <strong>{name}</strong>
        {due !== null && <span className="row__note">{t('due', { day: day(due) })}</span>}
        {firstDue !== null && firstDue !== due && (
          <span className="row__note">{t('pledges.firstDue', { day: day(firstDue) })}</span>
        )}
      </span>
      <PledgeStatus step={state.step} late={late} />
      {mayReadStories(session?.role) && (
        <button
          type="button"
          className="choice choice--small"
          aria-expanded={showsStory}
          onClick={() => setShowsStory(!showsStory)}
        >
          {t('pledges.story')}
          <span className="hidden"> {name}</span>
        </button>
      )}
      {showsStory && (
        <div className="row__form">
          <Story kind="pledge" id={pledge.pledge} />
        </div>
      )}
      {offers && (
        <fieldset className="row__actions">
          <legend className="hidden">{t('pledges.actions', { name })}</legend>
          {pledgeCommands.map(({ key, label }) => (
            <button
              key={key}
              type="button"
              className="choice choice--small"
              aria-expanded={open === key}
              onClick={() => setOpen(open === key ? '' : key)}
            >
              {t(label)}
            </button>
          ))}
        </fieldset>
      )}
      {offers && command !== undefined && (
        <div className="row__form">
          <CommandForm key={open} command={command} id={pledge.pledge} at="pledges" today={today} />
        </div>
      )}
    </li>
  );
}
