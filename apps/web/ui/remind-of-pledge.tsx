import type { Pledge } from '../data/answers/follow.ts';
import { Remind } from './reminders.tsx';
import { useWords } from './words.tsx';

/** The way to a reminder of a pledge that is to be kept. What was pledged is protected text: it is in no address. */
export function RemindOfPledge({ pledge: { pledge, trajectory, keeper } }: { readonly pledge: Pledge }) {
  const { t } = useWords();
  const name = t('remind.pledge', { name: keeper.organisation?.name ?? t('pledges.someone') });
  return <Remind over={`pledge:${pledge}`} name={name} trajectory={trajectory} role={keeper.role} />;
}
