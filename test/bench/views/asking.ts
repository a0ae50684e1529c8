import { performance } from 'node:perf_hooks';
import { Dice } from '../../support/dice.ts';
import { alternateFigures, median, quantile } from '../rounds.ts';
import type { Environment } from './environment.ts';
import { type Asking, askings } from './questions.ts';

const SEED = 20_260_101;

/** Milliseconds of one question, asked as many times as the size says. */
export interface Taken {
  readonly p50: number;
  readonly p99: number;
}

/** Each way of asking by its name: `list-now`, `list-known-at`, `list-now-sql`, … */
export type Asked = Readonly<Record<string, Taken>>;

/** Every question now and `knownAt`, beside the plain SQL of the same answer, in alternating rounds. */
export async function measureAsking(environment: Environment): Promise<Asked> {
  const { ways, close } = await askings(environment);
  const sides = Object.entries(ways).map(([name, asking]) => [name, () => taken(asking, environment)] as const);
  try {
    return await alternateFigures<string, keyof Taken>(Object.fromEntries(sides), environment.size.rounds);
  } finally {
    await close();
  }
}

/** Of the same things in every round. */
async function taken(ask: Asking, { size, filled }: Environment): Promise<Taken> {
  const dice = new Dice(SEED);
  const times: number[] = [];
  for (let n = 0; n < size.questions; n += 1) {
    const programme = dice.one(filled.programmes);
    const about = { programme: programme.programme, trajectory: dice.one(programme.trajectories) };
    const began = performance.now();
    await ask(about);
    times.push(performance.now() - began);
  }
  return { p50: median(times), p99: quantile(times, 0.99) };
}
