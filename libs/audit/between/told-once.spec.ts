import { describe, expect, test } from '@jest/globals';
import type { ViewDefinition } from '#views/engine/view-definition';
import { meetingView } from '#views/meeting/view';
import { networkView } from '#views/network/view';
import { programmeView } from '#views/programme/view';
import { progressView } from '#views/progress/view';
import { idOf, sealed, type Told } from '../../../test/support/events.ts';
import { on, programme, rowOf, setUp } from '../../../test/support/rows.ts';
import type { Names } from '../words/speech.ts';
import { type Difference, differencesOf } from './differences.ts';

const [trajectory, network, meeting] = ['trajectory', 'network', 'meeting'].map(idOf) as [string, string, string];
const about = [`trajectory:${trajectory}`, `network:${network}`];

const nothing = () => undefined;
const names: Names = {
  ...{ organisation: nothing, network: nothing, meeting: nothing, group: nothing, pledge: nothing, item: nothing },
  ...{ layer: nothing, category: nothing },
  trajectory: (id) => (id === trajectory ? 'Assen' : undefined),
};

const keys: Readonly<Record<string, string>> = { programme, network, trajectory, meeting };

/** What the last of these events makes otherwise in the row of that view. */
function told<Row>(view: ViewDefinition<Row>, before: readonly Told[], after: readonly Told[]): string[] {
  return differing(view, before, after).map(({ words }) => words);
}

function differing<Row>(view: ViewDefinition<Row>, before: readonly Told[], after: readonly Told[]): Difference[] {
  const row = (events: readonly Told[]) => rowOf(view, keys[view.subject], events);
  const change = { view: view as ViewDefinition, key: 'any', ordinal: 1, before: row(before), after: row(after) };
  return differencesOf(change, { names, lang: 'nl' });
}

const opened = on(
  '2025-02-02',
  {
    type: 'network.opened.v1',
    data: { network, programme, name: 'Noord', region: 'Drenthe', minimum: 1, target: 2, maximum: 3 },
  },
  `network:${network}`,
);
const fact = (day: string, type: string, data: object = {}, more: object = {}) =>
  on(day, { type, data, ...more }, ...about);
const corrected = (day: string, { id, type, data }: Told, otherwise: object) =>
  fact(
    day,
    type,
    { ...data, ...otherwise },
    { corrects: { event: id, kind: 'correction', reason: sealed('It was otherwise') } },
  );
const applied = fact('2025-03-01', 'trajectory.applied.v1', {
  ...{ trajectory, programme, organisation: idOf('Assen'), network, contactRole: 'contact' },
});

describe('what a row says otherwise', () => {
  test('given a network that was opened, then its own row tells it, and that of the programme not once more', () => {
    expect(told(programmeView, [setUp], [setUp, opened])).toEqual([]);
  });

  test('given a report that is no longer scheduled, then it is told that it is no more, and nothing else', () => {
    const schedule = { schedule: idOf('schedule'), report: 'management', every: 'month', day: 1, time: '08:00' };
    const scheduled = on('2025-03-01', { type: 'programme.report-scheduled.v1', data: schedule });
    const data = { schedule: schedule.schedule };
    const ended = on('2025-03-02', { type: 'programme.report-unscheduled.v1', data });
    const words = told(programmeView, [setUp, scheduled], [setUp, scheduled, ended]);
    expect(words).toHaveLength(4);
    expect(words.filter((line) => !/^Ingeplande rapportage, .+ \(niet meer\)$/.test(line))).toEqual([]);
  });

  test('given a place that is held, then it is called a tentative one', () => {
    const held = fact('2025-03-02', 'network.place-held.v1', { trajectory, until: '2025-04-01' });
    expect(told(networkView, [opened], [opened, held])).toEqual([
      'Voorlopige plaats, Assen, sinds: 2 maart 2025',
      'Voorlopige plaats, Assen, tot en met: 1 april 2025',
    ]);
    const fields = differing(networkView, [opened], [opened, held]).map(({ field }) => field);
    expect(fields).toEqual(['held.Assen.since', 'held.Assen.until']);
  });

  test('given a meeting that is held, then that is called otherwise than a place that is held', () => {
    const about = [`network:${network}`, `meeting:${meeting}`];
    const data = { meeting, programme, kind: 'opening', title: 'Start', date: '2025-03-13', status: 'agreed' };
    const planned = on('2025-03-01', { type: 'meeting.planned.v2', data }, ...about);
    const happened = on('2025-03-13', { type: 'meeting.held.v1', data: {} }, ...about);
    expect(told(meetingView, [planned], [planned, happened])).toEqual([
      'Vastgelegd, gehouden: 13 maart 2025',
      'Gehouden op: 13 maart 2025',
    ]);
  });

  test('given the report of an intake that is corrected, then it is told where it is and where it was', () => {
    const held = fact('2025-03-20', 'trajectory.intake-held.v1', { report: { reference: 'Z-2025-31' } });
    const right = corrected('2025-03-20', held, { report: { reference: 'Z-2025-13' } });
    expect(told(progressView, [applied, held], [applied, held, right])).toEqual([
      'Verslag, intake gehouden, kenmerk: Z-2025-31 → Z-2025-13',
    ]);
  });

  test('given support of which the day of delivery is corrected, then that is told', () => {
    const delivered = fact('2025-05-01', 'trajectory.support-delivered.v1', { support: idOf('support'), minutes: 60 });
    const right = corrected('2025-05-02', delivered, {});
    expect(told(progressView, [applied, delivered], [applied, delivered, right])).toEqual([
      'Lokaal maatwerk, geleverd op: 1 mei 2025 → 2 mei 2025',
    ]);
  });

  test('given a question that was sharpened, then that is told, also when only its text is another', () => {
    const question = { question: idOf('question'), category: 'residents', tags: [], text: sealed('Hoe?') };
    const brought = fact('2025-05-01', 'trajectory.question-brought-in.v1', question);
    const sharpened = fact('2025-06-01', 'trajectory.question-sharpened.v1', question);
    expect(told(progressView, [applied, brought], [applied, brought, sharpened])).toEqual([
      'Vraagstuk, aangescherpt op: 1 juni 2025',
    ]);
  });
});
