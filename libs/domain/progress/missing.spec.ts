import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../kernel/days.ts';
import { facts, plan } from '../testing/progress.ts';
import { randomFacts } from '../testing/random-facts.ts';
import { commitmentOf } from '../trajectory/commitment.ts';
import type { ProgressFacts } from './inputs.ts';
import { isAwaitedOn, latenessOn } from './lateness.ts';
import { missingOf } from './missing.ts';
import { nextStepOn } from './next-step.ts';
import { periodsOf } from './periods.ts';
import { progressOn } from './progress.ts';
import { DayByDay } from './seen.ts';

const missing = (told: ProgressFacts, kind: string) =>
  missingOf(told, plan, [])
    .filter((one) => one.kind === kind)
    .map(({ about, since, from, until }) => [about, since, from, until]);

const lateLayersOn = (told: ProgressFacts, day: string) =>
  (periodsOf(told, plan).findLast(({ on }) => on <= day)?.layers ?? []).flatMap(({ late }) => (late ? [late] : []));

describe('what is missing', () => {
  it('given no contact for longer than the template allows, then from that day until the next one', () => {
    // Spoken to on 15 March; the template says sixty days.
    expect(missing(facts, 'contact')).toEqual([[null, '2026-03-15', '2026-05-15', null]]);
    const spoken = { ...facts, contacts: [...facts.contacts, '2026-06-01'] };
    expect(missing(spoken, 'contact')).toEqual([
      [null, '2026-03-15', '2026-05-15', '2026-06-01'],
      [null, '2026-06-01', '2026-08-01', null],
    ]);
  });

  it('given a commitment, then its evidence until it is confirmed, also while it is under pressure', () => {
    const given = { on: '2025-11-01', fact: 'given' as const };
    const told = (...more: ProgressFacts['commitments'][string]) => ({
      ...facts,
      commitments: { council: [given, ...more] },
    });
    expect(missing(told(), 'commitment-evidence')).toEqual([['council', '2025-11-01', '2025-11-01', null]]);
    const pressed = told({ on: '2025-12-01', fact: 'put-under-pressure' }, { on: '2026-01-10', fact: 'confirmed' });
    expect(missing(pressed, 'commitment-evidence')).toEqual([['council', '2025-11-01', '2025-11-01', '2026-01-10']]);
  });

  it('given a commitment that is on the agenda to be confirmed, then its evidence until it is', () => {
    const given = { on: '2025-11-01', fact: 'given' as const };
    const tabled = { on: '2025-12-01', fact: 'put-on-agenda' as const, agendaOn: '2025-12-10' };
    const confirmed = { on: '2025-12-10', fact: 'confirmed' as const };
    const told = { ...facts, commitments: { council: [given, tabled, confirmed] } };
    expect(missing(told, 'commitment-evidence')).toEqual([['council', '2025-11-01', '2025-11-01', '2025-12-10']]);
  });

  it('given a commitment that was asked, then the answer from the day after its term, and anew from a later term', () => {
    const told: ProgressFacts = {
      ...facts,
      commitments: {
        council: [
          { on: '2025-10-01', fact: 'asked', due: '2025-11-01' },
          { on: '2025-12-01', fact: 'due-moved', to: '2026-01-15' },
          { on: '2026-02-01', fact: 'refused' },
        ],
      },
    };
    expect(missing(told, 'commitment-term')).toEqual([
      ['council', '2025-11-01', '2025-11-02', '2025-12-01'],
      ['council', '2026-01-15', '2026-01-16', '2026-02-01'],
    ]);
  });

  it('given that it stopped, then nothing is awaited of it any more but the report of its intake', () => {
    const told: ProgressFacts = {
      ...facts,
      course: [...facts.course, { on: '2026-02-01', fact: 'stopped' }],
      commitments: { council: [{ on: '2025-10-01', fact: 'asked', due: '2025-11-01' }] },
    };
    expect(missing(told, 'commitment-term')).toEqual([['council', '2025-11-01', '2025-11-02', '2026-02-01']]);
    expect(
      missingOf(told, plan, [{ on: '2025-09-15', event: 'the intake' }]).filter(({ until }) => until === null),
    ).toEqual([{ kind: 'intake-report', about: 'the intake', since: '2025-09-15', from: '2025-09-15', until: null }]);
  });

  it('given that the network turned it away, then nothing is late, missing or next, until it applies again', () => {
    for (const place of ['rejected', 'referred'] as const) {
      const told: ProgressFacts = {
        ...facts,
        course: [{ on: '2025-09-01', fact: 'applied' }],
        places: [{ on: '2025-10-20', application: 1, place }],
        commitments: { council: [{ on: '2025-10-01', fact: 'asked', due: '2025-11-01' }] },
      };
      expect(missing(told, 'commitment-term')).toEqual([]);
      expect(lateLayersOn(told, '2025-12-01')).toEqual([]);
      expect(nextStepOn(new DayByDay(told, plan).on('2025-10-25'), plan, '2025-10-25')).toBeNull();
      const again: ProgressFacts = { ...told, course: [...told.course, { on: '2026-01-10', fact: 'applied' }] };
      expect(missing(again, 'commitment-term')).toEqual([['council', '2025-11-01', '2026-01-10', null]]);
      expect(lateLayersOn(again, '2026-01-09')).toEqual([]);
      expect(lateLayersOn(again, '2026-01-10')).toEqual([true]);
    }
  });

  it('given that it waits for a place, then an answer is still awaited', () => {
    const told: ProgressFacts = {
      ...facts,
      course: [{ on: '2025-09-01', fact: 'applied' }],
      places: [{ on: '2025-10-20', application: 1, place: 'waiting' }],
      commitments: { council: [{ on: '2025-10-01', fact: 'asked', due: '2025-11-01' }] },
    };
    expect(missing(told, 'commitment-term')).toEqual([['council', '2025-11-01', '2025-11-02', null]]);
  });

  it('is late, and not spoken to, on exactly the days on which the status says so', () => {
    fc.assert(
      fc.property(randomFacts, fc.nat(800), (told, days) => {
        const day = addDays('2025-07-01', days);
        const now = missingOf(told, plan, []).filter(
          ({ from, until }) => from <= day && (until === null || day < until),
        );
        const { reasons } = progressOn(told, plan, day);
        expect(now.some(({ kind }) => kind === 'contact')).toBe(reasons.some(({ code }) => code === 'no-contact'));
        const awaited = isAwaitedOn(told, day);
        const late = Object.entries(told.commitments).flatMap(([layer, list]) => {
          const lateness = latenessOn(commitmentOf(list, day), day);
          return awaited && lateness ? [[layer, lateness.due]] : [];
        });
        const found = now.filter(({ kind }) => kind === 'commitment-term').map(({ about, since }) => [about, since]);
        expect(found.toSorted()).toEqual(late.toSorted());
      }),
      { numRuns: 400 },
    );
  });
});
