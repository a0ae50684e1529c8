import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keepPast } from '../../data/moment.ts';
import { useProgramme } from '../../shell/use-programme.ts';

interface Props {
  readonly trajectory: string | null;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The way to whoever takes part; what others pledged stands with all pledges. */
export function WhereItStands({ trajectory, className, children }: Props) {
  const { id } = useProgramme();
  if (trajectory === null) {
    return (
      <Link className={className} to="/programmas/$programme/toezeggingen" params={{ programme: id }} search={keepPast}>
        {children}
      </Link>
    );
  }
  return (
    <Link
      className={className}
      to="/programmas/$programme/deelnames/$trajectory"
      params={{ programme: id, trajectory }}
      search={keepPast}
    >
      {children}
    </Link>
  );
}
