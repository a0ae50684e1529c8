import { describe, expect, it } from '@jest/globals';
import { afterTheIntake, because, ids, on, text, trajectoryOf } from '../testing/fixtures.ts';
import { idNumber } from '../testing/story.ts';
import type { TrajectoryCommand } from './commands.ts';

const question = idNumber(40);
const support = idNumber(41);
const expert = idNumber(42);

const bringIn: TrajectoryCommand = {
  type: 'bring-in-question',
  ...on('2025-10-01'),
  question,
  category: 'role-of-the-council',
  tags: [],
  text: text('Hoe houdt de raad overzicht?'),
};
const sharpen: TrajectoryCommand = { ...bringIn, type: 'sharpen-question', category: 'digital-participation' };
const request: TrajectoryCommand = { type: 'request-support', ...on('2025-10-02'), support, request: because };
const match: TrajectoryCommand = { type: 'match-support', ...on('2025-10-03'), support, expert, plannedMinutes: 600 };
const deliver: TrajectoryCommand = { type: 'deliver-support', ...on('2025-10-04'), support, minutes: 90 };
const complete: TrajectoryCommand = { type: 'complete-support', ...on('2025-10-05'), support, result: because };
const localChange: TrajectoryCommand = {
  type: 'bring-in-local-change',
  ...on('2025-10-01'),
  name: 'Samen de wijk in',
  stage: 'idea',
  ownerRole: 'alderman',
};

describe('questions', () => {
  it('are brought in and sharpened', () => {
    const told = afterTheIntake();
    expect(told.when(bringIn)).toEqual({ recorded: ['question-brought-in'], warned: [] });
    expect(told.history.at(-1)?.subjects).toContain(`question:${question}`);
    expect(told.when(sharpen)).toEqual({ recorded: ['question-sharpened'], warned: [] });
    expect(told.state).toMatchObject({ questions: { [question]: 'digital-participation' } });
  });

  it('are refused in a category that the programme does not have, twice, or when they were never brought in', () => {
    const told = afterTheIntake();
    const elsewhere = { category: 'gardening' };
    expect(told.when({ ...bringIn, ...elsewhere } as TrajectoryCommand)).toEqual({ refused: 'category-unknown' });
    expect(told.when(sharpen)).toEqual({ refused: 'question-unknown' });
    told.given(bringIn);
    expect(told.when(bringIn)).toEqual({ refused: 'question-known' });
    expect(told.when({ ...sharpen, ...elsewhere } as TrajectoryCommand)).toEqual({ refused: 'category-unknown' });
  });
});

describe('local support', () => {
  it('is asked for, matched, delivered and completed', () => {
    const told = afterTheIntake();
    for (const command of [request, match, deliver, deliver, complete]) {
      expect(told.when(command)).toMatchObject({ warned: [] });
    }
    const matched = told.history.find(({ type }) => type === 'trajectory.support-matched.v1');
    expect(matched?.subjects).toEqual(
      expect.arrayContaining([`support:${support}`, `person:${expert}`, `trajectory:${trajectoryOf(1)}`]),
    );
    expect(told.when(complete)).toEqual({ refused: 'nothing-changed' });
  });

  it('is refused when it was never asked for, or asked for twice', () => {
    const told = afterTheIntake();
    for (const command of [match, deliver, complete]) {
      expect(told.when(command)).toEqual({ refused: 'support-unknown' });
    }
    expect(told.given(request).when(request)).toEqual({ refused: 'support-known' });
  });

  it('is told when it comes out of order', () => {
    const told = afterTheIntake().given(request);
    expect(told.when(deliver)).toMatchObject({ warned: ['support-delivered-without-expert'] });
    const bare = afterTheIntake().given(request);
    expect(bare.when(complete)).toMatchObject({ warned: ['support-completed-without-delivery'] });
    expect(bare.when(deliver)).toMatchObject({ warned: ['support-completed-before'] });
    expect(bare.state).toMatchObject({ support: { [support]: 'completed' } });
  });
});

describe('the rest of what is recorded about a trajectory', () => {
  it('is the local change, unless nothing changed', () => {
    const told = afterTheIntake();
    expect(told.when(localChange)).toEqual({ recorded: ['local-change-brought-in'], warned: [] });
    expect(told.when(localChange)).toEqual({ refused: 'nothing-changed' });
    expect(told.when({ ...localChange, stage: 'under-way' } as TrajectoryCommand)).toMatchObject({ warned: [] });
  });

  it('is each contact and each judgement of the lead', () => {
    const told = afterTheIntake();
    const contact: TrajectoryCommand = {
      type: 'record-contact',
      ...on('2025-10-01'),
      kind: 'visit',
      roles: ['alderman'],
      summary: because,
    };
    const judge: TrajectoryCommand = { type: 'judge', ...on('2025-10-01'), judgement: 'attention', reason: because };
    for (const command of [contact, contact, judge]) expect(told.when(command)).toMatchObject({ warned: [] });
    expect(told.history.at(-1)?.subjects).toContain(`organisation:${ids.assen}`);
  });

  it('is told when the trajectory had ended by then', () => {
    const told = afterTheIntake().given({ type: 'withdraw', ...on('2025-09-20'), reason: because });
    expect(told.when(bringIn)).toEqual({ recorded: ['question-brought-in'], warned: ['after-the-end'] });
  });
});
