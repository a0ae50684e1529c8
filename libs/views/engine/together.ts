import type { ShardState } from './shard-state.ts';

/** Shards by how they can be folded. */
export interface Together {
  /** Each of these lists has the same generations, all of them at one ordinal in each shard. */
  readonly even: readonly (readonly ShardState[])[];
  /** Shards in which some generations are behind others: each by itself. */
  readonly uneven: readonly ShardState[];
}

/**
 * Which shards can be folded as one batch. Almost always that is all of them; while a generation that was made anew comes
 * to the others, or while another worker holds some, it is not.
 */
export function togetherOf(shards: readonly ShardState[]): Together {
  const even = new Map<string, ShardState[]>();
  const uneven: ShardState[] = [];
  for (const state of shards) {
    const [{ generations }, ...others] = state.levels;
    if (others.length > 0) {
      uneven.push(state);
      continue;
    }
    const names = generations
      .map(({ id }) => id)
      .sort((a, b) => a - b)
      .join();
    const known = even.get(names);
    if (known) known.push(state);
    else even.set(names, [state]);
  }
  return { even: [...even.values()], uneven };
}
