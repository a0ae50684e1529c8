import { describe, expect, test } from '@jest/globals';
import { subjectKinds } from '#domain/kernel/subject';
import { Dice } from '../../support/dice.ts';
import { subjectOf } from './course.ts';
import { nextStep, type Situation } from './steps.ts';

const situation: Situation = {
  programme: 'programme-1',
  network: 'network-1',
  trajectories: ['trajectory-1'],
  meetings: ['meeting-1'],
  pledges: ['pledge-1'],
  risks: ['risk-1'],
  facts: [{ on: '/meetings/meeting-1', event: 'event-1', data: {} }],
};

describe('whose story has what was recorded', () => {
  test('given any step, then something that has a story', () => {
    const dice = new Dice(1);
    const paths = Array.from({ length: 500 }, () => nextStep(situation, dice).path);
    const kinds = new Set(paths.map((path) => subjectOf(path, { id: 'made' }).split(':')[0]));
    expect(kinds).toEqual(new Set(['programme', 'network', 'trajectory', 'meeting', 'pledge', 'item']));
    expect(subjectKinds).toEqual(expect.arrayContaining([...kinds]));
  });

  test('given a risk that is assessed again, then the item of the dossier', () => {
    expect(subjectOf('/dossier-items/risk-1/risk-assessments', { id: 'risk-1' })).toBe('item:risk-1');
  });

  test('given something that was made, then what was made', () => {
    expect(subjectOf('/programmes', { id: 'made' })).toBe('programme:made');
  });
});
