import { useLocation, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { readPast } from '../data/moment.ts';
import type { Search } from '../data/views.ts';

/** The filters of an address with the day of the past beside them; what is no text is left out. */
function readAddress({ bekend, ...filters }: Record<string, unknown>) {
  const texts = Object.entries(filters).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  const search: Search = Object.fromEntries(texts);
  return { search, past: readPast({ bekend }) };
}

/** What was cleared does not stand in the address, where it would be asked for. */
function chosen(search: Search): Search {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== ''));
}

export interface FilterAddress {
  /** As they stand. */
  readonly search: Search;
  /** Puts others in their place. */
  readonly choose: (search: Search) => void;
  /** Changes some, and leaves the others as they are by then: an address changes a moment after it was told to. */
  readonly change: (part: Search) => void;
  /** The same for a text that is being typed: its letters are no places to go back to. */
  readonly type: (part: Search) => void;
}

/** The filters of a page as they stand in its address; the day of the past stays, whatever is put there. */
export function useFilterAddress(): FilterAddress {
  const navigate = useNavigate();
  const router = useRouter();
  const page = useLocation({ select: ({ pathname }) => pathname });
  const { search } = readAddress(useSearch({ strict: false }));
  const put = (next: (now: Search) => Search, replace: boolean) => {
    // One is on the way to another page, of which these are no filters.
    if (router.latestLocation.pathname !== page) return;
    void navigate({
      to: '.',
      search: (now: Record<string, unknown>) => {
        const { search: filters, past } = readAddress(now);
        return { ...past, ...chosen(next(filters)) };
      },
      resetScroll: false,
      replace,
    });
  };
  return {
    search,
    choose: (all) => put(() => all, false),
    change: (part) => put((now) => ({ ...now, ...part }), false),
    type: (part) => put((now) => ({ ...now, ...part }), true),
  };
}
