/** What was measured, by name; the unit stands in the name. */
export type Figures = Readonly<Record<string, number>>;

/** A goal that a limit states: the value may not be above it, or not be below it. */
export type Goal =
  | { readonly limit: number; readonly value: number }
  | { readonly atLeast: number; readonly value: number };

interface Judged {
  readonly goal: string;
  readonly value: number;
  readonly met: boolean;
}

function judge(goal: Goal): Judged {
  const { value } = goal;
  if ('limit' in goal) return { goal: `<= ${goal.limit}`, value, met: value <= goal.limit };
  return { goal: `>= ${goal.atLeast}`, value, met: value >= goal.atLeast };
}

/**
 * Says the outcome: with `--json` one object on the last line, for programs; else a table for people.
 * @param goals by the name of the figure or the ratio that they are about.
 */
export function publish(
  bench: string,
  figures: Figures,
  goals: Readonly<Record<string, Goal>> = {},
  ratios: Figures = {},
): void {
  const judged = Object.fromEntries(Object.entries(goals).map(([name, goal]) => [name, judge(goal)]));
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ bench, figures, ratios, goals: judged })}\n`);
    return;
  }
  for (const [name, value] of [...Object.entries(figures), ...Object.entries(ratios)]) {
    const goal = judged[name];
    const verdict = goal ? `  (${goal.goal}: ${goal.met ? '✓' : '✗'})` : '';
    process.stdout.write(`  ${name.padEnd(42)} ${String(value).padStart(10)}${verdict}\n`);
  }
}
