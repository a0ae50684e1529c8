import type { Pledge } from '../../data/answers/follow.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { CommandChoices } from '../../ui/facts/command-choices.tsx';
import { programmePledgeCommands } from '../../ui/facts/pledge-commands.ts';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/words.tsx';
import { PledgeRow } from '../trajectory/pledge-row.tsx';

/** Records a pledge of any organisation of the programme: its client, a supplier, another that does not take part. */
export function RecordPledge({ today }: { readonly today: string }) {
  const { t } = useWords();
  const { id } = useProgramme();
  return <CommandChoices commands={programmePledgeCommands} legend={t('pledges.record')} id={id} today={today} />;
}

/**
 * The pledges that stand on no page of a trajectory, with what can become of them: whichever are shown above, so that a pledge that
 * was kept just now stays where that was recorded.
 */
export function PledgesOutside({ pledges, today }: { readonly pledges: readonly Pledge[]; readonly today: string }) {
  const { t } = useWords();
  const mayRecord = useMayRecord();
  const outside = pledges.filter(({ trajectory }) => trajectory === null);
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
