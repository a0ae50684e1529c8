import { describe, expect, test } from '@jest/globals';
import { idOf, sealed, type Told } from '../../../test/support/events.ts';
import { on, programme, rowOf } from '../../../test/support/rows.ts';
import { isStillAwaited, pledgeItemOf } from './item.ts';
import { pledgeView } from './view.ts';

const [pledge, trajectory, assen, groningen] = ['pledge', 'trajectory', 'Assen', 'Groningen'].map(idOf) as [
  string,
  string,
  string,
  string,
];
const own = [`pledge:${pledge}`, `trajectory:${trajectory}`, `organisation:${assen}`];
const of = (day: string, what: string, data: object, ...more: string[]) =>
  on(day, { type: `pledge.${what}.v1`, data }, ...own, ...more);

const content = {
  pledge,
  programme,
  trajectory,
  organisation: assen,
  role: 'mayor',
  toRole: 'lead',
  what: sealed('.'),
};
const asked = of('2025-10-01', 'asked', { ...content, due: '2025-12-01' });
const made = of('2025-10-10', 'made', { ...content, role: 'adviser', due: '2025-12-15' });
const postponed = of('2025-12-10', 'postponed', { from: '2025-12-15', to: '2026-01-15', reason: sealed('.') });
const kept = of('2026-01-20', 'kept', { evidence: { reference: 'Z-1' } });

const named = (id: string) => ({ id, name: id === assen ? 'Assen' : 'Groningen', cbs: null, province: null });
const itemOn = (events: readonly Told[], validOn: string, awaited = true) =>
  pledgeItemOf(rowOf(pledgeView, pledge, events), { named, awaited, validOn });

describe('a pledge', () => {
  const story = [asked, made, postponed, kept];

  test('is told for any day, with the first day by which it was pledged', () => {
    expect(itemOn(story, '2025-09-30')).toBeUndefined();
    expect(itemOn(story, '2025-10-01')).toMatchObject({ state: { step: 'asked' }, due: '2025-12-01', to: 'lead' });
    expect(itemOn(story, '2025-10-10')).toMatchObject({
      state: { step: 'pledged' },
      by: { organisation: { name: 'Assen' }, role: 'adviser' },
      firstDue: '2025-12-15',
    });
    expect(itemOn(story, '2025-12-31')).toMatchObject({
      state: { step: 'postponed' },
      due: '2026-01-15',
      firstDue: '2025-12-15',
      late: null,
    });
    expect(itemOn(story, '2026-01-20')).toMatchObject({ state: { step: 'kept' }, due: null, firstDue: '2025-12-15' });
  });

  test('is late after the day by which it was due, unless nothing is expected any more', () => {
    expect(itemOn(story, '2026-01-16')?.late).toEqual({ due: '2026-01-15', days: 1 });
    expect(itemOn(story, '2026-01-16', false)?.late).toBeNull();
    expect(itemOn(story, '2026-01-20')?.late).toBeNull();
  });

  test('given a postponement that is recorded after it was kept, then it stays kept', () => {
    const item = itemOn([asked, made, kept, postponed], '2026-02-01');
    expect(item).toMatchObject({ state: { step: 'kept' } });
    expect(item?.facts.map(({ fact }) => fact)).toEqual(['asked', 'made', 'postponed', 'kept']);
    expect(item?.facts.at(-1)).toMatchObject({ event: kept.id, evidence: { reference: 'Z-1' } });
  });

  test('given a takeover, then another is to keep it, and who pledged stays', () => {
    const taken = of(
      '2025-11-01',
      'taken-over',
      { organisation: groningen, role: 'clerk' },
      `organisation:${groningen}`,
    );
    const item = itemOn([made, taken], '2025-11-01');
    expect(item).toMatchObject({
      by: { organisation: { name: 'Assen' }, role: 'adviser' },
      keeper: { organisation: { name: 'Groningen' }, role: 'clerk' },
      state: { step: 'taken-over' },
      due: '2025-12-15',
    });
    expect(itemOn([made, taken], '2025-10-31')?.keeper).toMatchObject({ organisation: { name: 'Assen' } });
  });

  test('given a trajectory that was passed on, then what the successor took over is late, and nothing else', () => {
    const ofAssen = of('2025-12-01', 'made', { ...content, due: '2026-03-01' });
    const takenBy = (organisation: string) =>
      of('2026-01-10', 'taken-over', { organisation, role: 'clerk' }, `organisation:${organisation}`);
    const lateOf = (...told: Told[]) => {
      const row = rowOf(pledgeView, pledge, told);
      const awaited = isStillAwaited(row, new Map([[trajectory, assen]]), '2026-04-01');
      return pledgeItemOf(row, { named, awaited, validOn: '2026-04-01' });
    };
    expect(lateOf(ofAssen, takenBy(groningen))).toMatchObject({
      state: { step: 'taken-over' },
      late: { due: '2026-03-01', days: 31 },
    });
    expect(lateOf(ofAssen)?.late).toBeNull();
    expect(lateOf(ofAssen, takenBy(assen))?.late).toBeNull();
  });

  test('given a request that another took over and pledged, then each day tells who it was asked of, and who pledged', () => {
    const other = { organisation: groningen, role: 'clerk' };
    const taken = of('2025-10-05', 'taken-over', other, `organisation:${groningen}`);
    const pledged = of('2025-10-10', 'made', { ...content, ...other, due: '2025-12-15' }, `organisation:${groningen}`);
    const told = [asked, taken, pledged];
    expect(itemOn(told, '2025-10-05')).toMatchObject({
      by: { organisation: { name: 'Assen' }, role: 'mayor' },
      keeper: { organisation: { name: 'Groningen' }, role: 'clerk' },
      state: { step: 'asked' },
      due: '2025-12-01',
    });
    const by = { organisation: named(groningen), role: 'clerk' };
    expect(itemOn(told, '2025-10-10')).toMatchObject({ by, keeper: by, state: { step: 'pledged' }, due: '2025-12-15' });
  });

  describe('is of whom the facts by day say', () => {
    const by = (role: string) => ({ by: { role }, keeper: { role } });

    test('given one that was withdrawn and asked anew of another, then it is of that one', () => {
      const withdrawn = of('2025-11-01', 'withdrawn', { reason: sealed('.') });
      const anew = of('2025-12-01', 'asked', { ...content, role: 'secretary', toRole: 'expert', due: '2026-02-01' });
      expect(itemOn([made, withdrawn, anew], '2025-12-01')).toMatchObject({ ...by('secretary'), to: 'expert' });
      expect(itemOn([made, withdrawn, anew], '2025-11-30')).toMatchObject({ ...by('adviser'), to: 'lead' });
    });

    test('given a request that is told after it was made by another, then it is of who made it', () => {
      expect(itemOn([made, asked], '2025-10-10')).toMatchObject(by('adviser'));
      expect(itemOn([made, asked], '2025-10-01')).toMatchObject(by('mayor'));
    });

    test('given one that is asked of another while it stands, then it stays of who made it', () => {
      const meanwhile = of('2025-10-20', 'asked', { ...content, due: '2025-12-01' });
      expect(itemOn([made, meanwhile], '2025-10-20')).toMatchObject(by('adviser'));
    });
  });

  test('given a pledge that was kept in the month in which it was made, then it is kept, and not late', () => {
    const inOctober = { ...of('2025-10-31', 'kept', {}), occurredOn: { precision: 'month', value: '2025-10' } } as Told;
    expect(itemOn([made, inOctober], '2026-01-16')).toMatchObject({ state: { step: 'kept' }, late: null });
  });

  test('given a corrected date, then it is as if it had been right at once', () => {
    const corrected = {
      ...of('2025-10-10', 'made', { ...content, role: 'adviser', due: '2025-12-20' }),
      corrects: { event: made.id, kind: 'correction', reason: sealed('typing error') },
    } as Told;
    expect(itemOn([made, corrected], '2025-10-10')).toMatchObject({ due: '2025-12-20', firstDue: '2025-12-20' });
    expect(itemOn([made, corrected], '2025-10-10')?.facts).toMatchObject([{ event: made.id }]);
  });

  test('of which the making was retracted keeps the facts that stand', () => {
    const retraction = {
      ...of('2025-11-01', 'fact-retracted', {}),
      corrects: { event: made.id, kind: 'retraction', reason: sealed('.') },
    } as Told;
    const item = itemOn([made, postponed, retraction], '2026-01-01');
    expect(item).toMatchObject({ to: null, state: { step: 'postponed' }, due: '2026-01-15', firstDue: '2025-12-15' });
    expect(item?.by).toEqual({ organisation: named(assen), role: null });
  });

  test('holds no protected text', () => {
    expect(JSON.stringify(rowOf(pledgeView, pledge, story))).not.toContain('$sealed');
  });
});
