import type { Generation } from '../database/generations.ts';
import type { Version, Versions } from '../engine/versions.ts';
import type { Written } from '../engine/write.ts';

/**
 * The current versions that a filling made and has not written yet. Most of them end soon, and are then written once, as
 * they came to be; a version that is written while it is current has to be written again when it ends, which costs
 * PostgreSQL more than the first time.
 */
export class HeldVersions {
  private readonly held = new Map<Generation, Map<string, Version>>();
  private count = 0;

  /** How many are held. */
  get size(): number {
    return this.count;
  }

  /** Takes in what a batch did, and gives what can be written of it already. */
  take(batch: readonly Versions[]): Written[] {
    return batch.map((versions) => {
      const { generation, ended, episodes } = versions;
      const held = this.held.get(generation) ?? new Map<string, Version>();
      this.held.set(generation, held);
      const before = held.size;
      const made: Version[] = [];
      const closed = new Map<string, number>();
      for (const [key, until] of versions.closed) {
        const version = held.get(key);
        if (version) {
          version.until = until;
          made.push(version);
          held.delete(key);
        } else closed.set(key, until);
      }
      for (const version of versions.made) {
        if (version.until === null) held.set(version.key, version);
        else made.push(version);
      }
      this.count += held.size - before;
      return { generation, closed, ended, made, episodes };
    });
  }

  /** Gives all that are held, for them to be written as they are. */
  release(): Written[] {
    const all = [...this.held].map(([generation, versions]) => written(generation, [...versions.values()]));
    this.held.clear();
    this.count = 0;
    return all.filter(({ made }) => made.length > 0);
  }
}

function written(generation: Generation, made: Version[]): Written {
  return { generation, made, closed: new Map(), ended: new Map(), episodes: [] };
}
