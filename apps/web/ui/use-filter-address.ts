import { useNavigate, useSearch } from '@tanstack/react-router';
import { keepPast } from '../data/moment.ts';
import type { Search } from '../data/views.ts';

/** What was cleared does not stand in the address, where it would be asked for. */
function chosen(search: Search): Search {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== ''));
}

/** The filters of a page as they stand in its address, and the way to put others there; the day of the past stays. */
export function useFilterAddress(): { readonly search: Search; readonly change: (search: Search) => void } {
  const navigate = useNavigate();
  const { bekend, ...filters }: Record<string, unknown> = useSearch({ strict: false });
  const past = keepPast(typeof bekend === 'string' ? { bekend } : {});
  const texts = Object.entries(filters).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  return {
    search: Object.fromEntries(texts),
    change: (search) => void navigate({ to: '.', search: { ...past, ...chosen(search) }, resetScroll: false }),
  };
}
