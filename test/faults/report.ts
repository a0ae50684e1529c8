import { Presets, SingleBar } from 'cli-progress';
import { say } from '../../apps/cli/terminal/language.ts';
import type { Verdict } from './verdict.ts';

/** How far a scenario is: a bar on a terminal, and nothing where nobody looks. */
export function progressBar(scenario: string): { update(done: number, of: number): void; stop(): void } {
  if (!process.stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar(
    { format: `  ${scenario.padEnd(22)} {bar} {value}/{total}`, stream: process.stderr, clearOnComplete: true },
    Presets.shades_classic,
  );
  let isStarted = false;
  return {
    update: (done, of) => {
      if (!isStarted) bar.start(of, done);
      isStarted = true;
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}

/** What a scenario found, as a few lines. */
export function print({ scenario, figures, breaches, leftOut }: Verdict, milliseconds: number): void {
  if (leftOut !== undefined) {
    process.stdout.write(`  – ${say(leftOut)}\n`);
    return;
  }
  const seconds = (milliseconds / 1000).toFixed(1);
  const told = [...Object.entries(figures), ['seconds', seconds] as const].map(([name, value]) => `${name} ${value}`);
  process.stdout.write(`  ${breaches.length === 0 ? '✓' : '✗'} ${scenario}: ${told.join(', ')}\n`);
  for (const breach of breaches) process.stdout.write(`      ${breach}\n`);
}
