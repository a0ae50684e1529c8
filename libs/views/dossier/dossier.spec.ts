import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { itemFactTypes } from '#domain/dossier/kinds/index';
import { itemOf, withItemFact } from '#domain/dossier/state';
import { addDays } from '#domain/kernel/days';
import { aroundOn, dossierOf, told } from '../../../test/support/dossier.ts';
import { idOf, sealed, type Told } from '../../../test/support/events.ts';
import { columnsOf } from '../engine/columns.ts';
import { momentOn, type TracedItemFact } from './course.ts';
import { dossierDetailOf, dossierItemOf } from './item.ts';
import { type DossierItemRow, dossierItemView } from './view.ts';

const [trajectory, assen] = ['trajectory', 'Assen'].map(idOf) as [string, string];

const gathered = told('2025-10-01', 'theme.gathered.v1', 'theme', {
  title: 'Energie',
  trajectory,
  organisation: assen,
});
const chosen = told('2025-10-10', 'theme.chosen.v1', 'theme', { reason: sealed('why') });
const parked = told('2025-10-20', 'theme.parked.v1', 'theme', { reason: sealed('.') });

const agreed = told('2025-10-01', 'action.agreed.v1', 'action', { role: 'lead', due: '2025-11-01', what: sealed('.') });
const postponed = told('2025-10-25', 'action.postponed.v1', 'action', { to: '2025-12-01', reason: sealed('.') });
const done = told('2025-12-05', 'action.done.v1', 'action');

function onlyRow(...events: readonly Told[]): DossierItemRow {
  const [row] = dossierOf(...events);
  if (!row) throw new Error('There is no such row');
  return row;
}

const itemOn = (validOn: string, ...events: readonly Told[]) =>
  dossierItemOf(onlyRow(...events), aroundOn(validOn, ['Assen']));

function correcting(fact: Told, again: Told, kind: 'correction' | 'retraction' = 'correction'): Told {
  return { ...again, corrects: { event: fact.id, kind, reason: sealed('typing error') } } as Told;
}

const retracting = (fact: Told) =>
  correcting(fact, { ...fact, id: idOf('retraction'), type: 'item.fact-retracted.v1', data: {} } as Told, 'retraction');

describe('an item of the dossier', () => {
  test('given an action that was done in the month in which it was agreed, then it is done', () => {
    const inOctober = {
      ...told('2025-10-31', 'action.done.v1', 'action'),
      occurredOn: { precision: 'month', value: '2025-10' },
    };
    const later = { ...agreed, id: idOf('later'), occurredOn: { precision: 'day', value: '2025-10-10' } };
    expect(itemOn('2025-11-30', later as Told, inOctober as Told)).toMatchObject({ step: 'done', ended: true });
  });

  test('is told for any day, in the words of its kind', () => {
    expect(itemOn('2025-09-30', gathered, chosen)).toBeUndefined();
    expect(itemOn('2025-10-09', gathered, chosen)).toMatchObject({ step: 'gathered', since: '2025-10-01' });
    expect(itemOn('2025-10-10', gathered, chosen)).toMatchObject({
      item: idOf('theme'),
      kind: 'theme',
      label: { nl: 'Thema' },
      title: 'Energie',
      trajectory,
      organisation: { name: 'Assen' },
      step: 'chosen',
      words: { nl: 'Thema gekozen' },
      ended: false,
      due: null,
    });
  });

  test('given a fact that is recorded late, then it takes its place by the day on which it happened', () => {
    expect(itemOn('2025-10-31', gathered, parked, chosen)).toMatchObject({ step: 'parked', since: '2025-10-20' });
    expect(onlyRow(gathered, parked, chosen).facts.map(({ fact }) => fact)).toEqual(['gathered', 'chosen', 'parked']);
  });

  test('given what was chosen on the day on which it was gathered, then it was gathered first', () => {
    const atOnce = told('2025-10-01', 'theme.chosen.v1', 'theme');
    expect(onlyRow(atOnce, gathered).facts.map(({ fact }) => fact)).toEqual(['gathered', 'chosen']);
    expect(itemOn('2025-10-01', atOnce, gathered)).toMatchObject({ step: 'chosen', title: 'Energie' });
  });

  test('given a corrected beginning, then it is as if it had been right at once', () => {
    const corrected = correcting(gathered, told('2025-09-15', 'theme.gathered.v1', 'theme', { title: 'Energie!' }));
    const row = onlyRow(gathered, chosen, corrected);
    expect(row).toMatchObject({ title: 'Energie!', organisation: null });
    expect(row.facts.map(({ on, event }) => [on, event])).toEqual([
      ['2025-09-15', gathered.id],
      ['2025-10-10', chosen.id],
    ]);
  });

  test('of which the beginning was retracted keeps the facts that stand', () => {
    const row = onlyRow(gathered, chosen, retracting(gathered));
    expect(row).toMatchObject({ kind: 'theme', title: null, trajectory: null });
    expect(dossierItemOf(row, aroundOn('2025-10-31'))).toMatchObject({ step: 'chosen' });
  });

  test('of which only remains what can be told of any kind is nothing, until it is told of again', () => {
    const transferred = told('2025-10-02', 'item.transferred.v1', 'theme', { role: 'lead' });
    const left = [gathered, transferred, retracting(gathered)];
    expect(onlyRow(...left)).toMatchObject({ kind: 'item' });
    expect(itemOn('2025-10-31', ...left)).toBeUndefined();
    expect(itemOn('2025-10-31', ...left, chosen)).toMatchObject({ kind: 'theme', step: 'chosen' });
  });

  test('holds no protected text, and says of which facts there is some', () => {
    const { facts } = onlyRow(gathered, chosen);
    expect(JSON.stringify(facts)).not.toContain('$sealed');
    expect(facts.map(({ hasText }) => hasText)).toEqual([false, true]);
  });
});

describe('an item that another one names', () => {
  const idea = told('2025-10-05', 'idea.raised.v1', 'idea', { title: 'Warmtenet', theme: idOf('theme') });
  const linked = told('2025-10-15', 'item.linked.v1', 'idea', { items: [idOf('theme')] });

  test('is shown with it, from the day on which it was named', () => {
    const [theme, other] = dossierOf(gathered, idea, linked) as [DossierItemRow, DossierItemRow];
    const namedBy = (validOn: string) => dossierDetailOf(theme, [other], aroundOn(validOn))?.namedBy;
    expect(namedBy('2025-10-04')).toEqual([]);
    expect(namedBy('2025-10-14')).toMatchObject([{ title: 'Warmtenet', facts: [{ fact: 'raised' }] }]);
    expect(namedBy('2025-10-15')).toMatchObject([
      { facts: [{ fact: 'raised' }, { words: { nl: expect.any(String) } }] },
    ]);
  });
});

describe('the day by which more is expected of an item', () => {
  test('is the last one that was told; after it the item is late', () => {
    const story = [agreed, postponed, done];
    expect(itemOn('2025-10-24', ...story)).toMatchObject({ due: '2025-11-01', late: null });
    expect(itemOn('2025-12-01', ...story)).toMatchObject({ due: '2025-12-01', late: null });
    expect(itemOn('2025-12-04', ...story)).toMatchObject({ late: { due: '2025-12-01', days: 3 } });
    expect(itemOn('2025-12-05', ...story)).toMatchObject({ ended: true, due: null, late: null });
  });

  test('is past once an assignment is handed in, though it is still to be discussed', () => {
    const given = told('2025-10-01', 'assignment.given.v1', 'task', {
      title: 'T',
      sort: 'practice',
      due: '2025-10-15',
    });
    const handedIn = told('2025-10-20', 'assignment.handed-in.v1', 'task');
    expect(itemOn('2025-10-19', given, handedIn)?.late).toEqual({ due: '2025-10-15', days: 4 });
    expect(itemOn('2025-10-20', given, handedIn)).toMatchObject({ ended: false, due: null, late: null });
  });

  test('is neither that of a goal nor the name of what was scaled to', () => {
    const formed = told('2025-10-01', 'team.formed.v1', 'team', { sort: 'theme-team', name: 'T', open: true });
    const goal = told('2025-10-02', 'team.goal-set.v1', 'team', { goal: 'Een voorstel', due: '2025-10-10' });
    expect(itemOn('2025-12-01', formed, goal)).toMatchObject({ due: null, late: null });
    const started = told('2025-10-01', 'experiment.started.v1', 'try', { title: 'E', what: sealed('.') });
    const scaled = told('2025-10-02', 'experiment.scaled.v1', 'try', { to: '2025-10-10', reason: sealed('.') });
    expect(itemOn('2025-12-01', started, scaled)).toMatchObject({ ended: true, due: null });
  });
});

describe('the columns that lists are chosen by', () => {
  test('go together by day', () => {
    const columns = Object.fromEntries(
      columnsOf(dossierItemView, onlyRow(agreed, postponed, done)).map((value, i) => [
        Object.keys(dossierItemView.columns ?? {})[i],
        value,
      ]),
    );
    expect(columns).toMatchObject({
      kind: 'action',
      title: null,
      days: ['2025-10-01', '2025-10-25', '2025-12-05'],
      steps: ['agreed', 'postponed', 'done'],
      states: ['open', 'open', 'ended'],
      dues: ['2025-11-01', '2025-12-01', '9999-12-31'],
    });
  });

  test('say where an item is as the domain says it, whatever is told of it and in which order', () => {
    const types = [...itemFactTypes.values()];
    const kinds = [...new Set(types.map(({ kind }) => kind.kind))].filter((kind) => kind !== 'item');
    const course = fc.constantFrom(...kinds).chain((kind) => {
      const own = types.filter((type) => [kind, 'item'].includes(type.kind.kind));
      const one = fc.record({ type: fc.constantFrom(...own), day: fc.nat(9) });
      return fc.tuple(fc.constant(kind), fc.array(one, { maxLength: 12 }));
    });
    fc.assert(
      fc.property(course, fc.nat(10), ([kind, all], asked) => {
        const day = (days: number) => addDays('2025-10-01', days);
        const facts = all.reduce<readonly TracedItemFact[]>(
          (known, { type, day: days }, i) =>
            withItemFact(kind, known, {
              on: day(days),
              fact: type.name,
              data: {},
              hasText: false,
              type: type.type,
              event: `${i}`,
            }),
          [],
        );
        const { step, since, ended } = momentOn(facts, day(asked)) ?? {};
        expect({ step, since, ended }).toEqual({ ...itemOf(kind, facts, day(asked)) });
      }),
    );
  });
});
