import { describe, expect, it } from '@jest/globals';
import { decideCorrection } from '../kernel/corrections.ts';
import { because, day, ids, on, programme, register } from '../testing/fixtures.ts';
import { idNumber, Story } from '../testing/story.ts';
import type { ItemCommand } from './commands.ts';
import { itemNeedsRegister } from './context.ts';
import { item } from './decider.ts';
import { itemFactTypes } from './kinds/index.ts';
import { checkItemFact } from './refuse.ts';

const context = { programme, register };
const beginning = { item: idNumber(70), programme: ids.programme };

function tell(date: string, fact: string, data: object): ItemCommand {
  const type = itemFactTypes.get(fact)?.command ?? 'unknown';
  return { type, ...on(date), item: beginning.item, fact, data: data as ItemCommand['data'] };
}

const planned = tell('2025-10-01', 'site-visit.planned.v1', {
  ...beginning,
  organisation: ids.assen,
  title: 'Buurtbudget',
  date: '2025-11-01',
});
const guestsOf = (...organisations: string[]) => ({
  guests: organisations.map((organisation) => ({ organisation, people: 3 })),
});
const held = (...guests: string[]) => tell('2025-11-01', 'site-visit.held.v1', guestsOf(...guests));
const proposed = tell('2025-10-01', 'follow-up.proposed.v1', { ...beginning, title: 'Verder', what: because });
const voted = (...organisations: string[]) =>
  tell('2025-11-01', 'follow-up.voted.v1', {
    votes: organisations.map((organisation) => ({ organisation, vote: 'in-favour' })),
  });
const profile = tell('2025-10-01', 'role-profile.drafted.v1', {
  ...beginning,
  title: 'Procesbegeleider',
  version: 1,
  competencies: [{ key: 'listening', label: 'Luisteren' }],
});
const revised = (...elsewhere: string[]) =>
  tell('2025-11-01', 'role-profile.revised.v1', {
    version: 2,
    competencies: [
      {
        key: 'listening',
        label: 'Luisteren',
        elsewhere: elsewhere.map((organisation) => ({ organisation, name: 'Horen' })),
      },
    ],
    reason: because,
  });
const opening = (...organisations: string[]) =>
  tell('2025-10-01', 'opening-proposal.made.v1', {
    ...beginning,
    region: 'Drenthe',
    organisations,
    minimum: 1,
    target: 2,
  });

describe('organisations in a list', () => {
  it('given that each was there on the day, then it is recorded', () => {
    const visit = new Story(item, context).given(planned);
    expect(visit.when(held(ids.groningen, ids.assen))).toEqual({ recorded: ['site-visit.held'], warned: [] });
    const vote = new Story(item, context).given(proposed);
    expect(vote.when(voted(ids.groningen, ids.assen))).toMatchObject({ recorded: ['follow-up.voted'] });
  });

  it.each([
    ['a guest of a visit', [planned], held, 'guests'],
    ['who voted', [proposed], voted, 'votes'],
    ['who would take part', [], opening, 'organisations'],
  ] as const)(
    'given %s that had ended or is nowhere, then it is refused, and says in which list',
    (_, before, of, field) => {
      const { state } = new Story(item, context).given(...before);
      expect(item.decide(of(ids.assen, ids.haren), state, context)).toMatchObject({
        refusal: { code: 'organisation-did-not-exist', fields: [field, 'occurredOn'] },
      });
      expect(item.decide(of(ids.assen, idNumber(99)), state, context)).toMatchObject({
        refusal: { code: 'organisation-unknown', data: { organisation: idNumber(99) }, fields: [field] },
      });
    },
  );

  it('given what an organisation that merged meanwhile called a competency, then it is recorded: it takes no part that day', () => {
    const story = new Story(item, context).given(profile);
    expect(story.when(revised(ids.groningen, ids.haren))).toEqual({ recorded: ['role-profile.revised'], warned: [] });
  });

  it('given a correction to one that is not in the register, then it is refused', () => {
    const told = new Story(item, context).given(planned, held(ids.groningen));
    const event = told.history.find(({ type }) => type === 'site-visit.held.v1')?.id ?? '';
    const corrected = (...guests: string[]) =>
      decideCorrection(
        {
          type: 'correct-fact',
          ...on('2026-01-01'),
          event,
          data: guestsOf(...guests),
          occurredOn: day('2025-11-01'),
          reason: because,
        },
        told.history,
        { programme, check: checkItemFact(context) },
      );
    expect(corrected(ids.groningen, ids.assen).outcome).toBe('accepted');
    expect(corrected(ids.groningen, idNumber(99))).toMatchObject({
      refusal: { code: 'organisation-unknown', fields: ['guests'] },
    });
  });

  it('is what the register is read for, and nothing else', () => {
    expect(itemNeedsRegister(planned.data)).toBe(true);
    expect(itemNeedsRegister(held(ids.assen).data)).toBe(true);
    expect(itemNeedsRegister(opening(ids.assen).data)).toBe(true);
    expect(itemNeedsRegister(proposed.data)).toBe(false);
    expect(itemNeedsRegister(revised(ids.haren).data)).toBe(false);
  });
});
