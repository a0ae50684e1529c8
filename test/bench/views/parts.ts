import { parseArgs } from 'node:util';

/** What can be asked for with `--only`, separated by commas; without it, everything is measured. */
const PARTS = ['live', 'rebuild', 'asked', 'large'] as const;

/** @throws Error in words when something else is asked for. */
export function chosenParts(args: readonly string[]): ReadonlySet<string> {
  // Which options there are was checked before the build; here it is about what this one says.
  const { values } = parseArgs({ args: [...args], options: { only: { type: 'string' } }, strict: false });
  if (values.only === undefined) return new Set(PARTS);
  const chosen = String(values.only).split(',');
  const wrong = chosen.filter((part) => !PARTS.some((known) => known === part));
  if (wrong.length > 0) throw new Error(`--only takes ${PARTS.join(', ')}, and not ‘${wrong.join(', ')}’.`);
  return new Set(chosen);
}
