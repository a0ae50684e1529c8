import { useQuery } from '@tanstack/react-query';
import type { DossierItem, Pledge } from '../../data/answers/follow.ts';
import { openItems, pledges } from '../../data/ask.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Asked, Empty } from '../../ui/asked.tsx';
import { isOpen } from '../../ui/pledges.ts';
import { Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';

/** What others are to do, and what waits for the lead: open pledges, actions and notes that are not dealt with. */
export function Waiting() {
  const { t } = useWords();
  const about = useProgramme();
  const actions = useQuery(openItems(about, 'action')).data?.data.items ?? [];
  const notes = useQuery(openItems(about, 'note')).data?.data.items ?? [];
  return (
    <Section title={t('waiting.title')}>
      <Asked query={pledges(about)}>
        {({ items }) => {
          const unkept = items.filter(isOpen);
          const late = unkept.filter((pledge) => pledge.late !== null).length;
          return (
            <>
              <p>{t('waiting.sentence', { open: unkept.length, late })}</p>
              <ul className="rows">
                {unkept.map((pledge) => (
                  <PledgeRow key={pledge.pledge} pledge={pledge} />
                ))}
              </ul>
            </>
          );
        }}
      </Asked>
      {actions.length + notes.length === 0 && <Empty>{t('waiting.nothing')}</Empty>}
      <ul className="rows">
        {[...actions, ...notes].map((item) => (
          <ItemRow key={item.item} item={item} />
        ))}
      </ul>
    </Section>
  );
}

function PledgeRow({ pledge }: { readonly pledge: Pledge }) {
  const { t, day, word } = useWords();
  return (
    <li className="row">
      <span className="row__main">
        <strong>{pledge.keeper.organisation?.name}</strong> ({word('role', pledge.keeper.role)})
        {pledge.due !== null && `, ${t('due', { day: day(pledge.due) })}`}
      </span>
      <Status tone={pledge.late === null ? 'neutral' : 'bad'}>
        {pledge.late === null ? word('pledge', pledge.state.step) : t('late.days', { days: pledge.late.days })}
      </Status>
    </li>
  );
}

function ItemRow({ item }: { readonly item: DossierItem }) {
  const { t, day, pick } = useWords();
  return (
    <li className="row">
      <span className="row__main">
        <strong>{item.organisation?.name ?? pick(item.label)}</strong> {item.words !== null && pick(item.words)},{' '}
        {day(item.since)}
      </span>
      {item.late !== null && <Status tone="bad">{t('late.days', { days: item.late.days })}</Status>}
    </li>
  );
}
