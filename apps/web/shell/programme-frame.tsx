import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { programme } from '../data/ask.ts';
import { useLiveUpdates } from '../data/live.ts';
import { remember } from '../data/storage.ts';
import { useWords } from '../ui/words.tsx';
import { PastControl } from './past-control.tsx';
import { useProgramme } from './use-programme.ts';

/** Where the programme that was opened last is remembered. */
export const lastProgramme = 'samenspel.programme';

/** What stands around the pages of a programme: that it is an example, that it is the past, and the way there. */
export function ProgrammeFrame() {
  const { t } = useWords();
  const about = useProgramme();
  const { data } = useQuery(programme(about));
  useLiveUpdates(about.id);
  useEffect(() => remember(lastProgramme, about.id), [about.id]);
  return (
    <>
      {data?.basis.fictitious === true && <p className="example">{t('example')}</p>}
      <PastControl today={data?.basis.validOn} />
      <Outlet />
    </>
  );
}
