import { say } from './language.mjs';

const seconds = new Intl.NumberFormat(say({ nl: 'nl-NL', en: 'en-GB' }), {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** Milliseconds as people read them: `0,4 s`. */
export function inSeconds(milliseconds) {
  return `${seconds.format(milliseconds / 1000)} s`;
}

/** Where the lines of the steps go; a script whose output is read by a program says them on standard error. */
let out = process.argv.includes('--json') ? process.stderr : process.stdout;

/** From now on the steps are said there. */
export function sayStepsOn(stream) {
  out = stream;
}

/** Does one step and says how long it took; what the step prints itself stands between. */
export async function step(name, work) {
  const began = performance.now();
  const result = await work();
  out.write(`  ✓ ${say(name).padEnd(44)} ${inSeconds(performance.now() - began).padStart(8)}\n`);
  return result;
}

/** Says one sentence on standard error and ends the process: for what a person can put right. */
export function stop(sentence, code = 1) {
  process.stderr.write(`${say(sentence)}\n`);
  process.exit(code);
}
