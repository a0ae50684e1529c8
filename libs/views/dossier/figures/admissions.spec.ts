import { describe, expect, test } from '@jest/globals';
import { aroundOn, dossierOf, told } from '../../../../test/support/dossier.ts';
import { idOf, sealed } from '../../../../test/support/events.ts';
import { on, programme, rowOf } from '../../../../test/support/rows.ts';
import type { TrajectoryRow } from '../../progress/row.ts';
import { progressView } from '../../progress/view.ts';
import { admissionsOf } from './admissions.ts';
import { itemsOn } from './items-on.ts';

const network = idOf('Noord');

function decided(name: string, ...decisions: readonly (readonly [day: string, type: string, data?: object])[]) {
  const trajectory = idOf(`trajectory of ${name}`);
  const who = { trajectory, programme, organisation: idOf(name), contactRole: 'secretary', network };
  const about = [`trajectory:${trajectory}`, `network:${network}`];
  return rowOf(progressView, trajectory, [
    on('2025-06-01', { type: 'trajectory.applied.v1', data: who }, ...about),
    ...decisions.map(([day, type, data]) =>
      on(day, { type: `network.${type}.v1`, data: { trajectory, ...data } }, ...about),
    ),
  ]);
}

const criteria = [
  { key: 'own-theme', label: 'Een eigen thema' },
  { key: 'board', label: 'De directie staat erachter' },
];
const assessed = (day: string, item: string, name: string, advice: string, more: object = {}) =>
  told(day, 'assessment.made.v1', item, {
    trajectory: idOf(`trajectory of ${name}`),
    byRole: 'lead',
    outcomes: [
      { criterion: 'own-theme', met: true },
      { criterion: 'board', met: false },
    ],
    advice,
    reason: sealed('.'),
    ...more,
  });

const reservation = { reservation: { reason: sealed('.'), decisionExpectedOn: '2025-10-01' } };

const dossier = dossierOf(
  told('2025-06-01', 'admission-rule.set.v1', 'old', { criteria: criteria.slice(0, 1), mandateRole: 'lead' }),
  told('2025-06-20', 'admission-rule.set.v1', 'rule', {
    network,
    criteria,
    mandateRole: 'steering-group',
    mandate: { reference: 'besluit-7' },
  }),
  told('2025-07-10', 'admission-rule.ended.v1', 'rule'),
  assessed('2025-07-01', 'assens', 'Assen', 'wait'),
  told('2025-07-05', 'assessment.revised.v1', 'assens', { advice: 'admit-with-reservation', reason: sealed('.') }),
  assessed('2025-07-01', 'emmens', 'Emmen', 'reject', { rule: idOf('old') }),
  assessed('2025-07-01', 'elsewhere', 'Meppel', 'refer', { network: idOf('Zuid') }),
);

const admissionsOn = (day: string, ...rows: readonly TrajectoryRow[]) =>
  admissionsOf(
    rows,
    itemsOn('assessment', dossier, day),
    itemsOn('admission-rule', dossier, day),
    aroundOn(day, ['Assen', 'Emmen', 'Meppel']),
  );

describe('decisions about places', () => {
  test('stand with the assessment and the mandate of their own day', () => {
    const assen = decided('Assen', ['2025-07-03', 'put-on-waiting-list'], ['2025-07-08', 'place-given', reservation]);
    const { decisions, ...counts } = admissionsOn('2025-12-31', assen);
    expect(decisions).toMatchObject([
      {
        organisation: { name: 'Assen' },
        decision: 'waiting',
        on: '2025-07-03',
        assessment: { advice: 'wait', on: '2025-07-01', byRole: 'lead', met: 1, of: 2 },
        rule: { item: idOf('rule'), criteria: 2, mandateRole: 'steering-group', reference: 'besluit-7' },
        follows: true,
      },
      {
        decision: 'given-with-reservation',
        on: '2025-07-08',
        assessment: { advice: 'admit-with-reservation', on: '2025-07-05' },
        follows: true,
      },
    ]);
    expect(counts).toEqual({ assessed: 2, notAssessed: 0, againstAdvice: 0 });
  });

  test('that were decided otherwise than advised, by the rule that the advice names, are told apart', () => {
    const { decisions, againstAdvice } = admissionsOn('2025-12-31', decided('Emmen', ['2025-07-08', 'place-given']));
    expect(decisions).toMatchObject([
      { decision: 'given', follows: false, rule: { item: idOf('old'), mandateRole: 'lead', reference: null } },
    ]);
    expect(againstAdvice).toBe(1);
  });

  test('without advice for that network, or after the rule had ended, say so', () => {
    const { decisions, notAssessed } = admissionsOn(
      '2025-12-31',
      decided('Meppel', ['2025-07-20', 'rejected', { reason: sealed('.') }]),
    );
    expect(decisions).toMatchObject([
      { decision: 'rejected', assessment: null, follows: null, rule: { item: idOf('old') } },
    ]);
    expect(notAssessed).toBe(1);
  });

  test('are counted once: a lifted reservation is none, a place that was freed and given again is another', () => {
    const assen = decided(
      'Assen',
      ['2025-07-08', 'place-given', reservation],
      ['2025-10-01', 'reservation-lifted'],
      ['2025-11-01', 'place-freed', { cause: 'stopped' }],
      ['2025-12-01', 'place-given'],
    );
    const decisionsOn = (day: string) => admissionsOn(day, assen).decisions.map(({ on: day }) => day);
    expect(decisionsOn('2025-07-07')).toEqual([]);
    expect(decisionsOn('2025-11-30')).toEqual(['2025-07-08']);
    expect(decisionsOn('2025-12-31')).toEqual(['2025-07-08', '2025-12-01']);
  });
});
