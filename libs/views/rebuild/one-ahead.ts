/**
 * The same things in the same order, the next of which is asked for as soon as one is given: what brings it then goes on
 * while the one before is worked on. A failure comes when its turn does, and not at all when nobody gets that far.
 */
export async function* oneAhead<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  const ask = (): Promise<IteratorResult<T>> => {
    const coming = iterator.next();
    coming.catch(() => undefined);
    return coming;
  };
  let coming = ask();
  try {
    for (;;) {
      const found = await coming;
      if (found.done) return;
      coming = ask();
      yield found.value;
    }
  } finally {
    // Lets go of what the source holds, whether all of it was wanted or not.
    await coming.catch(() => undefined);
    await iterator.return?.();
  }
}
