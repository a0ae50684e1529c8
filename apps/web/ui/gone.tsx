import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keepPast } from '../data/moment.ts';
import { useProgramme } from '../shell/use-programme.ts';
import { PageTitle } from './page-title.tsx';
import { useWords } from './words.tsx';

interface Props {
  readonly sentence: string;
  /** The way back. */
  readonly children: ReactNode;
}

/** In the place of a page about something that is not there, or was not there yet on the day of the past that is looked at. */
export function Gone({ sentence, children }: Props) {
  const { t, day: words } = useWords();
  const { day } = useProgramme();
  return (
    <>
      <PageTitle title={day === undefined ? t('gone.title') : t('gone.notYet', { day: words(day) })} />
      <p>{sentence}</p>
      <p>{children}</p>
    </>
  );
}

/** The lists of which one thing has a page of its own. */
const lists = {
  trajectories: {
    to: '/programmas/$programme/deelnames',
    label: 'nav.trajectories',
    sentence: 'trajectory.unknown',
  },
  meetings: { to: '/programmas/$programme/bijeenkomsten', label: 'nav.meetings', sentence: 'meetings.unknown' },
  dossier: { to: '/programmas/$programme/dossier', label: 'nav.dossier', sentence: 'failure.gone' },
  groups: { to: '/programmas/$programme/groepen', label: 'nav.groups', sentence: 'failure.gone' },
} as const;

/** The same of one thing out of a list, with the way back to that list. Who looks at the past stays there. */
export function GoneFrom({ list }: { readonly list: keyof typeof lists }) {
  const { t } = useWords();
  const { id } = useProgramme();
  const { to, label, sentence } = lists[list];
  return (
    <Gone sentence={t(sentence)}>
      <Link to={to} params={{ programme: id }} search={keepPast}>
        {t('gone.back', { page: t(label) })}
      </Link>
    </Gone>
  );
}
