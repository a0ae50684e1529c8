/** Sizes of a run. The goals count at full size; the small one is for daily use. */
export interface Size {
  readonly rounds: number;
  /** How long one side is measured in one round, in milliseconds. */
  readonly span: number;
  /** Events in the log when it is read. */
  readonly events: number;
  /** Events that one round of reading takes. */
  readonly reading: number;
  /** Round trips of the latency figure, per round. */
  readonly pings: number;
}

export const FULL: Size = { rounds: 5, span: 4000, events: 1_000_000, reading: 100_000, pings: 500 };
export const QUICK: Size = { rounds: 3, span: 450, events: 50_000, reading: 15_000, pings: 60 };

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
  const measured = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const value = await sides[name]();
      if (round > 0) measured.get(name)?.push(value);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(measured.get(name) ?? [])])) as Record<Name, number>;
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
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
