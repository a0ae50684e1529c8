/** Lifts the data of one released version to the next one. It never changes what is stored. */
export interface Upcaster {
  readonly from: string;
  readonly to: string;
  lift(data: unknown): unknown;
}

/** The upcasters of this release, by the type that they lift. Every type is still in its first version. */
export const upcasters: ReadonlyMap<string, Upcaster> = new Map();

/**
 * Lifts an event as it is stored to the newest version of its type, step by step.
 *
 * @throws Error when upcasters lead round in a circle.
 */
export function upcast(
  stored: { type: string; data: unknown },
  table: ReadonlyMap<string, Upcaster> = upcasters,
): { type: string; data: unknown } {
  let { type, data } = stored;
  for (let step = 0; step <= table.size; step++) {
    const upcaster = table.get(type);
    if (!upcaster) return { type, data };
    data = upcaster.lift(data);
    type = upcaster.to;
  }
  throw new Error(`The upcasters of ${stored.type} lead round in a circle`);
}
