import { createHash } from 'node:crypto';
import { shardCount } from '../database/shard-count.ts';

/**
 * The shard in which everything of a programme is folded, in log order. What belongs to no programme (the register, the
 * log itself) is folded in one shard too.
 */
export function shardOf(programme: string | undefined): number {
  const hash = createHash('sha256')
    .update(programme ?? 'no-programme')
    .digest();
  return hash.readUInt32BE(0) % shardCount;
}
