import { parseArgs } from 'node:util';

/**
 * Takes the options of a script out of its arguments, and leaves all others as they were, for the program that it runs: of
 * an option that is not ours nobody here knows whether it takes a value.
 */
export function ownOptions(args, options) {
  const { values, tokens } = parseArgs({ args, options, strict: false, tokens: true });
  const taken = new Set();
  for (const { kind, name, index, value, inlineValue } of tokens) {
    if (kind !== 'option' || !Object.hasOwn(options, name)) continue;
    taken.add(index);
    if (value !== undefined && !inlineValue) taken.add(index + 1);
  }
  return { values, others: args.filter((_, index) => !taken.has(index)) };
}
