import { describe, expect, it } from '@jest/globals';
import { afterTheIntake, apply, day, on, trajectoryStory } from '../testing/fixtures.ts';
import type { TrajectoryCommand } from './commands.ts';
import { commitmentOf } from './commitment.ts';

const layer = 'council';
const confirm = (reference: string): TrajectoryCommand => ({
  type: 'confirm-commitment',
  ...on('2025-11-20'),
  layer,
  evidence: { reference },
});
const hold = (reference?: string): TrajectoryCommand => ({
  type: 'hold-intake',
  ...on('2025-09-15'),
  ...(reference !== undefined && { report: { reference } }),
});
const change = (
  date: string,
  stage: 'idea' | 'under-way',
  recorded = date,
): Extract<TrajectoryCommand, { type: 'bring-in-local-change' }> => ({
  type: 'bring-in-local-change',
  ...on(recorded),
  occurredOn: day(date),
  name: 'Samen de wijk in',
  stage,
  ownerRole: 'alderman',
});

describe('a fact that is told again', () => {
  it('given a confirmation, then one of that day with other evidence is another, and the same is not', () => {
    const told = afterTheIntake().given(
      { type: 'ask-commitment', ...on('2025-10-10'), layer, due: '2025-12-01' },
      { type: 'give-commitment', ...on('2025-11-01'), layer },
      confirm('RB-2025-117'),
    );
    expect(told.when(confirm('RB-2025-118'))).toEqual({ recorded: ['commitment-confirmed'], warned: [] });
    expect(told.when(confirm('RB-2025-117'))).toEqual({ refused: 'nothing-changed' });
    const { state } = told;
    expect(state.status === 'known' && commitmentOf(state.commitments[layer] ?? [])).toEqual({ step: 'confirmed' });
  });

  it('given an intake without a report, then the same with its report is told, and is no second intake', () => {
    const told = trajectoryStory().given(
      apply('2025-09-01'),
      { type: 'plan-intake', ...on('2025-09-02'), date: '2025-09-15', status: 'agreed' },
      hold(),
    );
    expect(told.when(hold('Z-2025-31'))).toEqual({ recorded: ['intake-held'], warned: [] });
    expect(told.when(hold('Z-2025-31'))).toEqual({ refused: 'nothing-changed' });
    expect(told.when(hold())).toEqual({ refused: 'nothing-changed' });
  });

  it('given an intake or an after-measurement with its report, then the same without one is no other', () => {
    const measure = (reference?: string): TrajectoryCommand => ({
      type: 'measure-afterwards',
      ...on('2026-12-15'),
      ...(reference !== undefined && { report: { reference } }),
    });
    const told = trajectoryStory().given(apply('2025-09-01'), hold('Z-2025-31'));
    expect(told.when(hold())).toEqual({ refused: 'nothing-changed' });
    expect(told.when(hold('Z-2025-32'))).toMatchObject({ recorded: ['intake-held'] });
    told.given({ type: 'start', ...on('2025-11-01') }, { type: 'complete', ...on('2026-09-01') }, measure('Z-2026-5'));
    expect(told.when(measure())).toEqual({ refused: 'nothing-changed' });
  });

  it('given a local change that was under way, then an earlier idea that is told late does not undo it', () => {
    const told = afterTheIntake().given(change('2026-06-01', 'under-way'), change('2026-03-01', 'idea', '2026-06-02'));
    expect(told.when(change('2026-06-03', 'under-way'))).toEqual({ refused: 'nothing-changed' });
    expect(told.when(change('2026-07-01', 'idea'))).toMatchObject({ recorded: ['local-change-brought-in'] });
  });
});
