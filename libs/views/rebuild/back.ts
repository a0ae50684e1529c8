import { generationsOf } from '../database/generations.ts';
import { advance } from '../engine/advance.ts';
import type { Views } from '../views.ts';
import { chosen } from './chosen.ts';
import { RebuildError } from './errors.ts';
import { alone } from './fill-lock.ts';
import { type Exchange, switchOver } from './switch.ts';

export interface WentBack {
  readonly view: string;
  /** The generation that answers are read from now, and the one that is kept instead. */
  readonly live: number;
  readonly previous: number;
}

/**
 * Puts the previous generations of views back in use; what was in use is kept in their place, so that twice back is
 * where it began. Without names: every view that has a previous generation.
 *
 * @throws RebuildError when a view has no previous generation.
 */
export async function back(
  views: Pick<Views, 'db' | 'loader' | 'registry' | 'workbench'>,
  names: readonly string[],
): Promise<WentBack[]> {
  const { db, registry } = views;
  const wanted = chosen(registry, names);
  return alone(db, async () => {
    const own = await generationsOf(db, registry.byFold);
    const exchanges: Exchange[] = [];
    const without: string[] = [];
    for (const view of wanted) {
      const known = own.filter((generation) => generation.view === view);
      const live = known.find(({ status }) => status === 'live');
      const next = known.find(({ status }) => status === 'previous');
      if (live && next) exchanges.push({ live, next });
      else without.push(view.name);
    }
    if (exchanges.length === 0 || (names.length > 0 && without.length > 0)) throw RebuildError.noPrevious(without);
    while (!(await switchOver(db, exchanges))) await advance(views, { wait: true });
    return exchanges.map(({ live, next }) => ({ view: live.view.name, live: next.id, previous: live.id }));
  });
}
