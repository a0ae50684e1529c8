import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { removePostgres } from '#embedded/postgres/start-postgres';
import { Dice } from '../../support/dice.ts';
import { temporaryFolder } from '../../support/product.ts';
import type { Verdict } from '../verdict.ts';
import { Check } from './check.ts';
import { type Counts, count } from './client.ts';
import { FAULTS } from './fault.ts';
import { Load } from './load.ts';
import type { Scene } from './scene.ts';
import { type JobBackend, WholeProduct } from './whole-product.ts';

/** Faults of one round begin within this time, in milliseconds. */
const TOGETHER_MS = 600;
/** Far apart, so that the dice of neighbouring rounds have nothing in common. */
const ROUND_STRIDE = 100_003;
const NEEDS_REDIS = 'kill Redis';

export interface RoundsOptions {
  readonly jobs: JobBackend;
  readonly rounds: number;
  readonly seed: number;
  readonly progress: (done: number, of: number) => void;
}

/**
 * Round after round, one to three things go wrong at once while people record and ask; after each, everything is held
 * against the log and against what was answered before. The dice of a round follow from the seed and its number.
 */
export async function faultyRounds({ jobs, rounds, seed, progress }: RoundsOptions): Promise<Verdict> {
  const folder = await temporaryFolder('faults-views');
  const product = await WholeProduct.start(join(folder, 'data'), jobs);
  const load = new Load(product, seed);
  const counts: Counts = load.client.counts;
  const breaches: string[] = [];
  let check: Check | undefined;
  let round = 0;
  try {
    await load.begin();
    check = await Check.open(product, load);
    for (; round < rounds && breaches.length === 0; round += 1) {
      const dice = new Dice(seed + (round + 1) * ROUND_STRIDE);
      breaches.push(...(await playRound({ product, load, jobs, dice }, check)));
      progress(round + 1, rounds);
    }
  } catch (error) {
    breaches.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  await load.pause().catch(() => undefined);
  const figures = figuresOf({ product, load, check, counts, rounds: round });
  await check?.close();
  const told = breaches.map((breach) => `round ${round}: ${breach}`);
  if (breaches.length > 0) told.push(`what the parts wrote is kept in ${join(folder, 'data', 'logs')}`);
  await product.stop();
  if (breaches.length === 0) {
    await removePostgres(join(folder, 'data'));
    await rm(folder, { recursive: true, force: true });
  }
  return { scenario: `jobs on ${jobs}`, figures, breaches: [...told, ...product.engines.surprises] };
}

/** @returns the breaches. */
async function playRound(scene: Scene, check: Check): Promise<string[]> {
  const { load, dice } = scene;
  load.resume();
  await load.more(dice.whole(4, 20));
  const groups = FAULTS.filter(() => dice.isSo(0.6));
  const chosen = (groups.length === 0 ? FAULTS.slice(0, 1) : groups).map((group) =>
    dice.one(Object.entries(group).filter(([name]) => scene.jobs === 'redis' || name !== NEEDS_REDIS)),
  );
  const delays = chosen.map(() => dice.whole(0, TOGETHER_MS));
  await Promise.all(
    chosen.map(async ([name, fault], index) => {
      await pause(delays[index]);
      count(load.client.counts, name);
      await fault(scene);
    }),
  );
  await load.more(dice.whole(4, 20));
  await load.pause();
  return check.hold(dice);
}

interface Told {
  readonly product: WholeProduct;
  readonly load: Load;
  readonly check: Check | undefined;
  readonly counts: Counts;
  readonly rounds: number;
}

function figuresOf({ product, load, check, counts, rounds }: Told): Verdict['figures'] {
  return {
    rounds,
    'commands acknowledged': load.ledger.length,
    'events verified': check?.events ?? 0,
    'row versions verified': check?.versions ?? 0,
    'different answers': load.recorder.answers,
    'answers held against an earlier one': load.recorder.compared,
    'changes told to a subscriber': check?.subscriber.last ?? 0,
    'times that it resumed': check?.subscriber.resumed ?? 0,
    'parts that ended by themselves': product.ends.length,
    ...Object.fromEntries([...counts].sort(([a], [b]) => a.localeCompare(b))),
  };
}
