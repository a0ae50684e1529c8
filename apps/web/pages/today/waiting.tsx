import { Link } from '@tanstack/react-router';
import type { DossierItem, Pledge } from '../../data/answers/follow.ts';
import { openItems, pledges } from '../../data/ask.ts';
import { keepPast } from '../../data/moment.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { isOpen } from '../../ui/pledges.ts';
import { Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { useItemTexts, usePledgeTexts } from '../../ui/told-texts.ts';
import { useWords } from '../../ui/words.tsx';
import { WhereItStands } from './where-it-stands.tsx';

/** What others are to do, and what waits for the lead: open pledges, actions and notes that are not dealt with. */
export function Waiting() {
  const { t } = useWords();
  const pledged = usePledgeTexts();
  return (
    <Section title={t('waiting.title')}>
      <Asked query={pledges(useProgramme())}>
        {({ items }) => {
          const unkept = items.filter(isOpen);
          const late = unkept.filter((pledge) => pledge.late !== null).length;
          return (
            <>
              <p>{t('waiting.sentence', { open: unkept.length, late })}</p>
              <ul className="rows">
                {unkept.map((pledge) => (
                  <PledgeRow key={pledge.pledge} pledge={pledge} what={pledged(pledge)} />
                ))}
              </ul>
            </>
          );
        }}
      </Asked>
      <OpenItems />
    </Section>
  );
}

/** Once both are known: before that it cannot be said that nothing waits. */
function OpenItems() {
  const about = useProgramme();
  return (
    <Asked query={openItems(about, 'action')} lines={1}>
      {(actions) => (
        <Asked query={openItems(about, 'note')} lines={1}>
          {(notes) => <Items actions={actions.items} notes={notes.items} />}
        </Asked>
      )}
    </Asked>
  );
}

interface ItemsProps {
  readonly actions: readonly DossierItem[];
  readonly notes: readonly DossierItem[];
}

function Items({ actions, notes }: ItemsProps) {
  const { t } = useWords();
  const agreed = useItemTexts('action', actions);
  const noted = useItemTexts('note', notes);
  if (actions.length + notes.length === 0) return <Empty>{t('waiting.nothing')}</Empty>;
  return (
    <ul className="rows">
      {actions.map((action) => (
        <ItemRow key={action.item} item={action} what={agreed(action)} />
      ))}
      {notes.map((note) => (
        <ItemRow key={note.item} item={note} what={noted(note)} />
      ))}
    </ul>
  );
}

interface PledgeProps {
  readonly pledge: Pledge;
  readonly what: string | undefined;
}

function PledgeRow({ pledge: { trajectory, keeper, due, late, state }, what }: PledgeProps) {
  const { t, day, word } = useWords();
  return (
    <li className="row">
      <span className="row__main">
        <WhereItStands trajectory={trajectory}>{keeper.organisation?.name ?? t('pledges.someone')}</WhereItStands> (
        {word('role', keeper.role)}){due !== null && `, ${t('due', { day: day(due) })}`}
        {what !== undefined && <span className="row__note">{what}</span>}
      </span>
      <Status tone={late === null ? 'neutral' : 'bad'}>
        {late === null ? word('pledge', state.step) : t('late.days', { days: late.days })}
      </Status>
    </li>
  );
}

interface ItemProps {
  readonly item: DossierItem;
  readonly what: string | undefined;
}

function ItemRow({ item: { item, title, label, organisation, since, due, late, words }, what }: ItemProps) {
  const { t, day, pick } = useWords();
  const { id } = useProgramme();
  const name = [title ?? pick(label), organisation?.name, day(since)].filter((part) => part !== undefined).join(', ');
  return (
    <li className="row">
      <span className="row__main">
        <Link to="/programmas/$programme/dossier/$item" params={{ programme: id, item }} search={keepPast}>
          {name}
        </Link>
        {due !== null && `, ${t('due', { day: day(due) })}`}
        <span className="row__note">{what ?? (words !== null && pick(words))}</span>
      </span>
      {late !== null && <Status tone="bad">{t('late.days', { days: late.days })}</Status>}
    </li>
  );
}
