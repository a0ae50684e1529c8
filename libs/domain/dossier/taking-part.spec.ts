import { describe, expect, it } from '@jest/globals';
import { afterTheIntake, because, ids, on, programme, register, trajectoryOf } from '../testing/fixtures.ts';
import { idNumber, Story } from '../testing/story.ts';
import type { ItemCommand } from './commands.ts';
import { item } from './decider.ts';
import { itemFactTypes } from './kinds/index.ts';
import { accessGiven, accessOn, formOn, knownItem } from './taking-part.ts';

const id = idNumber(80);

function tell(date: string, fact: string, data: object = {}): ItemCommand {
  const type = itemFactTypes.get(fact)?.command ?? 'unknown';
  return { type, ...on(date), item: id, fact, data: data as ItemCommand['data'] };
}

const beginning = { item: id, programme: ids.programme };
const granted = (until = '2025-12-31') =>
  tell('2025-10-01', 'participation-access.granted.v1', {
    ...beginning,
    trajectory: trajectoryOf(1),
    role: 'policy-officer',
    until,
  });
const revoked = (date: string) => tell(date, 'participation-access.revoked.v1', { reason: because });
const opened = (more: object = {}) => tell('2025-10-01', 'application-form.opened.v1', { ...beginning, ...more });

const story = () => new Story(item, { programme, register, trajectory: afterTheIntake(1).state });

const access = {
  access: id,
  programme: ids.programme,
  trajectory: trajectoryOf(1),
  role: 'policy-officer',
  until: '2025-12-31',
};

function holding(told: ReturnType<typeof story>, day: string) {
  const known = knownItem(told.state);
  return known && accessOn(known, day);
}

function taking(told: ReturnType<typeof story>, day: string) {
  const known = knownItem(told.state);
  return known && formOn(known, day);
}

describe('access for a participant', () => {
  it('given until a day, then it holds up to and including that day', () => {
    const told = story();
    expect(told.when(granted())).toEqual({ recorded: ['participation-access.granted'], warned: [] });
    expect(holding(told, '2025-10-01')).toEqual(access);
    expect(holding(told, '2025-12-31')).toEqual(access);
    expect(holding(told, '2026-01-01')).toBeUndefined();
    expect(told.history[0]?.subjects).toContain(`trajectory:${trajectoryOf(1)}`);
  });

  it('given and its link sent, when it is revoked, then it holds on no day, and who had it is still known', () => {
    const told = story().given(granted());
    const sent = tell('2025-10-02', 'participation-access.link-sent.v1', { by: 'mail', text: because });
    expect(told.when(sent)).toEqual({ recorded: ['participation-access.link-sent'], warned: [] });
    expect(holding(told, '2025-10-02')).toEqual(access);
    expect(told.when(revoked('2025-11-01'))).toEqual({ recorded: ['participation-access.revoked'], warned: [] });
    expect(holding(told, '2025-10-15')).toBeUndefined();
    expect(holding(told, '2025-11-01')).toBeUndefined();
    const known = knownItem(told.state);
    expect(known && accessGiven(known)).toEqual(access);
  });

  it('given again under the same id after it was revoked, then it stays revoked: a new access has a new link', () => {
    const told = story().given(granted(), revoked('2025-11-01'));
    told.given({ ...granted('2026-03-31'), ...on('2025-11-02') });
    expect(holding(told, '2025-11-02')).toBeUndefined();
  });

  it('of a trajectory of another programme is refused, and so is one without an end', () => {
    const none = new Story(item, { programme, register });
    expect(none.when(granted())).toEqual({ refused: 'trajectory-elsewhere' });
    const endless = tell('2025-10-01', 'participation-access.granted.v1', {
      ...beginning,
      trajectory: trajectoryOf(1),
      role: 'policy-officer',
    });
    expect(story().when(endless)).toEqual({ refused: 'item-data-invalid' });
  });

  it('is nothing that another item can stand for', () => {
    expect(knownItem(story().state)).toBeUndefined();
    expect(holding(story().given(opened()), '2025-10-01')).toBeUndefined();
    expect(taking(story().given(granted()), '2025-10-01')).toBeUndefined();
  });
});

describe('an application form', () => {
  it('given that it was opened, then it takes applications until it is closed', () => {
    const told = story();
    expect(told.when(opened())).toEqual({ recorded: ['application-form.opened'], warned: [] });
    const form = { form: id, programme: ids.programme, network: undefined, until: undefined };
    expect(taking(told, '2026-06-01')).toEqual(form);
    told.given(tell('2025-11-01', 'application-form.closed.v1', { reason: because }));
    expect(taking(told, '2025-11-01')).toBeUndefined();
  });

  it('given a last day, then it takes none after that day', () => {
    const told = story().given(opened({ until: '2025-10-31' }));
    expect(taking(told, '2025-10-31')).toMatchObject({ until: '2025-10-31' });
    expect(taking(told, '2025-11-01')).toBeUndefined();
  });
});
