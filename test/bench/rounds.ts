/** One side of a comparison: gives one measurement each time that it is asked. */
export type Side = () => Promise<number>;

/**
 * Measures all sides once to warm up, and then in alternating rounds, so that whatever else the machine does falls on
 * all of them alike. @returns the median of each side.
 */
export async function alternate<Name extends string>(
  sides: Readonly<Record<Name, Side>>,
  rounds: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(sides) as Name[];
  const told = names.map((name) => [name, async () => ({ value: await sides[name]() })] as const);
  const medians = await alternateFigures(Object.fromEntries(told), rounds);
  const values = names.map((name) => [name, medians[name]?.value ?? Number.NaN] as const);
  return Object.fromEntries(values) as Record<Name, number>;
}

/**
 * The same for sides that each give several figures at a time; sides that are processes of their own need no warm-up.
 * @returns the median of each figure of each side.
 */
export async function alternateFigures<Name extends string, Figure extends string>(
  sides: Readonly<Record<Name, () => Promise<Readonly<Record<Figure, number>>>>>,
  rounds: number,
  warmUps = 1,
): Promise<Record<Name, Record<Figure, number>>> {
  const names = Object.keys(sides) as Name[];
  const measured = new Map<Name, Readonly<Record<Figure, number>>[]>(names.map((name) => [name, []]));
  for (let round = 1 - warmUps; round <= rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const value = await sides[name]();
      if (round > 0) measured.get(name)?.push(value);
    }
  }
  const medians = names.map((name) => [name, mediansOf(measured.get(name) ?? [])] as const);
  return Object.fromEntries(medians) as Record<Name, Record<Figure, number>>;
}

function mediansOf<Figure extends string>(all: readonly Readonly<Record<Figure, number>>[]): Record<Figure, number> {
  const figures = Object.keys(all[0] ?? {}) as Figure[];
  const medians = figures.map((figure) => [figure, median(all.map((one) => one[figure]))] as const);
  return Object.fromEntries(medians) as Record<Figure, number>;
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** How often per second the work is done when so many do it at once, each one thing after another. */
export async function perSecond(
  writers: number,
  span: number,
  work: (writer: number) => Promise<unknown>,
): Promise<number> {
  const began = performance.now();
  const end = began + span;
  let done = 0;
  const write = async (writer: number): Promise<void> => {
    while (performance.now() < end) {
      await work(writer);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  return (done * 1000) / (performance.now() - began);
}

/**
 * Does the work at a steady rate (times per second) for that many milliseconds, whether or not what was begun before is
 * done: the n-th time is due at a moment of its own, and waits for nothing. Ends when all of it is done.
 */
export async function steady<T>(
  rate: number,
  span: number,
  work: (n: number, due: number) => Promise<T>,
): Promise<T[]> {
  const began = performance.now();
  const underWay: Promise<T>[] = [];
  for (let n = 0; n < (rate * span) / 1000; n += 1) {
    const due = began + (n * 1000) / rate;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    underWay.push(work(n, due));
  }
  return Promise.all(underWay);
}
