import { randomFrom } from '../../support/random.ts';
import { faultOptionsOrEnd } from '../options.ts';
import { print, progressBar } from '../report.ts';
import type { Setting, Verdict } from '../verdict.ts';
import { clockBackwards } from './clock.ts';
import { cuts } from './cut.ts';
import { diskFull } from './disk-full.ts';
import { halfOpen } from './half-open.ts';
import { killCycles } from './kill.ts';

type Scenario = (setting: Setting) => Promise<Verdict>;

const SCENARIOS: Readonly<Record<string, (setting: Setting, cycles: number) => Promise<Verdict>>> = {
  kill: killCycles,
  cut: (setting) => cuts(setting, { places: Number.POSITIVE_INFINITY }),
  'half-open': (setting) => halfOpen(setting, { isShort: false }),
  disk: (setting) => diskFull(setting, 3),
  clock: (setting) => clockBackwards(setting, 5),
};

const {
  times: cycles,
  seed,
  chosen,
} = faultOptionsOrEnd({ times: 'cycles', usually: 200, choose: 'only', among: Object.keys(SCENARIOS) });

/** Each scenario has dice of its own from the seed, so that it plays the same alone as among the others. */
async function run(name: string, scenario: Scenario): Promise<Verdict> {
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
  process.stdout.write(`npm run test:faults -- log --seed ${seed} --cycles ${cycles}\n`);
  let breaches = 0;
  let tried = 0;
  for (const [name, scenario] of Object.entries(SCENARIOS)) {
    if (chosen !== undefined && !chosen.includes(name)) continue;
    const began = performance.now();
    const verdict = await run(name, (setting) => scenario(setting, cycles));
    print(verdict, performance.now() - began);
    breaches += verdict.breaches.length;
    if (verdict.leftOut === undefined) tried += 1;
  }
  if (tried === 0) {
    process.stdout.write('Nothing was tried.\n');
    process.exitCode = 1;
    return;
  }
  process.stdout.write(breaches === 0 ? 'The log kept its promises.\n' : `${breaches} breaches, seed ${seed}.\n`);
  process.exitCode = breaches === 0 ? 0 : 1;
}

// Ctrl-C ends with an exit of our own, at which the engines are stopped; the node ends with its parent.
process.once('SIGINT', () => process.exit(130));

await main();
