import { describe, expect, test } from '@jest/globals';
import { aroundOn, dossierOf, told } from '../../../../test/support/dossier.ts';
import { idOf, sealed } from '../../../../test/support/events.ts';
import { itemsOn } from './items-on.ts';
import { poolOf } from './pool.ts';

const [assen, emmen, ann, bo] = ['Assen', 'Emmen', 'ann', 'bo'].map(idOf);
const joined = (name: string, organisation: string | undefined, person: string | undefined, minutesPerMonth: number) =>
  told('2025-10-01', 'pool-member.joined.v1', name, { organisation, person, expertise: ['coaching'], minutesPerMonth });
const asked = (day: string, name: string, minutes: number, more: object = {}) =>
  told(day, 'pool-request.asked.v1', name, { expertise: 'coaching', minutes, what: sealed('.'), ...more });
const matched = (day: string, name: string, person: string | undefined, minutes: number) =>
  told(day, 'pool-request.matched.v1', name, { items: [idOf('member')], person, minutes });
const worked = (day: string, name: string, minutes: number) => told(day, 'pool-request.worked.v1', name, { minutes });

const events = [
  joined('ann in the pool', emmen, ann, 600),
  joined('bo in the pool', assen, bo, 240),
  told('2025-11-01', 'pool-member.changed.v1', 'ann in the pool', { expertise: ['theory'], minutesPerMonth: 480 }),
  told('2025-12-01', 'pool-member.left.v1', 'bo in the pool'),
  asked('2025-10-05', 'one', 300, { due: '2025-10-20' }),
  asked('2025-10-06', 'two', 120),
  asked('2025-10-07', 'three', 60),
  matched('2025-10-10', 'one', ann, 200),
  matched('2025-10-11', 'one', bo, 100),
  matched('2025-10-12', 'one', ann, 180),
  worked('2025-10-15', 'one', 90),
  worked('2025-10-16', 'one', 60),
  told('2025-10-25', 'pool-request.completed.v1', 'one', { result: sealed('.') }),
  told('2025-10-26', 'pool-request.withdrawn.v1', 'three', { reason: sealed('.') }),
];

function poolOn(day: string) {
  const rows = dossierOf(...events);
  const requests = itemsOn('pool-request', rows, day);
  return poolOf(itemsOn('pool-member', rows, day), requests, aroundOn(day, ['Assen', 'Emmen']));
}

describe('the pool', () => {
  test('has who joined and did not leave, with what they offer on the day', () => {
    expect(poolOn('2025-10-31').minutesPerMonth).toBe(840);
    expect(poolOn('2025-11-30')).toMatchObject({
      minutesPerMonth: 720,
      members: [
        { organisation: { name: 'Assen' }, person: bo, minutesPerMonth: 240 },
        { organisation: { name: 'Emmen' }, expertise: ['theory'], minutesPerMonth: 480, since: '2025-10-01' },
      ],
    });
    expect(poolOn('2025-12-01')).toMatchObject({ minutesPerMonth: 480, members: [{ person: ann }] });
  });

  test('counts requests by state, and minutes', () => {
    expect(poolOn('2025-10-09')).toMatchObject({ asked: 3, matched: 0, minutesAsked: 480, minutesMatched: 0 });
    // Ann was matched again, for 180 minutes and not for 200.
    expect(poolOn('2025-10-16')).toMatchObject({ asked: 2, matched: 1, minutesMatched: 280, minutesWorked: 150 });
    expect(poolOn('2025-10-31')).toMatchObject({
      asked: 1,
      matched: 0,
      completed: 1,
      withdrawn: 1,
      minutesWorked: 150,
    });
  });

  test('says for how much each is busy, and what is late', () => {
    const busyOn = (day: string) => poolOn(day).members.map(({ minutesMatched }) => minutesMatched);
    expect(busyOn('2025-10-24')).toEqual([100, 180]);
    expect(busyOn('2025-10-25')).toEqual([0, 0]);
    expect(poolOn('2025-10-22').requests[0]).toMatchObject({
      state: 'matched',
      people: [ann, bo],
      due: '2025-10-20',
      late: { days: 2 },
    });
  });
});
