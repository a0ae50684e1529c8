import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inconsistency } from '../template/consistency.ts';
import { regionalNetwork } from '../template/regional-network.ts';
import type { Template } from '../template/template.ts';
import { at, because, register, settingUp } from '../testing/fixtures.ts';
import { idNumber, Story } from '../testing/story.ts';
import { sentTwice } from '../testing/twice.ts';
import type { ProgrammeCommand } from './commands.ts';
import { programme } from './decider.ts';
import type { ProgrammeState } from './state.ts';

/** Another version: with some of its milestones, layers and categories, sometimes of another shape. */
const template: fc.Arbitrary<Template> = fc
  .record({
    key: fc.constantFrom(regionalNetwork.key, regionalNetwork.key, 'another'),
    version: fc.integer({ min: 1, max: 5 }),
    milestones: fc.subarray(regionalNetwork.milestones, { minLength: 1 }),
    layers: fc.oneof(fc.constant(regionalNetwork.layers), fc.subarray(regionalNetwork.layers, { minLength: 1 })),
    categories: fc.oneof(fc.constant(regionalNetwork.categories), fc.constant(regionalNetwork.categories.slice(1))),
  })
  .map((changed) => ({ ...regionalNetwork, ...changed }));

const schedule = fc.integer({ min: 30, max: 32 }).map(idNumber);

const command: fc.Arbitrary<ProgrammeCommand> = fc.oneof(
  template.map((chosen): ProgrammeCommand => ({ ...settingUp, template: chosen })),
  template.map(
    (chosen): ProgrammeCommand => ({
      type: 'change-template',
      ...at('2025-11-01'),
      template: chosen,
      reason: because,
    }),
  ),
  fc.tuple(schedule, fc.constantFrom('week', 'month'), fc.integer({ min: 1, max: 9 })).map(
    ([id, every, day]): ProgrammeCommand => ({
      type: 'schedule-report',
      ...at('2025-11-02'),
      schedule: id,
      report: 'management',
      every,
      day,
      time: '08:00',
    }),
  ),
  schedule.map((id): ProgrammeCommand => ({ type: 'unschedule-report', ...at('2025-11-03'), schedule: id })),
);
const commands = fc.array(command, { maxLength: 25 });
const story = () => new Story(programme, { register });
const templateOf = (state: ProgrammeState) => (state.status === 'unknown' ? undefined : state.template);

describe('whatever is decided about a programme', () => {
  it('is judged by one shape of template that holds together, of which the version only rises and no layer goes', () => {
    fc.assert(
      fc.property(commands, (all) => {
        const told = story();
        for (const each of all) {
          const earlier = templateOf(told.state);
          told.when(each);
          const now = templateOf(told.state);
          expect(now && inconsistency(now)).toBeUndefined();
          if (!earlier) continue;
          expect([now?.key, (now?.version ?? 0) >= earlier.version]).toEqual([earlier.key, true]);
          const layers = now?.layers.map(({ key }) => key) ?? [];
          expect(earlier.layers.filter(({ key }) => !layers.includes(key))).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has each schedule once, and none twice for one moment', () => {
    fc.assert(
      fc.property(commands, (all) => {
        const told = story();
        for (const each of all) told.when(each);
        const schedules = told.state.status === 'unknown' ? [] : told.state.schedules;
        expect(new Set(schedules.map((one) => one.schedule)).size).toBe(schedules.length);
        expect(new Set(schedules.map(({ every, day, time }) => `${every} ${day} ${time}`)).size).toBe(schedules.length);
        expect(schedules.every(({ every, day }) => every === 'month' || day <= 7)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('is harmless to send twice', () => {
    fc.assert(
      fc.property(commands, (all) => {
        sentTwice(story(), all);
      }),
      { numRuns: 60 },
    );
  });
});
