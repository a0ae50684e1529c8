import { describe, expect, it } from '@jest/globals';
import { regionalNetwork } from '../template/regional-network.ts';
import { at, ids, register, settingUp } from '../testing/fixtures.ts';
import { idNumber, Story } from '../testing/story.ts';
import type { ProgrammeCommand } from './commands.ts';
import { programme } from './decider.ts';

const setUp = { ...settingUp, template: regionalNetwork };

const weekly = {
  type: 'schedule-report' as const,
  ...at('2025-05-02'),
  schedule: idNumber(30),
  report: 'management' as const,
  every: 'week' as const,
  day: 1,
  time: '08:00',
};

const story = () => new Story(programme, { register });

describe('setting up a programme', () => {
  it('records the programme and the whole template', () => {
    const told = story();
    expect(told.when(setUp)).toEqual({ recorded: ['set-up', 'template-adopted'], warned: [] });
    expect(told.state).toMatchObject({ status: 'set-up', template: regionalNetwork, opensOn: '2025-06-01' });
    expect(told.history.map(({ subjects }) => subjects)).toEqual([
      [`programme:${ids.programme}`, `organisation:${ids.client}`],
      [`programme:${ids.programme}`],
    ]);
  });

  it.each([
    ['begins and ends', { opensOn: '2025-10-01', from: '2025-10-01', until: '2025-10-01' }],
    ['opens and ends', { opensOn: '2026-09-30' }],
  ])('may be of a single day: it %s on it', (_, days) => {
    expect(story().when({ ...setUp, ...days })).toEqual({ recorded: ['set-up', 'template-adopted'], warned: [] });
  });

  it.each<[string, Partial<typeof setUp>]>([
    ['until-before-from', { until: '2025-09-30' }],
    ['opens-after-it-ends', { opensOn: '2026-10-01' }],
    ['organisation-unknown', { client: idNumber(99) }],
    ['template-inconsistent', { template: { ...regionalNetwork, layers: regionalNetwork.layers.slice(1) } }],
    ['template-inconsistent', { template: { ...regionalNetwork, lines: regionalNetwork.lines.slice(1) } }],
    [
      'template-inconsistent',
      { template: { ...regionalNetwork, categories: [...regionalNetwork.categories, ...regionalNetwork.categories] } },
    ],
  ])('is refused: %s', (code, wrong) => {
    expect(story().when({ ...setUp, ...wrong })).toEqual({ refused: code });
  });

  it('is refused the second time', () => {
    expect(story().given(setUp).when(setUp)).toEqual({ refused: 'programme-already-set-up' });
  });
});

describe('changing the template', () => {
  const [first, ...others] = regionalNetwork.milestones;
  if (!first) throw new Error('A template has milestones');
  const later = { ...regionalNetwork, version: 2, milestones: others };
  const change = (template: typeof later): ProgrammeCommand => ({
    type: 'change-template',
    ...at('2025-11-01'),
    template,
    reason: { $text: 'The report of the intake turned out to say nothing.' },
  });

  it('judges by the later version from then on', () => {
    const told = story().given(setUp);
    expect(told.when(change(later))).toEqual({ recorded: ['template-changed'], warned: [] });
    expect(told.state).toMatchObject({ template: later });
    expect(told.history.at(-1)?.subjects).toEqual([`programme:${ids.programme}`]);
    expect(told.when(change({ ...later, version: 4 }))).toEqual({ recorded: ['template-changed'], warned: [] });
  });

  it('lets words change, and layers and categories come', () => {
    const layer = { key: 'residents', label: { nl: 'inwoners', en: 'residents' } };
    const renamed = later.categories.map((category) => ({ ...category, label: layer.label }));
    const wider = { ...later, layers: [...later.layers, layer], categories: [...renamed, layer] };
    expect(story().given(setUp).when(change(wider))).toEqual({ recorded: ['template-changed'], warned: [] });
  });

  it.each<[string, Partial<typeof later>]>([
    ['template-of-another-shape', { key: 'theme-teams' }],
    ['template-not-newer', { version: regionalNetwork.version }],
    ['template-loses-key', { layers: later.layers.slice(0, -1) }],
    ['template-loses-key', { categories: later.categories.slice(1) }],
    ['template-inconsistent', { lines: later.lines.slice(1) }],
  ])('is refused: %s', (code, wrong) => {
    expect(
      story()
        .given(setUp)
        .when(change({ ...later, ...wrong })),
    ).toEqual({ refused: code });
  });

  it('needs a programme', () => {
    expect(story().when(change(later))).toEqual({ refused: 'programme-unknown' });
  });
});

describe('scheduling reports', () => {
  const scheduled = { recorded: ['report-scheduled'], warned: [] };
  const away = (schedule: string): ProgrammeCommand => ({ type: 'unschedule-report', ...at('2025-05-03'), schedule });

  it('schedules and unschedules', () => {
    const told = story().given(setUp);
    expect(told.when(weekly)).toEqual(scheduled);
    expect(told.state).toMatchObject({ schedules: [{ schedule: weekly.schedule, every: 'week' }] });
    expect(told.when(away(weekly.schedule))).toEqual({ recorded: ['report-unscheduled'], warned: [] });
    const both = [`programme:${ids.programme}`, `report-schedule:${weekly.schedule}`];
    expect(told.history.slice(-2).map(({ subjects }) => subjects)).toEqual([both, both]);
    expect(told.when(away(weekly.schedule))).toEqual({ refused: 'report-schedule-unknown' });
  });

  it('knows seven days in a week, and more in a month', () => {
    const told = story().given(setUp);
    expect(told.when({ ...weekly, day: 8 })).toEqual({ refused: 'no-such-weekday' });
    expect(told.when({ ...weekly, day: 7 })).toEqual(scheduled);
    expect(told.when({ ...weekly, schedule: idNumber(31), every: 'month', day: 8 })).toEqual(scheduled);
  });

  it('keeps one schedule for one moment', () => {
    const told = story().given(setUp, weekly);
    expect(told.when({ ...weekly, schedule: idNumber(31) })).toEqual({ refused: 'report-already-scheduled' });
  });

  it.each<[string, Partial<Extract<ProgrammeCommand, { type: 'schedule-report' }>>]>([
    ['a month', { every: 'month' }],
    ['another day', { day: 2 }],
    ['another hour', { time: '09:00' }],
    ['another day and hour', { day: 2, time: '09:00' }],
  ])('keeps others for %s', (_, other) => {
    const told = story().given(setUp, weekly);
    expect(told.when({ ...weekly, ...other, schedule: idNumber(31) })).toEqual(scheduled);
    expect(told.when({ ...weekly, day: 5, ...other })).toEqual({ refused: 'report-already-scheduled' });
  });

  it('unschedules the one that is asked, and no other', () => {
    const other = { ...weekly, schedule: idNumber(31), day: 2 };
    const told = story().given(setUp, weekly, other, away(weekly.schedule));
    expect(told.state).toMatchObject({ schedules: [{ schedule: other.schedule }] });
    expect(told.when(away(weekly.schedule))).toEqual({ refused: 'report-schedule-unknown' });
  });

  it('needs a programme', () => {
    expect(story().when(weekly)).toEqual({ refused: 'programme-unknown' });
  });
});
