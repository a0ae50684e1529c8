import { useState } from 'react';
import type { Pledge } from '../../data/answers/follow.ts';
import { mayReadStories, useSession } from '../../data/session.ts';
import { CommandChoices } from '../../ui/facts/command-choices.tsx';
import { pledgeCommands } from '../../ui/facts/pledge-commands.ts';
import { isOpen, movedFrom } from '../../ui/pledges.ts';
import { RemindOfPledge } from '../../ui/remind-of-pledge.tsx';
import { PledgeStatus } from '../../ui/status.tsx';
import { usePledgeTexts } from '../../ui/told-texts.ts';
import { useWords } from '../../ui/words.tsx';
import { Story } from '../story/story.tsx';

interface Props {
  readonly pledge: Pledge;
  /** Left out where nothing can be recorded. */
  readonly today: string | undefined;
  /** Also whose it is, where the page is not about one organisation. */
  readonly namesKeeper?: boolean;
}

/** A pledge in its own words, with its story, and what can become of it while it is still to be kept. */
export function PledgeRow({ pledge, today, namesKeeper = false }: Props) {
  const { t, day, word } = useWords();
  const what = usePledgeTexts()(pledge);
  const { keeper, to, due, late, state } = pledge;
  const first = movedFrom(pledge);
  const from = [...(namesKeeper && keeper.organisation ? [keeper.organisation.name] : []), word('role', keeper.role)];
  const name = t('pledges.fromTo', { from: from.join(', '), to: word('role', to) });
  return (
    <li className="row">
      <span className="row__main">
        <strong>{name}</strong>
        {what !== undefined && <span className="row__note">{what}</span>}
        {due !== null && <span className="row__note">{t('due', { day: day(due) })}</span>}
        {first !== undefined && <span className="row__note">{t('pledges.firstDue', { day: day(first) })}</span>}
      </span>
      <PledgeStatus step={state.step} late={late} />
      {namesKeeper && due !== null && <RemindOfPledge pledge={pledge} />}
      <PledgeStory pledge={pledge.pledge} name={name} />
      {today !== undefined && (
        <CommandChoices
          commands={isOpen(pledge) ? pledgeCommands(state.step) : []}
          legend={t('pledges.actions', { name })}
          isInRow
          id={pledge.pledge}
          today={today}
          given={() => ({ due: due ?? '', role: keeper.role })}
        />
      )}
    </li>
  );
}

function PledgeStory({ pledge, name }: { readonly pledge: string; readonly name: string }) {
  const { t } = useWords();
  const [isOpened, setIsOpened] = useState(false);
  const session = useSession();
  if (!mayReadStories(session?.role)) return null;
  return (
    <>
      <button
        type="button"
        className="choice choice--small"
        aria-expanded={isOpened}
        onClick={() => setIsOpened(!isOpened)}
      >
        {t('pledges.story')}
        <span className="hidden"> {name}</span>
      </button>
      {isOpened && (
        <div className="row__form">
          <Story kind="pledge" id={pledge} />
        </div>
      )}
    </>
  );
}
