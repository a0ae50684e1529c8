import { parseArgs } from 'node:util';
import { randomFrom } from '../../support/random.ts';
import { print, progressBar } from '../report.ts';
import type { Setting, Verdict } from '../verdict.ts';
import { clockBackwards } from './clock.ts';
import { cuts } from './cut.ts';
import { diskFull } from './disk-full.ts';
import { halfOpen } from './half-open.ts';
import { killCycles } from './kill.ts';

const { values } = parseArgs({
  options: { cycles: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
  allowPositionals: true,
});
const cycles = Number(values.cycles ?? '200');
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));

const SCENARIOS: Readonly<Record<string, (setting: Setting) => Promise<Verdict>>> = {
  kill: (setting) => killCycles(setting, cycles),
  cut: (setting) => cuts(setting, { places: Number.POSITIVE_INFINITY }),
  'half-open': (setting) => halfOpen(setting, { isShort: false }),
  disk: (setting) => diskFull(setting, 3),
  clock: (setting) => clockBackwards(setting, 5),
};

/** Each scenario has dice of its own from the seed, so that it plays the same alone as among the others. */
async function run(name: string, scenario: (setting: Setting) => Promise<Verdict>): Promise<Verdict> {
  const bar = progressBar(name);
  try {
    return await scenario({ random: randomFrom(seed), progress: bar.update });
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { scenario: name, figures: {}, breaches: [reason] };
  } finally {
    bar.stop();
  }
}

async function main(): Promise<void> {
  const only = values.only?.split(',') ?? Object.keys(SCENARIOS);
  process.stdout.write(`npm run test:faults -- log --seed ${seed} --cycles ${cycles}\n`);
  let breaches = 0;
  for (const [name, scenario] of Object.entries(SCENARIOS)) {
    if (!only.includes(name)) continue;
    const began = performance.now();
    const verdict = await run(name, scenario);
    print(verdict, performance.now() - began);
    breaches += verdict.breaches.length;
  }
  process.stdout.write(breaches === 0 ? 'The log kept its promises.\n' : `${breaches} breaches, seed ${seed}.\n`);
  process.exitCode = breaches === 0 ? 0 : 1;
}

// Ctrl-C ends with an exit of our own, at which the engines are stopped; the node ends with its parent.
process.once('SIGINT', () => process.exit(130));

await main();
