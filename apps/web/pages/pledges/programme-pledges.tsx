import { useEffect, useRef } from 'react';
import type { Pledge } from '../../data/answers/follow.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { CommandChoices } from '../../ui/facts/command-choices.tsx';
import { programmePledgeCommands } from '../../ui/facts/pledge-commands.ts';
import { type PledgeFilter, stillShown } from '../../ui/pledges.ts';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';
import { PledgeRow } from '../trajectory/pledge-row.tsx';

/** Records a pledge of any organisation of the programme: its client, a supplier, another that does not take part. */
export function RecordPledge({ today }: { readonly today: string }) {
  const { t } = useWords();
  const { id } = useProgramme();
  return <CommandChoices commands={programmePledgeCommands} legend={t('pledges.record')} id={id} today={today} />;
}

interface Props {
  readonly pledges: readonly Pledge[];
  readonly filter: PledgeFilter;
  readonly today: string;
}

/**
 * The pledges that stand on no page of a trajectory, with what can become of them. As long as the choice stays the same, a pledge
 * that was kept just now stays where that was recorded.
 */
export function PledgesOutside({ pledges, filter, today }: Props) {
  const { t } = useWords();
  const mayRecord = useMayRecord();
  const shown = useRef<ReadonlySet<string>>(new Set());
  const outside = stillShown(pledges, filter, shown.current).filter(({ trajectory }) => trajectory === null);
  useEffect(() => {
    shown.current = new Set(outside.map(({ pledge }) => pledge));
  });
  if (outside.length === 0) return null;
  return (
    <Section title={t('pledges.outside')} className="below">
      <ul className="rows">
        {outside.map((pledge) => (
          <PledgeRow key={pledge.pledge} pledge={pledge} today={mayRecord ? today : undefined} namesKeeper />
        ))}
      </ul>
    </Section>
  );
}
