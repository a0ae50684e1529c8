import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { programme } from '../data/ask.ts';
import { useLiveUpdates } from '../data/live.ts';
import { remember } from '../data/storage.ts';
import { isGone } from '../ui/asked.tsx';
import { Gone } from '../ui/gone.tsx';
import { useWords } from '../ui/words.tsx';
import { PastControl } from './past-control.tsx';
import { useProgramme } from './use-programme.ts';

/** Where the programme that was opened last is remembered. */
export const lastProgramme = 'samenspel.programme';

/** What stands around the pages of a programme: that it is an example, that it is the past, and the way there; or that there is none. */
export function ProgrammeFrame() {
  const { t } = useWords();
  const about = useProgramme();
  const { data, error } = useQuery(programme(about));
  useLiveUpdates(about.id);
  useEffect(() => remember(lastProgramme, about.id), [about.id]);
  return (
    <>
      {data?.basis.fictitious === true && <p className="example">{t('example')}</p>}
      <PastControl today={data?.basis.validOn} />
      {data === undefined && isGone(error) ? <NoProgramme day={about.day} /> : <Outlet />}
    </>
  );
}

/** None of its pages has anything to show: the address is wrong, or it is of a day before the programme. */
function NoProgramme({ day }: { readonly day: string | undefined }) {
  const { t, day: words } = useWords();
  return (
    <Gone sentence={day === undefined ? t('gone.programme') : t('today.notYet', { day: words(day) })}>
      <Link to="/" search={{ toon: 'alle' }}>
        {t('choose.title')}
      </Link>
    </Gone>
  );
}
