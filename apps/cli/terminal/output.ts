import type { Sentence } from '#domain/kernel/decision';
import { say, spoken } from './language.ts';

/** Where lines for people go. With `--json`, standard output belongs to the program that reads it. */
let people: NodeJS.WriteStream = process.stdout;

/** From now on, lines for people go to standard error. */
export function leaveOutputToPrograms(): void {
  people = process.stderr;
}

/** The stream that people read, for progress bars. */
export function peopleStream(): NodeJS.WriteStream {
  return people;
}

/** One line for people. */
export function line(text: string | Sentence = ''): void {
  people.write(`${typeof text === 'string' ? text : say(text)}\n`);
}

/** One object for a program, on a line of its own. */
export function jsonLine(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Milliseconds as people read them: `0,4 s`. */
export function inSeconds(milliseconds: number): string {
  const locale = spoken() === 'nl' ? 'nl-NL' : 'en-GB';
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return `${new Intl.NumberFormat(locale, digits).format(milliseconds / 1000)} s`;
}

/** Does one step and says how long it took. A step that fails says nothing: the error has its own sentence. */
export async function step<T>(name: Sentence, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  line(`  ✓ ${say(name).padEnd(44)} ${inSeconds(performance.now() - began).padStart(8)}`);
  return result;
}
