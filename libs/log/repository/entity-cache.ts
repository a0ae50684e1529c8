import type { Entity } from './entity.ts';

/** How much the cache holds at most. An entity costs memory for its state and for each command that it absorbed. */
export interface CacheSize {
  readonly entities: number;
  readonly events: number;
}

/**
 * The entities that were used last, within a number of entities and a number of events in their streams. Losing one
 * costs a reading, never an answer.
 *
 * In two halves: what is used goes into the young half, and when that is full it becomes the old half, and what the old
 * one still held is forgotten. So nothing has to be put in order at each use, as a list by last use would.
 */
export class EntityCache {
  private young = new Map<string, Entity<unknown>>();
  private old = new Map<string, Entity<unknown>>();
  private youngEvents = 0;

  constructor(private readonly most: CacheSize) {}

  /** A stream is always asked for by the one aggregate that its name says, so the state is of that aggregate's type. */
  get<S>(stream: string): Entity<S> | undefined {
    const entity = this.young.get(stream);
    if (entity) return entity as Entity<S>;
    const before = this.old.get(stream);
    if (before) this.put(before, undefined);
    return before as Entity<S> | undefined;
  }

  /** Keeps it, unless a later one is there already, and gives the later of the two. */
  keep<S>(entity: Entity<S>): Entity<S> {
    const { stream, revision } = entity;
    const young = this.young.get(stream);
    const known = young ?? this.old.get(stream);
    if (known && known.revision > revision) return known as Entity<S>;
    if (revision >= 0) this.put(entity, young);
    return entity;
  }

  drop(stream: string): void {
    const young = this.young.get(stream);
    if (young) this.youngEvents -= eventsOf(young);
    this.young.delete(stream);
    this.old.delete(stream);
  }

  clear(): void {
    this.young = new Map();
    this.old = new Map();
    this.youngEvents = 0;
  }

  /** How much it holds now. */
  get size(): CacheSize {
    const all = new Map([...this.old, ...this.young]);
    return { entities: all.size, events: [...all.values()].reduce((sum, entity) => sum + eventsOf(entity), 0) };
  }

  private put(entity: Entity<unknown>, replaced: Entity<unknown> | undefined): void {
    this.young.set(entity.stream, entity);
    this.youngEvents += eventsOf(entity) - (replaced ? eventsOf(replaced) : 0);
    if (this.young.size < this.most.entities / 2 && this.youngEvents < this.most.events / 2) return;
    this.old = this.young;
    this.young = new Map();
    this.youngEvents = 0;
  }
}

function eventsOf(entity: Entity<unknown>): number {
  return entity.revision + 1;
}
