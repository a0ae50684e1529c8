import { expect, test } from '@jest/globals';
import { regionalNetwork } from '#domain/template/regional-network';
import { idOf, sealed, type Told } from '../../test/support/events.ts';
import { on, programme, setUp } from '../../test/support/rows.ts';
import { describeRows } from '../../test/support/rows-both-ways.ts';
import { commitmentView } from './commitment/view.ts';
import { programmeView } from './programme/view.ts';
import { progressView } from './progress/view.ts';
import { standingView } from './standing/view.ts';

const [trajectory, network, opening] = ['trajectory', 'network', 'opening'].map(idOf) as [string, string, string];
const about = `trajectory:${trajectory}`;
const atOpening = `meeting:${opening}`;

const adopted = on('2025-02-02', { type: 'programme.template-adopted.v2', data: { template: regionalNetwork } });
const planned = on(
  '2025-02-03',
  {
    type: 'meeting.planned.v2',
    data: {
      ...{ meeting: opening, programme, network, kind: 'opening', title: 'Start' },
      ...{ date: '2025-06-10', status: 'agreed' },
    },
  },
  atOpening,
);
const applied = on(
  '2025-03-03',
  {
    type: 'trajectory.applied.v1',
    data: { trajectory, programme, organisation: idOf('Assen'), network, contactRole: 'secretary' },
  },
  about,
);
const movedTo = (day: string) =>
  on(
    '2025-05-01',
    {
      type: 'meeting.moved.v1',
      data: { from: '2025-06-10', to: day, status: 'agreed', by: 'lead', reason: sealed('.') },
    },
    atOpening,
  );
const heldOn = (day: string) => on(day, { type: 'meeting.held.v1', data: {} }, atOpening);
const contacted = (day: string) =>
  on(day, { type: 'trajectory.contacted.v1', data: { kind: 'phone', roles: ['mayor'], summary: sealed('.') } }, about);

function correcting(event: Told, content: object): Told {
  return {
    ...event,
    ...content,
    id: idOf(`correction of ${event.id}`),
    corrects: { event: event.id, kind: 'correction', reason: sealed('.') },
  } as Told;
}

describeRows('a row of facts', (rowOf) => {
  test('given facts that are recorded late, then they take their places by the day on which they happened', async () => {
    const events = [applied, contacted('2025-05-02'), contacted('2025-04-01')];
    const row = await rowOf(progressView, trajectory, events);
    expect(row.contacts.map(({ on: day }) => day)).toEqual(['2025-04-01', '2025-05-02']);
    expect(row.organisation).toBe(idOf('Assen'));
  });

  test('given a fact that is corrected, then it counts by the day that it has now, under the event that first told it', async () => {
    const wrong = contacted('2025-05-02');
    const corrected = correcting(wrong, { occurredOn: { precision: 'day', value: '2025-04-28' } });
    const row = await rowOf(progressView, trajectory, [applied, wrong, contacted('2025-04-30'), corrected]);
    expect(row.contacts.map(({ on: day }) => day)).toEqual(['2025-04-28', '2025-04-30']);
    expect(row.contacts[0]?.event).toBe(wrong.id);
  });

  test('given a term that was a slip of the pen, then only the right one stands', async () => {
    const layer = `${trajectory}/council`;
    const asked = (due: string) =>
      on(
        '2025-04-01',
        { type: 'trajectory.commitment-asked.v1', data: { layer: 'council', due } },
        about,
        `commitment:${layer}`,
      );
    const wrong = asked('2026-05-13');
    const row = await rowOf(commitmentView, layer, [applied, wrong, correcting(wrong, asked('2025-05-13'))]);
    expect(row.facts).toMatchObject([{ fact: 'asked', due: '2025-05-13', on: '2025-04-01' }]);
  });
});

describeRows('a row that is derived', (rowOf) => {
  const beginning = [setUp, adopted, planned, applied];

  test('given a meeting that is moved, then what hangs on it is due on other days', async () => {
    const before = await rowOf(standingView, trajectory, beginning);
    const after = await rowOf(standingView, trajectory, [...beginning, movedTo('2025-09-10')]);
    expect(after.days).not.toEqual(before.days);
    expect(after.days.some((day) => day > '2025-09-10')).toBe(true);
  });

  test('given a meeting that is held on the day on which it was planned, then nothing is otherwise', async () => {
    const before = await rowOf(standingView, trajectory, beginning);
    expect(await rowOf(standingView, trajectory, [...beginning, heldOn('2025-06-10')])).toEqual(before);
  });

  test('given a meeting that is held on another day, then it is as if it had been planned for that day', async () => {
    const held = await rowOf(standingView, trajectory, [...beginning, heldOn('2025-06-17')]);
    const moved = await rowOf(standingView, trajectory, [...beginning, movedTo('2025-06-17')]);
    expect(held).toEqual(moved);
  });

  test('given a programme, then its calendar has the meeting where it came to be', async () => {
    const row = await rowOf(programmeView, programme, [...beginning, movedTo('2025-09-10')]);
    expect(row.meetings).toMatchObject([{ meeting: opening, date: '2025-09-10', firstDate: '2025-06-10' }]);
  });
});
