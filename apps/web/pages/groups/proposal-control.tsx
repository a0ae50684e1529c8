import { Button } from '@utrecht/component-library-react';
import { useId } from 'react';
import { Failure } from '../../ui/asked.tsx';
import { useWords } from '../../ui/words.tsx';
import type { BoardState } from './use-board.ts';

const sizes = [3, 4, 5, 6, 7, 8, 10, 12];

/** The proposal of the product for whoever is in no group yet, and by what it goes. */
export function ProposalControl({ state }: { readonly state: BoardState }) {
  const { proposal, proposalError, left, size, setSize, again, setAgain, takeProposal, nameOf, columns } = state;
  const { t } = useWords();
  const id = useId();
  const silent = (proposal?.withoutQuestion ?? []).filter((trajectory) => left.includes(trajectory));
  return (
    <>
      <p className="hint">{t('groups.how')}</p>
      <div className="filters">
        <label htmlFor={id}>
          {t('groups.size')}
          <select id={id} value={size} onChange={(event) => setSize(Number(event.currentTarget.value))}>
            {sizes.map((most) => (
              <option key={most} value={most}>
                {most}
              </option>
            ))}
          </select>
        </label>
        {columns.some(({ made }) => made?.frozen === true) && (
          <label className="check">
            <input type="checkbox" checked={again} onChange={() => setAgain(!again)} />
            {t('groups.again')}
          </label>
        )}
        <Button
          appearance="primary-action-button"
          disabled={proposal === undefined || left.length === 0}
          onClick={takeProposal}
        >
          {t('groups.take')}
        </Button>
        <p className="hint">{t('groups.left', { count: left.length })}</p>
      </div>
      {proposalError !== null && <Failure error={proposalError} />}
      {silent.length > 0 && (
        <p className="hint">{t('groups.withoutQuestion', { names: silent.map(nameOf).join(', ') })}</p>
      )}
    </>
  );
}
