import { describe, expect, it } from '@jest/globals';
import { facts, meeting, plan } from '../testing/progress.ts';
import type { MeetingDates, Plan } from './inputs.ts';
import { nextStepOn } from './next-step.ts';
import { DayByDay } from './seen.ts';

describe('the next step of a trajectory', () => {
  const steering = meeting('steering', 'steering-group', '2025-10-20');
  const next = (...meetings: MeetingDates[]) => {
    const by: Plan = { ...plan, template: { ...plan.template, milestones: [] }, meetings };
    return nextStepOn(new DayByDay(facts, by).on('2025-10-15'), by, '2025-10-15');
  };

  it('is never a steering group, since nobody takes part in one for a trajectory', () => {
    expect(next(steering)).toBeNull();
    expect(next(steering, meeting('opening', 'opening', '2025-11-12'))).toMatchObject({
      code: 'meeting',
      on: '2025-11-12',
      about: 'opening',
    });
  });
});
