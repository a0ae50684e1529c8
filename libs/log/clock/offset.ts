/** One look at the clock of the node, in milliseconds since 1970. */
export interface Look {
  /** By our own clock: when the question left and when the answer came. */
  readonly sent: number;
  readonly received: number;
  /** What the node said. */
  readonly said: number;
}

/** By how much our own clock is ahead of the node's; negative when it is behind. In seconds. */
export interface ClockOffset {
  readonly seconds: number;
  /** It may be this much more or less. */
  readonly within: number;
}

/**
 * How far what a node says can lie behind its clock: it says whole seconds, and a server may look at its clock for them
 * only once a second. In milliseconds.
 */
const behind = 2_000;

/**
 * What several looks tell together. Each says between what the offset lies; spread over a second, they leave room of about
 * a second. Undefined when there are none, or when they contradict each other: then a clock was set in between.
 */
export function offsetOf(looks: readonly Look[]): ClockOffset | undefined {
  if (looks.length === 0) return undefined;
  const most = Math.min(...looks.map(({ received, said }) => received - said));
  const least = Math.max(...looks.map(({ sent, said }) => sent - said)) - behind;
  if (least > most) return undefined;
  return { seconds: (most + least) / 2_000, within: (most - least) / 2_000 };
}

/** Whether the clocks are surely no more than so many seconds apart. */
export function isSurelyWithin({ seconds, within }: ClockOffset, limit: number): boolean {
  return Math.abs(seconds) + within <= limit;
}
