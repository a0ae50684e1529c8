import { describe, expect, it } from '@jest/globals';
import { because, ids, on, programme, register, text } from '../testing/fixtures.ts';
import { idNumber, Story } from '../testing/story.ts';
import type { PledgeCommand } from './commands.ts';
import { pledge } from './decider.ts';

const content = { pledge: idNumber(60), programme: ids.programme, organisation: ids.assen, toRole: 'lead' };
const terms = { what: text('Een casus inbrengen'), due: '2026-01-14' };

const told = (type: 'ask-pledge' | 'make-pledge', date: string, role: string, more: object = {}): PledgeCommand => ({
  type,
  ...on(date),
  ...content,
  ...terms,
  role,
  ...more,
});
const ask = told.bind(null, 'ask-pledge');
const make = told.bind(null, 'make-pledge');
const withdraw = (date: string): PledgeCommand => ({ type: 'withdraw-pledge', ...on(date), reason: because });
const late = (command: PledgeCommand) => ({ ...command, at: on('2025-12-20').at });

function whose(...commands: PledgeCommand[]) {
  const { state } = new Story(pledge, { programme, register }).given(...commands);
  return state.status === 'known' ? state.begun : undefined;
}

describe('of whom a pledge is', () => {
  it('is of whom it was asked anew after its end', () => {
    const anew = ask('2025-12-01', 'secretary', { toRole: 'expert' });
    expect(whose(make('2025-11-01', 'alderman'), withdraw('2025-11-20'), anew)).toMatchObject({
      role: 'secretary',
      toRole: 'expert',
    });
  });

  it('is of who made it, when it is told later that another had been asked before', () => {
    expect(whose(make('2025-11-10', 'alderman'), late(ask('2025-11-01', 'contact')))).toMatchObject({
      role: 'alderman',
    });
  });

  it('is of who made it, when another was asked while it stood, until it is told that it had ended by then', () => {
    const asked = [make('2025-11-10', 'alderman'), ask('2025-12-01', 'contact')];
    expect(whose(...asked)).toMatchObject({ role: 'alderman' });
    expect(whose(...asked, late(withdraw('2025-11-20')))).toMatchObject({ role: 'contact' });
  });

  describe('given one that was asked of the mayor, lapsed, and was asked anew of the secretary', () => {
    const lapse: PledgeCommand = { type: 'lapse-pledge', ...on('2025-11-01'), reason: because };
    const anew = ask('2025-12-01', 'secretary', { toRole: 'expert' });
    const story = () => new Story(pledge, { programme, register }).given(ask('2025-10-01', 'mayor'), lapse, anew);

    it('is of the mayor, when it is told later that it was promised before it lapsed', () => {
      const promise: PledgeCommand = { type: 'promise-pledge', ...on('2025-10-15'), ...terms };
      const told = story().given(late(promise));
      expect(told.history.at(-1)).toMatchObject({ type: 'pledge.made.v1', data: { role: 'mayor', toRole: 'lead' } });
    });

    it('is taken over by the same only of who had it on that day', () => {
      const takeOver = (role: string): PledgeCommand =>
        late({ type: 'take-pledge-over', ...on('2025-10-15'), organisation: ids.assen, role });
      const same = { warned: expect.arrayContaining(['pledge-taken-over-by-the-same']) };
      expect(story().when(takeOver('mayor'))).toMatchObject(same);
      expect(story().when(takeOver('secretary'))).not.toMatchObject(same);
    });
  });
});
