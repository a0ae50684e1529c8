/** The first of those that weigh most; undefined when there are none, or none that weighs anything. */
export function best<T>(things: Iterable<T>, weight: (thing: T) => number): T | undefined {
  let found: T | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const thing of things) {
    const now = weight(thing);
    if (now > most) [found, most] = [thing, now];
  }
  return found;
}
