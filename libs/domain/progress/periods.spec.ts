import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../kernel/days.ts';
import type { PlaceState } from '../network/state.ts';
import type { Milestone, Template } from '../template/template.ts';
import { facts, plan } from '../testing/progress.ts';
import { randomFacts } from '../testing/random-facts.ts';
import { commitmentOf } from '../trajectory/commitment.ts';
import { courseOf } from '../trajectory/course.ts';
import { decisionOn, participation } from '../trajectory/participation.ts';
import type { PlaceFact, Plan, ProgressFacts } from './inputs.ts';
import { isAwaitedOn, latenessOn } from './lateness.ts';
import { countMarks } from './marks.ts';
import { type Period, periodsOf } from './periods.ts';
import { progressOn } from './progress.ts';

/** The plan, with a milestone that a fact of the dossier reaches. */
const withModules: Plan = { ...plan, template: withMilestone(plan.template) };

function withMilestone(template: Template): Template {
  const modules: Milestone = {
    key: 'modules-completed',
    label: { nl: 'Twee modules afgerond', en: 'Two modules completed' },
    line: 'knowledge',
    weight: 1,
    due: { anchor: 'exchange', number: 1, days: 0 },
    reached: { when: 'told', fact: 'module.completed.v1', count: 2 },
  };
  return { ...template, milestones: [...template.milestones, modules] };
}

/** The network's word as `participation` takes it; what goes with it does not change the step. */
function stateOf(place: PlaceFact | undefined): PlaceState {
  if (place?.place === 'waiting') return { place: 'waiting', number: 1, proposed: false };
  if (place?.place === 'referred') return { place: 'referred', to: 'elsewhere' };
  if (place?.place === 'freed') return { place: 'freed', cause: 'stopped' };
  return place?.place === 'given' || place?.place === 'rejected' ? { ...place, place: place.place } : { place: 'none' };
}

/** What `progressOn` and its neighbours say of one day. */
function saidOf(told: ProgressFacts, plan: Plan, day: string) {
  const course = courseOf(told.course, day);
  const place = decisionOn(told.places, told.course, day);
  const { status, reached, expected, total } = progressOn(told, plan, day);
  const layers = plan.template.layers.map(({ key }) => {
    const commitment = commitmentOf(told.commitments[key] ?? [], day);
    return { step: commitment.step, late: isAwaitedOn(told, day) && latenessOn(commitment, day) !== undefined };
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

  it('go by a milestone that the dossier tells of from the day on which it is reached, though nothing else happens', () => {
    const told = ['2026-02-02', '2026-04-07'].map((on, index) => ({ on, item: `module ${index}` }));
    const periods = periodsOf({ ...facts, told: { 'module.completed.v1': told } }, withModules);
    const marks = periods.map(({ on, milestones }) => [on, milestones.at(-1)]);
    expect(marks).toContainEqual(['2026-01-14', 'd']);
    expect(marks.find(([, mark]) => mark === 'x')).toEqual(['2026-04-07', 'x']);
  });

  it.each([
    ['of the usual plan', plan],
    ['of one with a milestone that the dossier tells of', withModules],
  ])(
    'say of every day what progress says of it, %s',
    (_name, plan) => {
      fc.assert(
        fc.property(randomFacts, (told) => {
          const periods = periodsOf(told, plan);
          const first = periods[0]?.on ?? '2026-01-01';
          for (let day = first; day < '2027-09-01'; day = addDays(day, 1)) {
            const period = periods.findLast(({ on }) => on <= day);
            expect({ day, ...(period && shown(period)) }).toEqual({ day, ...(period && saidOf(told, plan, day)) });
          }
        }),
        { numRuns: 20 },
      );
    },
    60_000,
  );
});
