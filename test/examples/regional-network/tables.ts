import {
  endOf,
  lateCommitments,
  latecomer,
  lines,
  type Moment,
  milestonesExpected,
  moments,
  storyEntries,
} from './expected.ts';
import { type Municipality, municipalities } from './municipalities.ts';

/** The figures of `expected.ts` as the tables of the README, so that a test can see that the two say the same. */
export function tableOf(moment: Moment): string {
  const rows = Object.entries(lines[moment]).map(([who, [participation, reached, status, ...layers]]) =>
    row([municipalities[who as Municipality].name, participation, milestones(who, moment, reached), status, ...layers]),
  );
  const late = lateCommitments[moment].map(
    ([who, layer, due, days]) => `${municipalities[who].name}, ${layer}: due ${due}, ${days} days over`,
  );
  return [
    `### ${moment} (known at ${endOf[moment]}; ${milestonesExpected[moment]} of 7 milestones due)`,
    '',
    row(['Municipality', 'Participation', 'Milestones', 'Status', 'Executive', 'Council', 'Officials']),
    row(Array.from({ length: 7 }, () => '---')),
    ...rows,
    '',
    `Late answers: ${late.length === 0 ? 'none' : late.join('; ')}.`,
  ].join('\n');
}

/** The number of entries in the stories. */
export function storyTable(): string {
  const rows = Object.entries(storyEntries).map(([who, counts]) =>
    row([municipalities[who as Municipality].name, ...moments.map((moment) => String(counts[moment]))]),
  );
  return [row(['Story of', ...moments]), row(Array.from({ length: 5 }, () => '---')), ...rows].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function milestones(who: string, moment: Moment, reached: number): string {
  const total = who === 'veendam' ? (latecomer[moment]?.total ?? 7) : 7;
  return `${reached} of ${total}`;
}
