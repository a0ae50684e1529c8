import type { Content } from '#domain/kernel/event';
import type { Entity } from './entity.ts';

/** The entities that were used last. Losing one costs a reading, never an answer. */
export class EntityCache {
  private readonly entities = new Map<string, Entity<unknown, Content>>();

  constructor(private readonly maximum: number) {}

  /** A stream is always asked for by the one aggregate that its name says, so the state is of that aggregate's type. */
  get<S, E extends Content>(stream: string): Entity<S, E> | undefined {
    const entity = this.entities.get(stream);
    if (!entity) return undefined;
    this.entities.delete(stream);
    this.entities.set(stream, entity);
    return entity as Entity<S, E>;
  }

  /** Keeps it, unless a later one is there already, and gives the later of the two. */
  keep<S, E extends Content>(entity: Entity<S, E>): Entity<S, E> {
    const known = this.get<S, E>(entity.stream);
    if (known && known.revision > entity.revision) return known;
    if (entity.revision < 0) return entity;
    this.entities.set(entity.stream, entity);
    const oldest = this.entities.keys().next();
    if (this.entities.size > this.maximum && !oldest.done) this.entities.delete(oldest.value);
    return entity;
  }

  drop(stream: string): void {
    this.entities.delete(stream);
  }
}
