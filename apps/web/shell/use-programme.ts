import { getRouteApi } from '@tanstack/react-router';
import type { About } from '../data/ask.ts';
import { readPast } from '../data/moment.ts';
import { mayRecord, useSession } from '../data/session.ts';

const route = getRouteApi('/programmas/$programme');

/** The programme of this page, and the day of the past when it shows the past. */
export function useProgramme(): About & { readonly isPast: boolean } {
  const { programme } = route.useParams();
  // What is no day stands in the address all the same.
  const { bekend } = readPast(route.useSearch());
  return { id: programme, day: bekend, isPast: bekend !== undefined };
}

/** Whether the page may offer to record: not in the past, and not to a role that may only read. */
export function useMayRecord(): boolean {
  const session = useSession();
  const { isPast } = useProgramme();
  return !isPast && mayRecord(session?.role);
}
