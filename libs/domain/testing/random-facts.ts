import fc from 'fast-check';
import { addDays } from '../kernel/days.ts';
import type { PlaceFact, ProgressFacts } from '../progress/inputs.ts';
import type { CommitmentFact } from '../trajectory/commitment.ts';
import type { CourseFact } from '../trajectory/course.ts';

/** A day in the year of the plan of the tests, or some months around it. */
const day = fc.nat(560).map((days) => addDays('2025-07-01', days));

const course: fc.Arbitrary<CourseFact> = fc.oneof(
  fc.record({
    on: day,
    fact: fc.constantFrom('interest-shown', 'applied', 'intake-held', 'started', 'resumed', 'completed'),
  }),
  fc.record({ on: day, fact: fc.constantFrom('after-measured', 'closed', 'withdrawn', 'stopped') }),
  fc.record({
    on: day,
    fact: fc.constant('intake-planned'),
    date: day,
    status: fc.constantFrom('provisional', 'agreed'),
  }),
  fc.record({ on: day, fact: fc.constant('paused'), until: fc.option(day, { nil: undefined }) }),
) as fc.Arbitrary<CourseFact>;

/** After how many applications the network decided. */
const application = fc.integer({ min: 0, max: 3 });

const place: fc.Arbitrary<PlaceFact> = fc.oneof(
  fc.record({
    on: day,
    application,
    place: fc.constant('given'),
    decisionExpectedOn: fc.option(day, { nil: undefined }),
  }),
  fc.record({ on: day, application, place: fc.constantFrom('waiting', 'rejected', 'referred', 'freed') }),
) as fc.Arbitrary<PlaceFact>;

const commitment: fc.Arbitrary<CommitmentFact> = fc.oneof(
  fc.record({ on: day, fact: fc.constant('asked'), due: day }),
  fc.record({ on: day, fact: fc.constant('due-moved'), to: day }),
  fc.record({ on: day, fact: fc.constant('given'), decisionExpectedOn: fc.option(day, { nil: undefined }) }),
  fc.record({ on: day, fact: fc.constant('put-in-question'), cause: fc.constant('election'), due: day }),
  fc.record({ on: day, fact: fc.constantFrom('confirmed', 'refused', 'put-under-pressure', 'pressure-relieved') }),
  fc.record({ on: day, fact: fc.constantFrom('lapsed', 'withdrawn', 'ended') }),
) as fc.Arbitrary<CommitmentFact>;

const byDay = <F extends { readonly on: string }>(facts: fc.Arbitrary<F>, maxLength: number) =>
  fc.array(facts, { maxLength }).map((list) => list.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)));

/** Facts of one trajectory in any order of the trade, for the plan of `progress.ts`: a tracker does not refuse reality. */
export const randomFacts: fc.Arbitrary<ProgressFacts> = fc.record({
  course: byDay(course, 8),
  places: byDay(place, 4),
  questions: fc.array(day, { maxLength: 2 }),
  commitments: fc.record({
    executive: byDay(commitment, 4),
    council: byDay(commitment, 4),
    officials: byDay(commitment, 2),
  }),
  attendance: fc.uniqueArray(
    fc.record({
      meeting: fc.constantFrom('opening', 'first', 'second', 'third', 'closing'),
      attendance: fc.constantFrom('present', 'excused', 'absent'),
      on: day,
    }),
    { maxLength: 4, selector: ({ meeting }) => meeting },
  ),
  supportCompleted: fc.array(day, { maxLength: 1 }),
  contacts: fc.array(day, { maxLength: 5 }),
  told: fc.record({
    'module.completed.v1': byDay(fc.record({ on: day, item: fc.constantFrom('first', 'second') }), 3),
  }),
});
