import { describe, expect, test } from '@jest/globals';
import { regionalNetwork } from '#domain/template/regional-network';
import { idOf, sealed, type Told } from '../../../test/support/events.ts';
import { on, programme, rowOf, setUp } from '../../../test/support/rows.ts';
import { programmeView } from '../programme/view.ts';
import { emptyRegister } from '../register/register.ts';
import { standingOf } from '../standing/mark.ts';
import { standingView } from '../standing/view.ts';
import { itemOf } from './item.ts';
import { networkOn } from './networks.ts';
import { progressView } from './view.ts';

const [trajectory = '', first = '', second = ''] = ['trajectory', 'first network', 'second network'].map(idOf);
const about = `trajectory:${trajectory}`;

const applied = (day: string, network: string) => {
  const data = { trajectory, programme, organisation: idOf('Assen'), network, contactRole: 'secretary' };
  return on(day, { type: 'trajectory.applied.v1', data }, about, `network:${network}`);
};
const opening = (network: string, date: string) => {
  const meeting = idOf(`opening of ${network}`);
  const data = { meeting, programme, network, kind: 'opening', title: 'Start', date, status: 'agreed' };
  return on('2025-02-03', { type: 'meeting.planned.v2', data }, `meeting:${meeting}`, `network:${network}`);
};
const atOpening = (network: string) => [about, `meeting:${idOf(`opening of ${network}`)}`];

const adopted = on('2025-02-01', { type: 'programme.template-adopted.v2', data: { template: regionalNetwork } });
const place = { type: 'network.place-given.v1', data: { trajectory }, occurredOn: undefined };
const present = { entries: [{ trajectory, attendance: 'present', roles: [] }] };
const inFirst = [
  ...[setUp, adopted, opening(first, '2025-11-12'), opening(second, '2026-02-20'), applied('2025-09-01', first)],
  on('2025-09-10', place, about, `network:${first}`),
  on('2025-11-12', { type: 'meeting.attendance-recorded.v2', data: present }, ...atOpening(first)),
];
const inSecond = [
  ...inFirst,
  on('2026-01-10', { type: 'trajectory.withdrawn.v1', data: { reason: sealed('.') } }, about),
  applied('2026-02-01', second),
];

function itemOn(validOn: string, told: readonly Told[]) {
  const row = rowOf(progressView, trajectory, told);
  const whole = rowOf(programmeView, programme, told);
  return itemOf(row, { register: emptyRegister, networks: new Map(), programme: whole, validOn });
}

function listedOn(day: string, told: readonly Told[]) {
  const { days, marks } = rowOf(standingView, trajectory, told);
  return standingOf(marks[days.findLastIndex((from) => from <= day)] ?? '');
}

const opened = (item: ReturnType<typeof itemOn>) =>
  item.progress?.milestones.find(({ key }) => key === 'opening-attended');

describe('who withdraws from one network and applies for another', () => {
  test.each(['2025-08-31', '2025-10-01', '2025-12-01', '2026-01-09'])('stood on %s as before', (day) => {
    expect(itemOn(day, inSecond)).toEqual(itemOn(day, inFirst));
    expect(listedOn(day, inSecond)).toEqual(listedOn(day, inFirst));
  });

  test('is on each day in the network of that day', () => {
    expect(itemOn('2025-12-01', inSecond).network?.id).toBe(first);
    expect(itemOn('2026-01-31', inSecond).network?.id).toBe(first);
    expect(itemOn('2026-02-01', inSecond).network?.id).toBe(second);
    expect(rowOf(standingView, trajectory, inSecond)).toMatchObject({
      network: second,
      networks: [
        { from: '2025-09-01', network: first },
        { from: '2026-02-01', network: second },
      ],
    });
    expect(rowOf(standingView, trajectory, inFirst).networks).toEqual([]);
  });

  test('keeps what it reached: it was at an opening', () => {
    expect(opened(itemOn('2025-12-01', inSecond))).toMatchObject({ reachedOn: '2025-11-12', due: '2025-11-12' });
    expect(opened(itemOn('2026-03-01', inSecond))).toMatchObject({ reachedOn: '2025-11-12' });
  });

  test('stands in lists as on its own page, on each day', () => {
    for (const day of ['2025-12-01', '2026-01-10', '2026-02-01', '2026-02-10', '2026-02-21', '2026-04-01']) {
      const { progress, participation } = itemOn(day, inSecond);
      const letters = progress?.milestones.map(({ reachedOn }) => reachedOn !== null);
      const listed = listedOn(day, inSecond);
      expect([listed.step, listed.status]).toEqual([participation?.step, progress?.status]);
      expect([...listed.milestones].map((mark) => mark === 'x' || mark === 'r')).toEqual(letters);
    }
  });

  test('given applications that are told the other way round, then their days count', () => {
    const told = [setUp, adopted, applied('2026-02-01', second), applied('2025-09-01', first)];
    expect(itemOn('2025-12-01', told).network?.id).toBe(first);
    expect(itemOn('2026-02-01', told).network?.id).toBe(second);
  });

  test('given two applications on its first day, then it is in the last of them before that day too, as lists have it', () => {
    const told = [setUp, adopted, applied('2025-09-01', first), applied('2025-09-01', second)];
    const row = rowOf(progressView, trajectory, told);
    expect([networkOn(row, '2025-08-20'), networkOn(row, '2025-09-01')]).toEqual([second, second]);
  });

  test('given that the first application is told last, then its contact is that of the one by which it takes part', () => {
    const by = (day: string, network: string, contactRole: string) => {
      const told = applied(day, network);
      return { ...told, data: { ...told.data, contactRole } } as Told;
    };
    const told = [setUp, by('2026-02-01', second, 'clerk'), by('2025-09-01', first, 'secretary')];
    expect(rowOf(progressView, trajectory, told)).toMatchObject({ network: second, contactRole: 'clerk' });
  });
});
