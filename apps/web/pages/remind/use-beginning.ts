import { useQuery } from '@tanstack/react-query';
import { pledges } from '../../data/ask.ts';
import { told } from '../../data/ask-told.ts';
import { useMayRecord, useProgramme } from '../../shell/use-programme.ts';
import { whatOf } from '../../ui/pledges.ts';
import { useWords } from '../../ui/words.tsx';

/**
 * What a reminder says at first: of a pledge what was pledged and by when, of anything else what it is called. Undefined as
 * long as that is asked; where it cannot be told, the name has to do.
 */
export function useBeginning(over: string | undefined, name: string): string | undefined {
  const { t, day } = useWords();
  const about = useProgramme();
  const mayRecord = useMayRecord();
  const enabled = mayRecord && over?.startsWith('pledge:') === true;
  const promised = useQuery({ ...pledges(about), enabled });
  const texts = useQuery({ ...told(about, { view: 'pledge' }), enabled });
  if (promised.isLoading || texts.isLoading) return undefined;
  const pledge = promised.data?.data.items.find((one) => `pledge:${one.pledge}` === over);
  const what = pledge && whatOf(pledge, texts.data?.data.items ?? []);
  if (!pledge?.due || what === undefined) return t('remind.textBegin', { name });
  return t('remind.textPledge', { what, day: day(pledge.due) });
}
