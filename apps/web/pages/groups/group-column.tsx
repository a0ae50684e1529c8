import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { programme } from '../../data/ask.ts';
import { useProgramme } from '../../shell/use-programme.ts';
import { Empty } from '../../ui/asked.tsx';
import { Status } from '../../ui/status.tsx';
import { useWords } from '../../ui/words.tsx';
import { type Column, isChanged, sharedIn } from './composition.ts';
import { GroupForms } from './group-forms.tsx';
import { type BoardParts, Members } from './members.tsx';

interface Props {
  readonly column: Column;
  readonly board: BoardParts;
}

/** One group: who is in it, what they share, and what can be recorded of it. */
export function GroupColumn({ column, board }: Props) {
  const { t } = useWords();
  const id = useId();
  const { name, members, made } = column;
  const state = made === null ? 'groups.notMade' : made.frozen ? 'groups.frozen' : 'groups.open';
  return (
    <section className="board__column" aria-labelledby={id}>
      <h3 id={id}>{name}</h3>
      <p>
        <Status tone={made?.frozen === true ? 'good' : made === null ? 'attention' : 'neutral'}>{t(state)}</Status>{' '}
        {t('groups.members', { count: members.length })}
      </p>
      <Reasons members={members} board={board} />
      {members.length === 0 && <Empty>{t('groups.empty')}</Empty>}
      <Members members={members} from={column.key} board={board} />
      {made !== null && isChanged(column) && <p className="hint">{t('groups.changed')}</p>}
      {board.mayRecord && made?.frozen !== true && (
        <GroupForms key={`${made === null}${isChanged(column)}`} column={column} board={board} />
      )}
    </section>
  );
}

interface ReasonProps {
  readonly members: readonly string[];
  readonly board: BoardParts;
}

/** Why these belong together: what they share, and over what they are spread. */
function Reasons({ members, board }: ReasonProps) {
  const { t, pick, word } = useWords();
  const categoriesOf = useQuery(programme(useProgramme())).data?.data.template.categories ?? [];
  const nameOf = (key: string) => {
    const found = categoriesOf.find((category) => category.key === key);
    return found === undefined ? key : pick(found.label);
  };
  const { categories, tags } = sharedIn(members, board.questions);
  const counted = (key: string, count: number) => t('groups.counted', { name: key, count });
  const provinces = new Set(members.flatMap((one) => board.network.organisations[one]?.province ?? []));
  // The sizes of organisations are known for the groups as they were proposed.
  const sizes = board.proposal?.groups.find(
    (group) =>
      group.members.length === members.length && group.members.every((one) => members.includes(one.trajectory)),
  )?.sizes;
  const reasons = [
    ...(categories.length === 0
      ? []
      : [
          t('groups.share', {
            what: categories.map((each) => counted(nameOf(each.key), each.members.length)).join(', '),
          }),
        ]),
    ...(tags.length === 0
      ? []
      : [t('groups.shareTags', { what: tags.map((each) => counted(each.key, each.members.length)).join(', ') })]),
    ...(provinces.size === 0 ? [] : [t('groups.spread', { what: [...provinces].toSorted().join(', ') })]),
    ...(sizes === undefined || sizes.length === 0
      ? []
      : [t('groups.sizes', { what: sizes.map((size) => word('groupSize', size)).join(', ') })]),
    ...(members.length > 1 && categories.length + tags.length === 0 ? [t('groups.nothingShared')] : []),
  ];
  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}
