import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../kernel/days.ts';
import type { PlaceState } from '../network/state.ts';
import { facts, plan } from '../testing/progress.ts';
import { randomFacts } from '../testing/random-facts.ts';
import { commitmentOf } from '../trajectory/commitment.ts';
import { courseOf } from '../trajectory/course.ts';
import { participation } from '../trajectory/participation.ts';
import type { PlaceFact, ProgressFacts } from './inputs.ts';
import { isAwaited, latenessOn } from './lateness.ts';
import { countMarks } from './marks.ts';
import { type Period, periodsOf } from './periods.ts';
import { progressOn } from './progress.ts';

/** The network's word as `participation` takes it; what goes with it does not change the step. */
function stateOf(place: PlaceFact | undefined): PlaceState {
  if (place?.place === 'waiting') return { place: 'waiting', number: 1, proposed: false };
  if (place?.place === 'referred') return { place: 'referred', to: 'elsewhere' };
  if (place?.place === 'freed') return { place: 'freed', cause: 'stopped' };
  return place?.place === 'given' || place?.place === 'rejected' ? { ...place, place: place.place } : { place: 'none' };
}

/** What `progressOn` and its neighbours say of one day. */
function saidOf(told: ProgressFacts, day: string) {
  const course = courseOf(told.course, day);
  const place = told.places.findLast(({ on }) => on <= day);
  const { status, reached, expected, total } = progressOn(told, plan, day);
  const layers = plan.template.layers.map(({ key }) => {
    const commitment = commitmentOf(told.commitments[key] ?? [], day);
    return { step: commitment.step, late: isAwaited(course) && latenessOn(commitment, day) !== undefined };
  });
  const step = course ? participation(course, stateOf(place)).step : null;
  return { step, status, reached, expected, total, layers };
}

function shown({ step, status, milestones, layers }: Period) {
  return { step, status, ...countMarks(milestones), layers };
}

describe('the periods of a trajectory', () => {
  it('begin with the first fact, and go on after the last with what comes if nothing happens', () => {
    const notAsked = { step: 'not-asked', late: false };
    const [first, ...rest] = periodsOf(facts, plan);
    expect(first).toEqual({
      on: '2025-09-01',
      step: 'applied',
      status: 'on-schedule',
      milestones: 'ooooooo',
      layers: [notAsked, notAsked, notAsked],
    });
    expect(rest.map(({ on, step, status, milestones }) => `${on} ${step} ${status} ${milestones}`).slice(0, 6)).toEqual(
      [
        '2025-09-15 intake-held on-schedule roooooo',
        '2025-10-01 admitted on-schedule roooooo',
        '2025-10-10 admitted on-schedule rrooooo',
        '2025-10-29 admitted on-schedule xxooooo',
        '2025-11-12 started on-schedule xxdoooo',
        '2025-11-13 started attention xxdoooo',
      ],
    );
  });

  it('say of every day what progress says of it', () => {
    fc.assert(
      fc.property(randomFacts, (told) => {
        const periods = periodsOf(told, plan);
        const first = periods[0]?.on ?? '2026-01-01';
        for (let day = first; day < '2027-09-01'; day = addDays(day, 1)) {
          const period = periods.findLast(({ on }) => on <= day);
          expect({ day, ...(period && shown(period)) }).toEqual({ day, ...(period && saidOf(told, day)) });
        }
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});
