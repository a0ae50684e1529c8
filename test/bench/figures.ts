/** What was measured, by name; the unit stands in the name. */
export type Figures = Readonly<Record<string, number>>;

/** A goal that an upper limit states. */
export interface AtMost {
  readonly limit: number;
  readonly value: number;
}

/**
 * Says the outcome: with `--json` one object on the last line, for programs; else a table for people.
 * @param goals by the name of the figure that they are about.
 */
export function publish(bench: string, figures: Figures, goals: Readonly<Record<string, AtMost>> = {}): void {
  const judged = Object.fromEntries(
    Object.entries(goals).map(([name, { limit, value }]) => [
      name,
      { goal: `<= ${limit}`, value, met: value <= limit },
    ]),
  );
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ bench, figures, ratios: {}, goals: judged })}\n`);
    return;
  }
  for (const [name, value] of Object.entries(figures)) {
    const goal = judged[name];
    const verdict = goal ? `  (${goal.goal}: ${goal.met ? '✓' : '✗'})` : '';
    process.stdout.write(`  ${name.padEnd(36)} ${String(value).padStart(10)}${verdict}\n`);
  }
}
