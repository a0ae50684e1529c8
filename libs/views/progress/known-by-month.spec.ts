import { describe, expect, test } from '@jest/globals';
import { idOf, sealed, type Told } from '../../../test/support/events.ts';
import { on, programme, rowOf, setUp } from '../../../test/support/rows.ts';
import { commitmentItemOf } from '../commitment/item.ts';
import { commitmentView } from '../commitment/view.ts';
import { programmeView } from '../programme/view.ts';
import { questionView } from '../question/view.ts';
import { emptyRegister } from '../register/register.ts';
import { standingView } from '../standing/view.ts';
import { questionsOn } from './item.ts';
import { localChangeOf } from './local-change.ts';
import { lastActivityOf } from './measure.ts';
import { progressView } from './view.ts';

const [trajectory = '', question = ''] = ['trajectory', 'question'].map(idOf);
const about = `trajectory:${trajectory}`;

/** Told on that day, of its month. */
const ofMonth = (day: string, content: object, ...subjects: string[]): Told =>
  ({ ...on(day, content, ...subjects), occurredOn: { precision: 'month', value: day.slice(0, 7) } }) as Told;

describe('what is known by its month only', () => {
  const layer = 'council';
  const ofLayer = [about, `commitment:${trajectory}/${layer}`];
  const asked = on(
    '2025-03-10',
    { type: 'trajectory.commitment-asked.v1', data: { layer, due: '2025-04-01' } },
    ...ofLayer,
  );
  const given = ofMonth('2025-03-31', { type: 'trajectory.commitment-given.v1', data: { layer } }, ...ofLayer);

  test('given a council that was asked on the tenth, then it gave after that, and is not late', () => {
    const row = rowOf(commitmentView, `${trajectory}/${layer}`, [asked, given]);
    const around = { register: emptyRegister, validOn: '2025-05-01' };
    expect(commitmentItemOf(row, { course: [], places: [], programme: '' }, around)).toMatchObject({
      commitment: { step: 'given' },
      late: null,
      facts: [{ on: '2025-03-10' }, { on: '2025-03-10' }],
    });
    const { commitments } = rowOf(progressView, trajectory, [asked, given]);
    expect(commitments[layer]?.map(({ fact, on: day }) => [fact, day])).toEqual([
      ['asked', '2025-03-10'],
      ['given', '2025-03-10'],
    ]);
  });

  test('given a correction of the asking, then the gift still comes after it', () => {
    const corrected = {
      ...on('2025-04-02', { type: asked.type, data: asked.data }, ...ofLayer),
      occurredOn: { precision: 'day', value: '2025-03-20' },
      corrects: { event: asked.id, kind: 'correction', reason: sealed('.') },
    } as Told;
    const { facts } = rowOf(commitmentView, `${trajectory}/${layer}`, [asked, given, corrected]);
    expect(facts.map(({ fact, on: day }) => [fact, day])).toEqual([
      ['asked', '2025-03-20'],
      ['given', '2025-03-20'],
    ]);
  });

  test('given a question, a local change and a judgement of the tenth, then they are as that month told them last', () => {
    const put = (type: string, category: string) => ({
      type: `trajectory.question-${type}.v1`,
      data: { question, category, tags: [], text: sealed('.') },
    });
    const change = (stage: string) => ({
      type: 'trajectory.local-change-brought-in.v1',
      data: { name: 'Buurt', stage, ownerRole: 'secretary' },
    });
    const judged = (judgement: string) => ({
      type: 'trajectory.lead-judged.v1',
      data: { judgement, reason: sealed('.') },
    });
    const ofQuestion = [about, `question:${question}`];
    const events = [
      on('2025-03-10', put('brought-in', 'digital-participation'), ...ofQuestion),
      on('2025-03-10', change('idea'), about),
      on('2025-03-10', judged('attention'), about),
      ofMonth('2025-03-31', put('sharpened', 'role-of-the-council'), ...ofQuestion),
      ofMonth('2025-03-31', change('under-way'), about),
      ofMonth('2025-03-31', judged('on-schedule'), about),
    ];
    const row = rowOf(progressView, trajectory, events);
    expect(questionsOn(row, '2025-04-01').map(({ category }) => category)).toEqual(['role-of-the-council']);
    expect(localChangeOf(row.localChanges)?.stage).toBe('under-way');
    expect(row.judgements.at(-1)?.judgement).toBe('on-schedule');
    const { said } = rowOf(questionView, question, events);
    expect(said.map(({ category }) => category)).toEqual(['digital-participation', 'role-of-the-council']);
  });
});

describe('attendance that is told by the month of its meeting', () => {
  test('is activity of the day on which the meeting was held', () => {
    const meeting = idOf('meeting');
    const plan = { meeting, programme, kind: 'exchange', title: 'Uitwisseling', date: '2025-03-20', status: 'agreed' };
    const data = { entries: [{ trajectory, attendance: 'absent', roles: [] }] };
    const attended = ofMonth(
      '2025-03-31',
      { type: 'meeting.attendance-recorded.v2', data },
      about,
      `meeting:${meeting}`,
    );
    const { meetings } = rowOf(programmeView, programme, [
      setUp,
      on('2025-03-01', { type: 'meeting.planned.v2', data: plan }, `meeting:${meeting}`),
      on('2025-03-20', { type: 'meeting.held.v1', data: {} }, `meeting:${meeting}`),
    ]);
    const row = rowOf(progressView, trajectory, [attended]);
    expect(lastActivityOf(row, meetings, '2025-03-19')).toBeNull();
    expect(lastActivityOf(row, meetings, '2025-03-20')).toBe('2025-03-20');
  });
});

describe('an intake that is told once more, with its report', () => {
  const held = (data: object) => on('2025-03-10', { type: 'trajectory.intake-held.v1', data }, about);

  test('lacks no report', () => {
    const first = held({});
    const missing = (...told: Told[]) => rowOf(standingView, trajectory, told).missing.map(({ kind }) => kind);
    expect(missing(first)).toEqual(['intake-report']);
    expect(missing(first, held({ report: { reference: 'Z-2025-31' } }))).toEqual([]);
  });
});
