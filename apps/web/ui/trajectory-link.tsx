import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keepPast } from '../data/moment.ts';
import { useProgramme } from '../shell/use-programme.ts';

interface TrajectoryLinkProps {
  /** Of this programme; what is of none is named without a link. */
  readonly trajectory: string | null;
  readonly children: ReactNode;
}

/** The name of whoever takes part, as a link to its page. Who looks at the past stays there. */
export function TrajectoryLink({ trajectory, children }: TrajectoryLinkProps) {
  const { id } = useProgramme();
  if (trajectory === null) return children;
  return (
    <Link to="/programmas/$programme/deelnames/$trajectory" params={{ programme: id, trajectory }} search={keepPast}>
      {children}
    </Link>
  );
}
