import type { PlacedBatch } from '../placed-events.ts';

/** The part of a batch that is of the shards of one of so many folders: what is of one shard always falls to the same one. */
export function partOf(batch: PlacedBatch, folder: number, folders: number): PlacedBatch {
  if (folders === 1) return batch;
  const isOwn = ({ shard }: { readonly shard: number }): boolean => shard % folders === folder;
  return { ...batch, places: batch.places.filter(isOwn), events: batch.events.filter(isOwn) };
}
