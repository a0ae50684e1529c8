import { notifyManager, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { Stale } from '../data/answers/basis.ts';
import { programmes } from '../data/ask.ts';
import { mostStale } from '../data/stale.ts';

/**
 * What is not up to date in the answers that are shown at this moment, followed. On the page of one programme the list of
 * all of them, by which one goes to another, does not count: it would tell of rows that the page does not rest on.
 */
export function useStale(isOfProgramme: boolean): Stale | undefined {
  const cache = useQueryClient().getQueryCache();
  const follow = useCallback((changed: () => void) => cache.subscribe(notifyManager.batchCalls(changed)), [cache]);
  return useSyncExternalStore(follow, () => {
    const active = cache.findAll({ type: 'active' });
    const shown = active.filter(({ queryKey: [name] }) => !isOfProgramme || name !== programmes().queryKey[0]);
    return mostStale(shown.map(({ state }) => state.data));
  });
}
