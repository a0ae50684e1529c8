import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideCorrection } from '../kernel/corrections.ts';
import { addDays } from '../kernel/days.ts';
import { inPlace, type Recorded } from '../kernel/event.ts';
import { exampleOf } from '../testing/example-data.ts';
import { because, day, ids, noonOf, on, programme, register } from '../testing/fixtures.ts';
import { idNumber, Story } from '../testing/story.ts';
import type { ItemCommand } from './commands.ts';
import { item } from './decider.ts';
import type { ItemEvent } from './events.ts';
import { itemFactTypes, itemKinds, type KnownFactType } from './kinds/index.ts';
import { checkItemFact } from './refuse.ts';
import { type ItemState, itemOf } from './state.ts';

const id = idNumber(70);
const recordedOn = '2026-06-01';
const date = fc.integer({ min: 0, max: 200 }).map((days) => addDays('2025-09-02', days));
const context = { programme, register };
const types = [...itemFactTypes.values()];

/** What a fact says, every field filled that names nothing of another stream. */
function dataOf({ data, effect }: KnownFactType): Record<string, unknown> {
  const whole = exampleOf(data) as Record<string, unknown>;
  const elsewhere = ['trajectory', 'network', 'meeting', 'group'];
  const fields = Object.entries(whole).filter(([field]) => !elsewhere.includes(field));
  const own = { ...(effect === 'begins' && { item: id, programme: ids.programme }) };
  const organisation = 'organisation' in whole ? { organisation: ids.assen } : {};
  return { ...Object.fromEntries(fields), ...organisation, ...own };
}

/** Facts that can be told of any item of that kind, with data that the decider can check on its own. */
function factsOf(kind: string): KnownFactType[] {
  const needed = ['trajectory', 'network', 'meeting', 'group'];
  return types.filter((type) => {
    const required = Object.entries(type.data.shape).filter(([, schema]) => !schema.safeParse(undefined).success);
    return [kind, 'item'].includes(type.kind.kind) && !required.some(([field]) => needed.includes(field));
  });
}

/** Kinds of which an item can be brought in without anything of another stream. */
const kinds = itemKinds
  .map(({ kind }) => kind)
  .filter((kind) => kind !== 'item' && factsOf(kind).some(({ effect }) => effect === 'begins'));

function command(type: KnownFactType, happened: string): ItemCommand {
  const told = { fact: type.type, item: id, data: dataOf(type) };
  return { type: type.command, at: noonOf(recordedOn), occurredOn: day(happened), ...told };
}

/** An item of some kind, brought in, and facts about it in any order. */
const course = fc.constantFrom(...kinds).chain((kind) => {
  const facts = factsOf(kind);
  const beginning = facts.filter(({ effect }) => effect === 'begins');
  const one = fc.tuple(fc.constantFrom(...facts), date).map(([type, happened]) => command(type, happened));
  const first = fc.tuple(fc.constantFrom(...beginning), date).map(([type, happened]) => command(type, happened));
  return fc.tuple(first, fc.array(one, { maxLength: 12 })).map(([begin, later]) => [begin, ...later]);
});

function tell(commands: readonly ItemCommand[]) {
  const told = new Story(item, context);
  for (const each of commands) told.when(each);
  return told;
}

function known(state: ItemState) {
  if (state.status === 'unknown') throw new Error('It was brought in.');
  return state;
}

const stateAfter = (history: readonly Recorded<ItemEvent>[]) =>
  inPlace(history).reduce((state, event) => item.evolve(state, event), item.initial);

describe('any course of any item', () => {
  it('is there for nearly every kind', () => {
    expect(kinds.length).toBeGreaterThan(35);
  });

  it('is in the order of its days, and stands at a step of its kind', () => {
    fc.assert(
      fc.property(course, date, (commands, upTo) => {
        const { kind, facts } = known(tell(commands).state);
        const days = facts.map((fact) => fact.on);
        expect(days).toEqual([...days].sort());
        const steps = factsOf(kind).filter(({ effect }) => effect !== 'tells');
        for (const now of [itemOf(kind, facts), itemOf(kind, facts, upTo)]) {
          if (now) expect(steps.map(({ name }) => name)).toContain(now.step);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is refused for nothing but that it was told already', () => {
    fc.assert(
      fc.property(course, (commands) => {
        const told = new Story(item, context);
        for (const each of commands) {
          const came = told.when(each);
          if ('refused' in came) expect(came).toEqual({ refused: 'nothing-changed' });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('names its item and its programme in every fact', () => {
    fc.assert(
      fc.property(course, (commands) => {
        for (const { subjects } of tell(commands).history) {
          expect(subjects.filter((subject) => subject.startsWith('item:'))).toEqual([`item:${id}`]);
          expect(subjects).toContain(`programme:${ids.programme}`);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a corrected course of an item', () => {
  const correction = { programme, check: checkItemFact(context) };

  it('equals the course that had been right at once', () => {
    fc.assert(
      fc.property(course, fc.nat(), date, (commands, which, rightDay) => {
        const { history } = tell(commands);
        const wrong = history[which % history.length];
        if (!wrong) return;
        const fact = { event: wrong.id, data: wrong.data, occurredOn: day(rightDay), reason: because };
        const decision = decideCorrection({ type: 'correct-fact', ...on(recordedOn), ...fact }, history, correction);
        if (decision.outcome === 'refused') {
          expect(decision.refusal.code).toBe('nothing-changed');
          return;
        }
        const events = decision.events.map((e) => ({ ...e, id: idNumber(1), recordedAt: noonOf(recordedOn) }));
        const right = history.map((event) => (event === wrong ? { ...event, occurredOn: day(rightDay) } : event));
        expect(stateAfter([...history, ...(events as Recorded<ItemEvent>[])])).toEqual(stateAfter(right));
      }),
      { numRuns: 150 },
    );
  });

  it('without a retracted fact equals the course in which it never happened', () => {
    fc.assert(
      fc.property(course, fc.nat(), (commands, which) => {
        const { history } = tell(commands);
        const wrong = history[which % history.length];
        if (!wrong) return;
        const retract = { type: 'retract-fact' as const, at: noonOf(recordedOn), event: wrong.id, reason: because };
        const decision = decideCorrection(retract, history, correction);
        if (decision.outcome === 'refused') throw new Error(decision.refusal.code);
        const events = decision.events.map((e) => ({ ...e, id: idNumber(1), recordedAt: noonOf(recordedOn) }));
        const without = history.filter((event) => event !== wrong);
        expect(stateAfter([...history, ...(events as Recorded<ItemEvent>[])])).toEqual(stateAfter(without));
      }),
      { numRuns: 150 },
    );
  });
});
