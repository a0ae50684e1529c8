import { Button } from '@utrecht/component-library-react';
import type { ChangeQuestion } from '../../data/answers/follow.ts';
import type { LearningGroup, NetworkDetail } from '../../data/answers/groups.ts';
import { useMayRecord } from '../../shell/use-programme.ts';
import { Empty } from '../../ui/asked.tsx';
import { useWords } from '../../ui/words.tsx';
import { outside } from './composition.ts';
import { GroupColumn } from './group-column.tsx';
import { Members } from './members.tsx';
import { ProposalControl } from './proposal-control.tsx';
import { useBoard } from './use-board.ts';

interface Props {
  readonly network: NetworkDetail;
  readonly questions: readonly ChangeQuestion[];
  readonly groups: readonly LearningGroup[];
}

/**
 * The groups side by side. Whoever has a place is moved from one to another; nothing of it is recorded before the lead
 * makes the group, or records its new composition, with a reason.
 */
export function Board({ network, questions, groups }: Props) {
  const { t } = useWords();
  const mayRecord = useMayRecord();
  const state = useBoard(network, groups);
  const board = { ...state, network, questions, mayRecord };
  return (
    <>
      {mayRecord && <ProposalControl state={state} />}
      <p className="hint" role="status">
        {state.said}
      </p>
      {state.columns.length === 0 && <Empty>{t(mayRecord ? 'groups.noneYet' : 'groups.none')}</Empty>}
      <div className="board">
        {state.columns.map((column) => (
          <GroupColumn key={column.key} column={column} board={board} />
        ))}
        <section className="board__column board__column--outside" aria-label={t('groups.outside')}>
          <h3>{t('groups.outside')}</h3>
          {state.left.length === 0 && <Empty>{t('groups.allIn')}</Empty>}
          <Members members={state.left} from={outside} board={board} />
        </section>
      </div>
      {mayRecord && (
        <Button appearance="secondary-action-button" onClick={state.addEmpty}>
          {t('groups.add')}
        </Button>
      )}
    </>
  );
}
