import { parseArgs } from 'node:util';
import type { Sentence } from '#domain/kernel/decision';
import { say } from '../../apps/cli/terminal/language.ts';

/** What can be asked of one kind of faults on the command line. */
export interface FaultChoices<Choice extends string> {
  /** The option that says how often, and how often when nobody says. */
  readonly times: string;
  readonly usually: number;
  /** The option that takes some of these names, separated by commas. */
  readonly choose: string;
  readonly among: readonly Choice[];
}

export interface FaultOptions<Choice extends string> {
  readonly times: number;
  readonly seed: number;
  /** Undefined when nothing was chosen. */
  readonly chosen: readonly Choice[] | undefined;
}

/** An option that cannot be carried out. A run that passed over it would do nothing, and call that a success. */
export class OptionRefused extends Error {
  override readonly name = 'OptionRefused';

  constructor(readonly sentence: Sentence) {
    super(sentence.en);
  }
}

/**
 * Reads `NAME --cycles 3 --seed=7 --only kill,cut`; without a seed, one at random.
 * @throws OptionRefused
 */
export function faultOptions<Choice extends string>(
  args: readonly string[],
  { times, usually, choose, among }: FaultChoices<Choice>,
): FaultOptions<Choice> {
  const given = valuesOf(args, [times, 'seed', choose]);
  return {
    times: wholeNumber(times, given[times] ?? String(usually), 1),
    seed: wholeNumber('seed', given['seed'] ?? String(Math.floor(Math.random() * 2 ** 31)), 0),
    chosen: given[choose]?.split(',').map((name) => oneOf(choose, name, among)),
  };
}

/** The options of this process; says what is wrong with them and ends it with 2 when they cannot be carried out. */
export function faultOptionsOrEnd<Choice extends string>(choices: FaultChoices<Choice>): FaultOptions<Choice> {
  try {
    return faultOptions(process.argv.slice(2), choices);
  } catch (error) {
    if (!(error instanceof OptionRefused)) throw error;
    process.stderr.write(`${say(error.sentence)}\n`);
    return process.exit(2);
  }
}

function valuesOf(args: readonly string[], names: readonly string[]): Readonly<Record<string, string | undefined>> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [, ...more] = positionals;
    if (more.length > 0) throw new Error(`Unexpected argument '${more.join(' ')}'`);
    return values;
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    const usage = names.map((name) => `--${name}`).join(', ');
    throw new OptionRefused({ nl: `Kies uit ${usage} (${reason})`, en: `Choose from ${usage} (${reason})` });
  }
}

function wholeNumber(option: string, text: string, least: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
  throw new OptionRefused({
    nl: `--${option} is een geheel getal vanaf ${least}, en niet ‘${text}’.`,
    en: `--${option} is a whole number from ${least}, and not ‘${text}’.`,
  });
}

function oneOf<Choice extends string>(option: string, text: string, among: readonly Choice[]): Choice {
  const found = among.find((name) => name === text);
  if (found !== undefined) return found;
  throw new OptionRefused({
    nl: `Voor --${option} is er ${among.join(', ')}, en niet ‘${text}’.`,
    en: `For --${option} there is ${among.join(', ')}, and not ‘${text}’.`,
  });
}
