import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changedIdentity } from '../kernel/compare.ts';
import { addDays } from '../kernel/days.ts';
import { unreadRegister } from '../register/unread.ts';
import { expectCorrected, expectRetracted } from '../testing/corrected.ts';
import {
  afterTheIntake,
  day,
  ids,
  noonOf,
  openNetwork,
  programme,
  register,
  trajectoryOf,
} from '../testing/fixtures.ts';
import { randomOf } from '../testing/random-data.ts';
import { idNumber, Story } from '../testing/story.ts';
import type { ItemCommand } from './commands.ts';
import { type ItemContext, itemNeedsRegister } from './context.ts';
import { item } from './decider.ts';
import { common } from './kinds/common.ts';
import { itemFactTypes, itemKinds, type KnownFactType } from './kinds/index.ts';
import { checkItemFact } from './refuse.ts';
import { type ItemState, itemOf } from './state.ts';

const id = idNumber(70);
const group = idNumber(40);
const recordedOn = '2026-06-01';
const date = fc.integer({ min: 0, max: 200 }).map((days) => addDays('2025-09-02', days));
const there = { status: 'planned', programme: ids.programme };
/** All that a fact can name is there; of a meeting and a group only their programme is looked at. */
const context = {
  programme,
  register,
  trajectory: afterTheIntake(1).state,
  trajectories: new Map([1, 2].map((number) => [trajectoryOf(number), afterTheIntake(number).state])),
  network: openNetwork,
  meeting: there,
  group: there,
} as ItemContext;
const named = {
  item: [id],
  programme: [ids.programme],
  trajectory: [trajectoryOf(1)],
  trajectories: [trajectoryOf(1), trajectoryOf(2)],
  network: [ids.network],
  meeting: [ids.meeting],
  group: [group],
  organisation: [ids.assen, ids.groningen],
  organisations: [ids.assen, ids.groningen],
};
const types = [...itemFactTypes.values()];
const kinds = itemKinds.map(({ kind }) => kind).filter((kind) => kind !== common.kind);

/** A fact that is told, and what else could have been said of it. */
interface Step {
  readonly command: ItemCommand;
  readonly otherwise: Readonly<Record<string, unknown>>;
}

/** The facts that can be told of an item of that kind. */
function factsOf(kind: string): KnownFactType[] {
  return types.filter((type) => [kind, common.kind].includes(type.kind.kind));
}

const dataOf = new Map(
  types.map(({ type, data }) => [type, randomOf(data, { named }) as fc.Arbitrary<Record<string, unknown>>]),
);

function step({ type: fact, command }: KnownFactType): fc.Arbitrary<Step> {
  const data = dataOf.get(fact);
  if (!data) throw new Error(`${fact} is of no kind.`);
  return fc.tuple(date, data, data).map(([happened, said, otherwise]) => ({
    command: { type: command, at: noonOf(recordedOn), occurredOn: day(happened), fact, item: id, data: said },
    otherwise,
  }));
}

/** An item of that kind, brought in, and facts about it in any order. */
function stepsOf(kind: string): fc.Arbitrary<Step[]> {
  const facts = factsOf(kind);
  const first = fc.constantFrom(...facts.filter(({ effect }) => effect === 'begins')).chain(step);
  const later = fc.array(fc.constantFrom(...facts).chain(step), { maxLength: 12 });
  return fc.tuple(first, later).map(([begin, others]) => [begin, ...others]);
}

const steps = fc.constantFrom(...kinds).chain(stepsOf);
const course = steps.map((all) => all.map(({ command }) => command));

function tell(commands: readonly ItemCommand[]) {
  const told = new Story(item, context);
  for (const each of commands) told.when(each);
  return told;
}

function known(state: ItemState) {
  if (state.status === 'unknown') throw new Error('It was brought in.');
  return state;
}

/** Said otherwise, but of the same thing: what identifies a fact cannot be corrected. */
function ofTheSame(before: object, otherwise: object): Record<string, unknown> {
  const said: Record<string, unknown> = { ...otherwise };
  const was: Readonly<Record<string, unknown>> = { ...before };
  for (let field = changedIdentity(was, said); field !== undefined; field = changedIdentity(was, said)) {
    if (was[field] === undefined) delete said[field];
    else said[field] = was[field];
  }
  return said;
}

describe('any course of any item', () => {
  it.each(kinds)('of the kind %s is accepted, but for what was told already, and stands', (kind) => {
    fc.assert(
      fc.property(stepsOf(kind), (all) => {
        const told = new Story(item, context);
        for (const { command } of all) {
          const came = told.when(command);
          if ('refused' in came) expect(came).toEqual({ refused: 'nothing-changed' });
        }
        expect(known(told.state)).toMatchObject({ item: id, kind, programme: ids.programme });
        expect(known(told.state).facts).toHaveLength(told.history.length);
      }),
      { numRuns: 15 },
    );
  });

  it('asks the register only about an organisation that is named', () => {
    fc.assert(
      fc.property(course, (commands) => {
        const told = new Story(item, context);
        for (const each of commands) {
          const needed = itemNeedsRegister(each.data) ? context : { ...context, register: unreadRegister };
          expect(item.decide(each, told.state, needed)).toEqual(item.decide(each, told.state, context));
          told.when(each);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is in the order of its days, and stands at a step of its kind', () => {
    fc.assert(
      fc.property(course, date, (commands, upTo) => {
        const { kind, facts } = known(tell(commands).state);
        const days = facts.map((fact) => fact.on);
        expect(days).toEqual([...days].sort());
        const moving = factsOf(kind).filter(({ effect }) => effect !== 'tells');
        for (const now of [itemOf(kind, facts), itemOf(kind, facts, upTo)]) {
          if (now) expect(moving.map(({ name }) => name)).toContain(now.step);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is harmless to tell twice: only what holds words or adds up is kept twice, and it leads nowhere else', () => {
    fc.assert(
      fc.property(course, (commands) => {
        const told = new Story(item, context);
        for (const each of commands) {
          told.when(each);
          const once = known(told.state);
          const again = told.when(each);
          const twice = known(told.state);
          expect(itemOf(twice.kind, twice.facts)).toEqual(itemOf(once.kind, once.facts));
          if ('refused' in again) expect(twice).toEqual(once);
          else if (!itemFactTypes.get(each.fact)?.adds) expect(JSON.stringify(each.data)).toContain('$text');
        }
      }),
      { numRuns: 100 },
    );
  });

  it('keeps no protected text', () => {
    fc.assert(
      fc.property(course, (commands) => {
        expect(JSON.stringify(tell(commands).state)).not.toMatch(/\$text|\$sealed/);
      }),
      { numRuns: 100 },
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
  const stream = (commands: readonly ItemCommand[]) => ({
    aggregate: item,
    history: tell(commands).history,
    context: { programme, check: checkItemFact(context) },
  });

  it('equals the course that had been right at once', () => {
    fc.assert(
      fc.property(steps, fc.nat(), date, (all, which, rightDay) => {
        const corrected = stream(all.map(({ command }) => command));
        const wrong = corrected.history[which % corrected.history.length];
        if (!wrong) return;
        const other = all.find(({ command }) => command.fact === wrong.type)?.otherwise ?? {};
        expectCorrected(corrected, wrong, { on: rightDay, data: ofTheSame(wrong.data, other) });
      }),
      { numRuns: 200 },
    );
  });

  it('without a retracted fact equals the course in which it never happened', () => {
    fc.assert(
      fc.property(course, fc.nat(), (commands, which) => {
        const corrected = stream(commands);
        const wrong = corrected.history[which % corrected.history.length];
        if (wrong) expectRetracted(corrected, wrong);
      }),
      { numRuns: 150 },
    );
  });
});
