import {
  between,
  endOf,
  lateCommitments,
  latecomer,
  lines,
  type Moment,
  milestonesExpected,
  moments,
  storyEntries,
} from './expected.ts';
import { pledges } from './expected-pledges.ts';
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

/** Pledges as they stood on a day. */
export function pledgeTable(day: keyof typeof pledges): string {
  const rows = pledges[day].map(([by, keeper, step, firstDue, due, late]) =>
    row([by, keeper, step, firstDue, due ?? 'none', late === null ? 'no' : `${late} days`]),
  );
  const head = row(['Pledged by', 'To be kept by', 'Step', 'First day', 'Due', 'Late']);
  return [head, row(Array.from({ length: 6 }, () => '---')), ...rows].join('\n');
}

/** Milestones and status at both ends of the period, and what we would now say of its beginning. */
export function betweenTable(): string {
  const rows = Object.entries(between.figures).map(([who, three]) =>
    row([municipalities[who as Municipality].name, ...three.map(([reached, status]) => `${reached}, ${status}`)]),
  );
  const head = row(['Municipality', 'Then', 'In hindsight', 'Now']);
  return [head, row(Array.from({ length: 4 }, () => '---')), ...rows].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function milestones(who: string, moment: Moment, reached: number): string {
  const total = who === 'veendam' ? (latecomer[moment]?.total ?? 7) : 7;
  return `${reached} of ${total}`;
}
