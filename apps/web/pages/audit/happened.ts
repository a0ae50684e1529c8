import type { StoryLine } from '../../data/answers/follow.ts';
import { happenedOn } from '../../ui/happened-on.ts';
import type { Words } from '../../ui/words.tsx';

/** When a fact happened, as precisely as it is known; undefined for what has no date of its own. */
export function happened(
  occurredOn: StoryLine['occurredOn'],
  { t, day }: Pick<Words, 't' | 'day'>,
): string | undefined {
  if (occurredOn == null) return undefined;
  const { precision, value } = occurredOn;
  const when = happenedOn(value, day);
  return precision === 'month' ? t('audit.happenedIn', { month: when }) : t('audit.happened', { day: when });
}
