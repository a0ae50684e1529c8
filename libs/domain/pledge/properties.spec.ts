import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideCorrection } from '../kernel/corrections.ts';
import { addDays } from '../kernel/days.ts';
import type { New, Recorded } from '../kernel/event.ts';
import { expectCorrected, expectRetracted } from '../testing/corrected.ts';
import {
  afterTheIntake,
  because,
  day,
  ids,
  noonOf,
  on,
  programme,
  register,
  trajectoryOf,
} from '../testing/fixtures.ts';
import { idNumber, Story } from '../testing/story.ts';
import type { PledgeCommand } from './commands.ts';
import type { PledgeContext } from './context.ts';
import { checkPledgeFact } from './correction.ts';
import { pledge } from './decider.ts';
import type { PledgeEvent } from './events.ts';
import { dueOf, firstDueOf, isOpen, pledgeOf, pledgeSteps, takenOverBy } from './pledge.ts';
import type { PledgeState } from './state.ts';

const recordedOn = '2026-06-01';
const date = fc.integer({ min: 0, max: 200 }).map((days) => addDays('2025-09-02', days));
const party = fc.record({
  organisation: fc.constantFrom(ids.assen, ids.groningen),
  role: fc.constantFrom('municipal-secretary', 'hr-manager'),
});
const identity = {
  pledge: idNumber(60),
  programme: ids.programme,
  trajectory: trajectoryOf(1),
  organisation: ids.assen,
  role: 'municipal-secretary',
  toRole: 'lead',
  what: because,
};

/** A fact of some day, all recorded on one. */
function fact(
  type: PledgeCommand['type'],
  fields: fc.Arbitrary<object> = fc.constant({}),
): fc.Arbitrary<PledgeCommand> {
  return fc
    .tuple(date, fields)
    .map(([happened, more]) => ({ type, at: noonOf(recordedOn), occurredOn: day(happened), ...more }) as PledgeCommand);
}

const reason = fc.constant(because);
const kept = fc.record(
  { result: reason, evidence: fc.constantFrom({ reference: 'Z-1' }, { reference: 'Z-2' }) },
  { requiredKeys: [] },
);
const command: fc.Arbitrary<PledgeCommand> = fc.oneof(
  fact(
    'ask-pledge',
    date.map((due) => ({ ...identity, due })),
  ),
  fact(
    'make-pledge',
    date.map((due) => ({ ...identity, due })),
  ),
  fact('promise-pledge', fc.record({ what: reason, due: date })),
  fact('keep-pledge-partly', kept),
  fact('keep-pledge', kept),
  fact('postpone-pledge', fc.record({ to: date, reason })),
  fact('take-pledge-over', party),
  fact('withdraw-pledge', fc.record({ reason })),
  fact('lapse-pledge', fc.record({ reason })),
);

const commands = fc.array(command, { maxLength: 20 });
const context = { programme, register, trajectory: afterTheIntake(1).state };

function tell(all: readonly PledgeCommand[]) {
  const told = new Story(pledge, context).given({
    type: 'make-pledge',
    ...on('2025-09-01'),
    ...identity,
    due: '2025-12-01',
  });
  for (const each of all) told.when(each);
  return told;
}

function courseOf(state: PledgeState) {
  return state.status === 'known' ? [pledgeOf(state.facts), takenOverBy(state.facts)] : undefined;
}

describe('whatever happens to a pledge', () => {
  it('is somewhere on any day from the first fact on, and due as long as it is open', () => {
    fc.assert(
      fc.property(commands, date, (all, upTo) => {
        const { state } = tell(all);
        if (state.status === 'unknown') throw new Error('Known is known.');
        const days = state.facts.map((each) => each.on);
        expect(days).toEqual([...days].sort());
        for (const now of [pledgeOf(state.facts), pledgeOf(state.facts, upTo)]) {
          expect(pledgeSteps).toContain(now?.step);
          expect(now && isOpen(now)).toBe(now && dueOf(now) !== undefined);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keeps its first date, however often it is postponed', () => {
    const postponements = fc.array(fact('postpone-pledge', fc.record({ to: date, reason })), { maxLength: 10 });
    fc.assert(
      fc.property(postponements, (all) => {
        const { state } = tell(all);
        expect(state.status === 'known' && firstDueOf(state.facts)).toBe('2025-12-01');
      }),
      { numRuns: 100 },
    );
  });

  it('is harmless to send twice: only what holds words is kept twice, and it leads nowhere else', () => {
    fc.assert(
      fc.property(commands, (all) => {
        const told = tell([]);
        for (const each of all) {
          told.when(each);
          const once = told.state;
          if ('what' in each || ('result' in each && each.result !== undefined)) {
            told.when(each);
            expect(courseOf(told.state)).toEqual(courseOf(once));
            continue;
          }
          if ('recorded' in told.when(each)) {
            // Only what something later undid on the same day can be told again; then it changes where the pledge is.
            expect(told.state).not.toEqual(once);
          }
          const twice = told.state;
          expect(told.when(each)).toEqual({ refused: expect.any(String) });
          expect(told.state).toEqual(twice);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a corrected history of a pledge', () => {
  const correction = { programme, check: checkPledgeFact(context) };

  const stream = (all: readonly PledgeCommand[]) => ({
    aggregate: pledge,
    history: tell(all).history,
    context: correction,
  });

  it('equals the history that had been right at once', () => {
    fc.assert(
      fc.property(commands, fc.nat(), date, (all, which, rightDay) => {
        const corrected = stream(all);
        const wrong = corrected.history[which % corrected.history.length];
        if (wrong) expectCorrected(corrected, wrong, { on: rightDay });
      }),
      { numRuns: 150 },
    );
  });

  it('without a retracted fact equals the history in which it never happened', () => {
    fc.assert(
      fc.property(commands, fc.nat(), (all, which) => {
        const corrected = stream(all);
        const wrong = corrected.history[which % corrected.history.length];
        if (wrong) expectRetracted(corrected, wrong);
      }),
      { numRuns: 150 },
    );
  });

  it('is refused for an organisation that was not there, or that makes it another fact', () => {
    const told = tell([
      { type: 'take-pledge-over', ...on('2025-10-01'), organisation: ids.groningen, role: 'hr-manager' },
    ]);
    const [made, taken] = told.history;
    const correct = (event: Recorded<PledgeEvent> | undefined, data: object, happened: string) =>
      decideCorrection(
        {
          type: 'correct-fact',
          ...on(recordedOn),
          event: event?.id ?? '',
          data,
          occurredOn: day(happened),
          reason: because,
        },
        told.history,
        correction,
      );
    expect(correct(taken, { organisation: ids.assen, role: 'hr-manager' }, '2025-10-01')).toMatchObject({
      refusal: { code: 'identity-changed', data: { field: 'organisation' } },
    });
    expect(correct(taken, { organisation: ids.groningen, role: 'lead' }, '2025-10-01').outcome).toBe('accepted');
    const elsewhere = { programme, check: checkPledgeFact({ register: { ...register, organisations: new Map() } }) };
    expect(
      decideCorrection(
        {
          type: 'correct-fact',
          ...on(recordedOn),
          event: made?.id ?? '',
          data: { ...identity, due: '2026-01-01' },
          occurredOn: day('2025-09-01'),
          reason: because,
        },
        told.history,
        elsewhere,
      ),
    ).toMatchObject({ refusal: { code: 'organisation-unknown' } });
  });

  it('gets the meeting in which it was made when that was forgotten, or another, or none; of the programme only', () => {
    const told = tell([]);
    const correct = (meeting: string | undefined, found: PledgeContext['meeting']) =>
      decideCorrection(
        {
          type: 'correct-fact',
          ...on(recordedOn),
          event: told.history[0]?.id ?? '',
          data: { ...identity, due: '2025-12-01', ...(meeting !== undefined && { meeting }) },
          occurredOn: day('2025-09-01'),
          reason: because,
        },
        told.history,
        { programme, check: checkPledgeFact({ register, meeting: found }) },
      );
    const there = { status: 'planned', programme: ids.programme } as PledgeContext['meeting'];
    const given = correct(ids.meeting, there);
    expect(given).toMatchObject({
      outcome: 'accepted',
      events: [{ data: { meeting: ids.meeting }, subjects: expect.arrayContaining([`meeting:${ids.meeting}`]) }],
    });
    if (given.outcome === 'accepted') told.record(given.events as New<PledgeEvent>[], noonOf(recordedOn));
    expect(correct(undefined, undefined).outcome).toBe('accepted');
    expect(correct(idNumber(21), { ...there, programme: idNumber(9) } as typeof there)).toMatchObject({
      refusal: { code: 'meeting-elsewhere', fields: ['meeting'] },
    });
  });
});
