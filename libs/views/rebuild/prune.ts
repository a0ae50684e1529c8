import { takeFold } from '../database/carried.ts';
import { dropGeneration } from '../database/generations.ts';
import type { Views } from '../views.ts';
import { alone } from './fill-lock.ts';
import { type GenerationReport, statusOf } from './status.ts';

export interface PruneOptions {
  readonly views: Pick<Views, 'db' | 'registry'>;
  /** Also the previous generations of this release: the way back. */
  readonly previous?: boolean;
  /** Also what a rebuild of this release began and did not finish. */
  readonly filling?: boolean;
  /** Only say what would be dropped. */
  readonly dryRun?: boolean;
}

export interface Pruned {
  readonly dropped: readonly GenerationReport[];
  /** Of other releases, but a running process carries them. */
  readonly kept: readonly GenerationReport[];
}

/**
 * Drops what no release carries: the generations of folds that neither this release has nor any running process.
 *
 * @throws RebuildError while views are being filled or switched.
 */
export function prune(options: PruneOptions): Promise<Pruned> {
  const { views, dryRun = false } = options;
  return alone(views.db, async () => {
    const { generations } = await statusOf(views);
    const wanted = generations.filter((one) => !one.own || isWanted(one, options));
    const dropped: GenerationReport[] = [];
    const kept: GenerationReport[] = [];
    for (const one of wanted) {
      const gone = (one.own || !one.carried) && (dryRun || (await drop(views, one)));
      (gone ? dropped : kept).push(one);
    }
    return { dropped, kept };
  });
}

function isWanted({ status }: GenerationReport, { previous, filling }: PruneOptions): boolean {
  return (status === 'previous' && previous === true) || (status === 'filling' && filling === true);
}

function drop({ db }: PruneOptions['views'], one: GenerationReport): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    // A process that starts just now takes its folds first, and then looks what is there.
    if (!one.own && !(await takeFold(tx, one.fold))) return false;
    await dropGeneration(tx, { id: one.generation, view: one.view });
    return true;
  });
}
