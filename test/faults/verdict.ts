import type { Sentence } from '#domain/kernel/decision';
import { say } from '../../apps/cli/terminal/language.ts';

/** What a scenario found: figures for people, and what should not have been. */
export interface Verdict {
  readonly scenario: string;
  readonly figures: Readonly<Record<string, number | string>>;
  /** Each breach in words; none when the log kept its promises. */
  readonly breaches: readonly string[];
  /** Why nothing was tried, when this machine does not allow it. */
  readonly leftOut?: Sentence;
}

/**
 * Says aloud that a scenario was left out, if it was.
 * @throws Error when CI=true: there every scenario must be played.
 */
export function sayLeftOut(
  { leftOut }: Pick<Verdict, 'leftOut'>,
  write: (line: string) => void,
  environment: NodeJS.ProcessEnv = process.env,
): void {
  if (leftOut === undefined) return;
  write(`${say(leftOut)}\n`);
  if (environment['CI'] === 'true') throw new Error(`CI=true, but: ${leftOut.en}`);
}

/** What a scenario is given: its dice, and the way to tell how far it is. */
export interface Setting {
  /** Numbers from 0 to 1 that follow from the seed. */
  readonly random: () => number;
  /** The compiled entry of the log node; by default the one that was built. */
  readonly entry?: string;
  /** Told how much of it is done. */
  readonly progress: (done: number, of: number) => void;
}

/** A whole number from `least` up to and including `most`. */
export function drawn(random: () => number, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** Waits until it holds. @throws Error in words when it does not within the time (milliseconds). */
export async function until(holds: () => boolean, what: string, within = 30_000): Promise<void> {
  for (const end = performance.now() + within; !holds(); ) {
    if (performance.now() > end) throw new Error(`not within ${within} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
