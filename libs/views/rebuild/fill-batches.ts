import type pg from 'pg';
import type { Generation } from '../database/generations.ts';
import { numbersLiteral } from '../database/literals.ts';
import type { Views } from '../views.ts';
import { type Folders, startFolders } from './folders/start.ts';
import { Pipeline } from './pipeline.ts';
import type { PlacedBatch } from './placed-events.ts';
import { Writer } from './writer.ts';

/** How much of the rows is kept at hand by all folders together, in characters of JSON. */
const room = 48 * 1024 * 1024;

export interface Filling {
  readonly views: Pick<Views, 'workbench' | 'loader'>;
  readonly generations: readonly Generation[];
  /** From whose tables some of them are derived; they are past the batches. */
  readonly ahead: readonly Generation[];
  /** Who folds: so many, in threads of their own where that can be. */
  readonly folders: Folders;
  /** Told after each batch: the ordinal that was come to. */
  readonly onFolded: (ordinal: number) => void;
}

/**
 * Folds batches into generations that nobody else writes, and commits what they did and how far they came: all of it when
 * the batches end, and what there is every few seconds until then. While PostgreSQL writes a batch, the next one is read
 * and folded.
 *
 * @throws RebuildError when somebody else writes them all the same; what was not committed is lost then, as it is for
 * every other error.
 */
export function fillBatches(filling: Filling, batches: AsyncIterable<PlacedBatch>): Promise<void> {
  const { generations, ahead, views, onFolded } = filling;
  const { workbench, loader } = views;
  return workbench.connected((reading) =>
    workbench.connected(async (writing) => {
      const parked = await parkedOf(reading, generations);
      const folders = await startFolders(filling.folders, { generations, ahead, parked, room, reading, loader });
      const pipeline = new Pipeline(folders, new Writer(writing, generations), onFolded);
      try {
        for await (const batch of batches) await pipeline.add(batch);
        await pipeline.finish();
      } finally {
        // Also when it failed: the connections are given back.
        await pipeline.settled();
        await Promise.all(folders.map((folder) => folder.close()));
      }
    }),
  );
}

async function parkedOf(
  reading: pg.ClientBase,
  generations: readonly Generation[],
): Promise<Map<number, ReadonlySet<string>>> {
  const ids = generations.map(({ id }) => id);
  const { rows } = await reading.query<{ generation: number; key: string }>(
    `SELECT generation, key FROM views.parked
     WHERE generation = ANY(${numbersLiteral(ids, 'integer')}) AND until_ordinal IS NULL`,
  );
  const keysOf = (id: number) => rows.filter(({ generation }) => generation === id).map(({ key }) => key);
  return new Map(ids.map((id) => [id, new Set(keysOf(id))]));
}
