import { useEffect, useId, useRef } from 'react';
import type { ChangeQuestion } from '../../data/answers/follow.ts';
import type { NetworkDetail } from '../../data/answers/groups.ts';
import { useWords } from '../../ui/words.tsx';
import { outside, sharedIn } from './composition.ts';
import type { BoardState } from './use-board.ts';

/** What every part of the board needs to know. */
export interface BoardParts extends BoardState {
  readonly questions: readonly ChangeQuestion[];
  readonly network: NetworkDetail;
  readonly mayRecord: boolean;
}

interface Props {
  readonly members: readonly string[];
  /** The group that they are in. */
  readonly from: string;
  readonly board: BoardParts;
}

/** Who is in a group, each with what is shared with others in it, and a way to another group. */
export function Members({ members, from, board }: Props) {
  const byName = members.toSorted((a, b) => board.nameOf(a).localeCompare(board.nameOf(b)));
  return (
    <ul className="plain-list">
      {byName.map((trajectory) => (
        <Member key={trajectory} trajectory={trajectory} members={members} from={from} board={board} />
      ))}
    </ul>
  );
}

function Member({ trajectory, members, from, board }: Props & { readonly trajectory: string }) {
  const { t, pick } = useWords();
  const { columns, questions, nameOf, network, mayRecord } = board;
  const frozen = columns.find(({ key }) => key === from)?.made?.frozen === true;
  const own = questions.filter((question) => question.trajectory === trajectory);
  const shared = from === outside ? [] : sharedIn(members, questions).categories;
  const others = shared.filter((each) => each.members.includes(trajectory)).flatMap((each) => each.members);
  const alike = [...new Set(others)].filter((one) => one !== trajectory).map(nameOf);
  const hasPlace = network.places.some((place) => place.trajectory === trajectory);
  return (
    <li className="member">
      <span>
        <strong>{nameOf(trajectory)}</strong>
        <span className="row__note">
          {own
            .map(({ category, categoryLabel }) => (categoryLabel === null ? category : pick(categoryLabel)))
            .join(', ') || t('groups.noQuestion')}
        </span>
        {alike.length > 0 && <span className="row__note">{t('groups.alike', { names: alike.join(', ') })}</span>}
        {!hasPlace && <span className="row__note">{t('groups.placeless')}</span>}
      </span>
      {mayRecord && !frozen && <Mover trajectory={trajectory} from={from} board={board} />}
    </li>
  );
}

interface MoverProps {
  readonly trajectory: string;
  readonly from: string;
  readonly board: BoardParts;
}

function Mover({ trajectory, from, board }: MoverProps) {
  const { t } = useWords();
  const id = useId();
  const select = useRef<HTMLSelectElement>(null);
  const { moved, columns, nameOf, move } = board;
  useEffect(() => {
    // It was drawn anew in another group: whoever moves it by keyboard goes on from there.
    if (moved.current !== trajectory) return;
    moved.current = '';
    select.current?.focus();
  }, [moved, trajectory]);
  return (
    <>
      <label htmlFor={id} className="hidden">
        {t('groups.move', { name: nameOf(trajectory) })}
      </label>
      <select
        ref={select}
        id={id}
        className="choice choice--small"
        value={from}
        onChange={(event) => move(trajectory, from, event.currentTarget.value)}
      >
        <option value={outside}>{t('groups.outside')}</option>
        {columns
          .filter(({ made }) => made?.frozen !== true)
          .map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
      </select>
    </>
  );
}
