import { describe, expect, it } from '@jest/globals';
import { afterTheIntake, because, ids, on, programme, register, text, trajectoryOf } from '../testing/fixtures.ts';
import { idNumber, Story } from '../testing/story.ts';
import type { PledgeCommand } from './commands.ts';
import type { PledgeContext } from './context.ts';
import { pledge } from './decider.ts';
import { dueOf, firstDueOf, type PledgeFact, pledgeLatenessOn, pledgeOf, takenOverBy } from './pledge.ts';

const context: PledgeContext = {
  programme,
  register,
  trajectory: afterTheIntake(1).state,
  meeting: {
    status: 'held',
    meeting: ids.meeting,
    programme: ids.programme,
    network: ids.network,
    kind: 'opening',
    title: 'Startbijeenkomst',
    date: '2025-11-12',
    dateStatus: 'agreed',
    heldOn: '2025-11-12',
    facts: [],
    minutes: [],
    attendance: {},
  },
};

const id = idNumber(60);
const content = {
  pledge: id,
  programme: ids.programme,
  trajectory: trajectoryOf(1),
  organisation: ids.assen,
  role: 'municipal-secretary',
  toRole: 'lead',
  what: text('Een casus inbrengen'),
  due: '2026-01-14',
};
const ask = (date = '2025-11-12'): PledgeCommand => ({ type: 'ask-pledge', ...on(date), ...content });
const make = (date = '2025-11-12', more: object = {}): PledgeCommand =>
  ({ type: 'make-pledge', ...on(date), ...content, ...more }) as PledgeCommand;
const promise = (date: string, due = '2026-02-01'): PledgeCommand => ({
  type: 'promise-pledge',
  ...on(date),
  what: text('Twee casussen inbrengen'),
  due,
});
const keep = (date: string, more: object = {}): PledgeCommand => ({ type: 'keep-pledge', ...on(date), ...more });
const keepPartly = (date: string, more: object = {}): PledgeCommand => ({
  type: 'keep-pledge-partly',
  ...on(date),
  ...more,
});
const postpone = (date: string, to: string, from?: string): PledgeCommand => ({
  type: 'postpone-pledge',
  ...on(date),
  to,
  ...(from && { from }),
  reason: because,
});
const takeOver = (date: string, organisation = ids.groningen, role = 'hr-manager'): PledgeCommand => ({
  type: 'take-pledge-over',
  ...on(date),
  organisation,
  role,
});
const withdraw = (date: string): PledgeCommand => ({ type: 'withdraw-pledge', ...on(date), reason: because });
const lapse = (date: string): PledgeCommand => ({ type: 'lapse-pledge', ...on(date), reason: because });

const story = (read = context) => new Story(pledge, read);
const made = () => story().given(make());

function factsOf(told: ReturnType<typeof story>) {
  if (told.state.status === 'unknown') throw new Error('The pledge is known.');
  return told.state.facts;
}

describe('a pledge', () => {
  it('is asked for, made and kept', () => {
    const told = story();
    expect(told.when(ask('2025-11-01'))).toEqual({ recorded: ['asked'], warned: [] });
    expect(told.when(promise('2025-11-12'))).toEqual({ recorded: ['made'], warned: [] });
    expect(told.when(keepPartly('2026-01-10'))).toEqual({ recorded: ['partly-kept'], warned: [] });
    expect(told.when(keep('2026-01-30'))).toEqual({ recorded: ['kept'], warned: [] });
    const facts = factsOf(told);
    expect(pledgeOf(facts, '2025-10-31')).toBeUndefined();
    expect(pledgeOf(facts, '2025-11-11')).toEqual({ step: 'asked', due: '2026-01-14' });
    expect(pledgeOf(facts, '2025-11-12')).toEqual({ step: 'pledged', due: '2026-02-01' });
    expect(pledgeOf(facts, '2026-01-15')).toEqual({ step: 'partly-kept', due: '2026-02-01' });
    expect(pledgeOf(facts)).toEqual({ step: 'kept' });
  });

  it('that answers a request is whole: who and to whom are those who were asked', () => {
    const told = story().given(ask('2025-11-01'), promise('2025-11-12'));
    const { what: _what, ...identity } = content;
    expect(told.history.at(-1)?.data).toEqual({
      ...identity,
      what: text('Twee casussen inbrengen'),
      due: '2026-02-01',
    });
  });

  it('names its programme, trajectory, organisation and the meeting in which it was made', () => {
    const told = story().given(make('2025-11-12', { meeting: ids.meeting }), keep('2025-12-01'));
    const own = [`programme:${ids.programme}`, `trajectory:${trajectoryOf(1)}`, `pledge:${id}`];
    const organisation = `organisation:${ids.assen}`;
    expect(told.history[0]?.subjects).toEqual([...own, organisation, `meeting:${ids.meeting}`]);
    expect(told.history[1]?.subjects).toEqual([...own, organisation]);
  });

  it('can be of an organisation of the programme that has no trajectory', () => {
    const told = story({ programme, register });
    const client = { trajectory: undefined, organisation: ids.client, role: 'programme-manager' };
    expect(told.when(make('2025-11-12', client))).toEqual({ recorded: ['made'], warned: [] });
    expect(told.history[0]?.data).not.toHaveProperty('trajectory');
  });

  it.each<[string, PledgeCommand, PledgeContext]>([
    ['programme-unknown', make(), { ...context, programme: { status: 'unknown' } }],
    ['programme-unknown', make('2025-11-12', { programme: idNumber(9) }), context],
    ['organisation-unknown', make('2025-11-12', { organisation: idNumber(9) }), context],
    ['organisation-did-not-exist', make('2025-11-12', { organisation: ids.haren }), context],
    ['trajectory-elsewhere', make(), { programme, register }],
    ['meeting-elsewhere', make('2025-11-12', { meeting: idNumber(9) }), { ...context, meeting: undefined }],
    ['before-the-programme', make('2025-05-01'), context],
  ])('is refused: %s', (code, command, read) => {
    expect(story(read).when(command)).toEqual({ refused: code });
  });

  it('is asked for before anything else', () => {
    const later = [promise, keep, keepPartly, (day: string) => postpone(day, '2026-03-01'), takeOver, withdraw, lapse];
    for (const command of later) expect(story().when(command('2025-11-12'))).toEqual({ refused: 'pledge-unknown' });
  });

  it('keeps its id for itself', () => {
    expect(made().when(make('2025-11-13', { organisation: ids.groningen }))).toEqual({ refused: 'pledge-known' });
    expect(made().when(make('2025-11-13', { trajectory: undefined }))).toEqual({ refused: 'pledge-known' });
  });

  it('that was told before is not told again', () => {
    expect(made().given(keep('2026-01-10')).when(keep('2026-01-10'))).toEqual({ refused: 'nothing-changed' });
    expect(made().given(withdraw('2026-01-10')).when(withdraw('2026-01-10'))).toEqual({ refused: 'nothing-changed' });
    const over = takeOver('2025-12-01');
    expect(made().given(over).when(over)).toEqual({ refused: 'nothing-changed' });
  });

  it('of which more is told on the same day, in words or with proof, has both', () => {
    const part = (what: string, reference: string) =>
      keepPartly('2025-12-01', { result: text(what), evidence: { reference } });
    const told = made().given(part('Deel een', 'A-1'));
    expect(told.when(part('Deel twee', 'B-2'))).toEqual({ recorded: ['partly-kept'], warned: [] });
    expect(told.when(keepPartly('2025-12-01', { evidence: { reference: 'C-3' } }))).toMatchObject({ warned: [] });
    expect(told.when(keepPartly('2025-12-01', { evidence: { reference: 'C-3' } }))).toEqual({
      refused: 'nothing-changed',
    });
    expect(factsOf(told)).toHaveLength(4);
    expect(
      made()
        .given(keep('2026-01-10'))
        .when(keep('2026-01-10', { result: text('Gedaan') })),
    ).toMatchObject({
      recorded: ['kept'],
    });
    const answer = story().given(ask('2025-11-01'), promise('2025-11-12'));
    expect(answer.when(promise('2025-11-12'))).toMatchObject({ recorded: ['made'], warned: ['pledge-made-before'] });
  });
});

describe('the day by which a pledge is due', () => {
  it('moves by postponing, and the first one is kept', () => {
    const told = made().given(postpone('2026-01-05', '2026-02-15'), postpone('2026-02-10', '2026-03-15'));
    const facts = factsOf(told);
    expect(told.history.map(({ data }) => data).slice(1)).toMatchObject([
      { from: '2026-01-14', to: '2026-02-15' },
      { from: '2026-02-15', to: '2026-03-15' },
    ]);
    expect(pledgeOf(facts)).toEqual({ step: 'postponed', due: '2026-03-15' });
    expect(firstDueOf(facts)).toBe('2026-01-14');
    expect(firstDueOf(facts, '2025-11-11')).toBeUndefined();
  });

  it('is a first one again when it is asked and made anew after its end', () => {
    const anew: PledgeFact[] = [
      { on: '2025-10-01', fact: 'made', due: '2025-11-15' },
      { on: '2025-10-20', fact: 'withdrawn' },
      { on: '2026-01-10', fact: 'asked', due: '2026-02-15' },
      { on: '2026-01-12', fact: 'made', due: '2026-03-01' },
      { on: '2026-02-20', fact: 'postponed', from: '2026-03-01', to: '2026-04-01' },
    ];
    expect(firstDueOf(anew, '2025-12-01')).toBe('2025-11-15');
    expect(firstDueOf(anew, '2026-01-11')).toBe('2026-02-15');
    expect(firstDueOf(anew, '2026-01-12')).toBe('2026-03-01');
    expect(firstDueOf(anew)).toBe('2026-03-01');
  });

  it('is the one that was pledged, not the one that was asked', () => {
    const facts = factsOf(story().given(ask('2025-11-01'), promise('2025-11-12')));
    expect(firstDueOf(facts)).toBe('2026-02-01');
    expect(firstDueOf(facts, '2025-11-11')).toBe('2026-01-14');
  });

  it('makes a pledge late on the next day, as long as it is open', () => {
    const late = (facts: ReturnType<typeof factsOf>, day: string) => {
      const now = pledgeOf(facts, day);
      return now && pledgeLatenessOn(now, day);
    };
    const facts = factsOf(made().given(postpone('2026-01-20', '2026-02-15'), keep('2026-02-20')));
    expect(late(facts, '2026-01-14')).toBeUndefined();
    expect(late(facts, '2026-01-15')).toEqual({ due: '2026-01-14', days: 1 });
    expect(late(facts, '2026-01-20')).toBeUndefined();
    expect(late(facts, '2026-02-19')).toEqual({ due: '2026-02-15', days: 4 });
    expect(late(facts, '2026-02-20')).toBeUndefined();
  });

  it('is refused when nothing moves, or nothing stands that could', () => {
    expect(made().when(postpone('2026-01-05', '2026-01-14'))).toEqual({ refused: 'nothing-changed' });
    expect(made().given(keep('2026-01-04')).when(postpone('2026-01-05', '2026-02-14'))).toEqual({
      refused: 'from-unknown',
    });
  });

  it('is told when it moves forward, from another date, or lies in the past', () => {
    expect(made().when(postpone('2026-01-05', '2026-01-10'))).toMatchObject({ warned: ['pledge-brought-forward'] });
    expect(made().when(postpone('2026-01-05', '2026-02-10', '2026-01-20'))).toMatchObject({
      warned: ['moved-from-another-date'],
    });
    expect(story().when(make('2026-01-20'))).toMatchObject({ warned: ['pledge-due-before-it-was-made'] });
  });
});

describe('a pledge that is taken over', () => {
  it('stays open, and is from then on of another', () => {
    const told = made().given(takeOver('2025-12-01'));
    const facts = factsOf(told);
    const by = { organisation: ids.groningen, role: 'hr-manager' };
    expect(pledgeOf(facts)).toEqual({ step: 'taken-over', due: '2026-01-14', by });
    expect(takenOverBy(facts)).toEqual(by);
    expect(takenOverBy(facts, '2025-11-30')).toBeUndefined();
    expect(told.when(keep('2026-01-10'))).toEqual({ recorded: ['kept'], warned: [] });
    expect(told.history.at(-1)?.subjects).toEqual(
      expect.arrayContaining([`organisation:${ids.assen}`, `organisation:${ids.groningen}`]),
    );
  });

  it('is told when it was theirs already, and refused for who was not there', () => {
    expect(made().when(takeOver('2025-12-01', ids.assen, 'municipal-secretary'))).toMatchObject({
      warned: ['pledge-taken-over-by-the-same'],
    });
    expect(made().when(takeOver('2025-12-01', ids.haren))).toEqual({ refused: 'organisation-did-not-exist' });
  });
});

describe('a request that is taken over', () => {
  const by = { organisation: ids.groningen, role: 'hr-manager' };
  const taken = () => story().given(ask('2025-11-01'), takeOver('2025-11-05'));

  it('is still a request, of another', () => {
    const told = taken();
    expect(pledgeOf(factsOf(told))).toEqual({ step: 'asked', due: '2026-01-14', by });
    expect(takenOverBy(factsOf(told))).toEqual(by);
    expect(told.when(keep('2025-11-20'))).toMatchObject({ warned: ['pledge-kept-without-being-made'] });
    const back = takeOver('2025-11-05', ids.assen, 'municipal-secretary');
    expect(taken().given(back).when(takeOver('2025-11-05'))).toMatchObject({ recorded: ['taken-over'] });
  });

  it('is answered by whoever took it over, unless another role is told', () => {
    const told = taken();
    expect(told.when(promise('2025-11-12'))).toEqual({ recorded: ['made'], warned: [] });
    expect(told.history.at(-1)?.data).toMatchObject({ ...by, toRole: 'lead' });
    expect(told.history.at(-1)?.subjects).toEqual(
      expect.arrayContaining([`organisation:${ids.assen}`, `organisation:${ids.groningen}`]),
    );
    expect(pledgeOf(factsOf(told))).toEqual({ step: 'pledged', due: '2026-02-01' });
    expect(told.state).toMatchObject({ begun: by });
    const other = taken().given({ ...promise('2025-11-12'), role: 'adviser' } as PledgeCommand);
    expect(other.state).toMatchObject({ begun: { ...by, role: 'adviser' } });
    expect(takenOverBy(factsOf(other))).toBeUndefined();
  });

  it('that was answered before it was taken over, by what is known now, is of who answered', () => {
    const told = story().given(ask('2025-11-01'), takeOver('2025-11-20'));
    expect(told.when(promise('2025-11-12'))).toEqual({ recorded: ['made'], warned: [] });
    expect(told.history.at(-1)?.data).toMatchObject({ organisation: ids.assen, role: 'municipal-secretary' });
    expect(pledgeOf(factsOf(told))).toEqual({ step: 'taken-over', due: '2026-02-01', by });
  });

  it.each([lapse, withdraw])('or had ended, can still be answered, and was not pledged before', (end) => {
    const ended = story().given(ask('2025-11-01'), end('2025-11-05'));
    expect(ended.when(promise('2025-11-12'))).toEqual({ recorded: ['made'], warned: [] });
    const taken = story().given(ask('2025-11-01'), end('2025-11-05'));
    expect(taken.when(takeOver('2025-11-06'))).toMatchObject({ warned: ['pledge-taken-over-while-none-was-open'] });
    expect(pledgeOf(factsOf(taken))).toEqual({ step: 'asked', due: '2026-01-14', by });
  });

  it('is of whom it was asked, when that organisation makes the pledge after all', () => {
    const told = taken();
    expect(told.when(make('2025-11-12', { role: 'adviser' }))).toEqual({ recorded: ['made'], warned: [] });
    expect(takenOverBy(factsOf(told))).toBeUndefined();
    expect(takenOverBy(factsOf(told), '2025-11-11')).toEqual(by);
  });

  it('is of whom it is asked anew', () => {
    const told = taken().given(lapse('2025-11-20'), ask('2025-12-01'));
    expect(pledgeOf(factsOf(told))).toEqual({ step: 'asked', due: '2026-01-14' });
    expect(takenOverBy(factsOf(told))).toBeUndefined();
  });
});

describe('a fact that does not follow', () => {
  it.each<[string, PledgeCommand[], PledgeCommand]>([
    ['pledge-asked-before', [make()], ask('2025-11-20')],
    ['pledge-made-before', [make()], make('2025-11-20')],
    ['pledge-kept-without-being-made', [ask('2025-11-01')], keep('2025-11-20')],
    ['pledge-kept-without-being-made', [make(), withdraw('2025-11-20')], keepPartly('2025-11-21')],
    ['pledge-postponed-without-being-made', [ask('2025-11-01')], postpone('2025-11-20', '2026-05-01')],
    ['pledge-taken-over-while-none-was-open', [make(), lapse('2025-11-20')], takeOver('2025-11-21')],
    ['pledge-withdrawn-while-none-was-open', [make(), keep('2025-11-20')], withdraw('2025-11-21')],
    ['pledge-lapsed-while-none-was-open', [make(), withdraw('2025-11-20')], lapse('2025-11-21')],
  ])('is recorded with a warning: %s', (code, before, command) => {
    const came = story()
      .given(...before)
      .when(command);
    expect(came).toMatchObject({ warned: [code] });
  });

  it('that is recorded late is judged by its own day, and finds its place', () => {
    const told = made().given(keep('2026-01-10'));
    expect(told.when(postpone('2025-12-20', '2026-02-01'))).toEqual({
      recorded: ['postponed'],
      warned: [],
    });
    expect(pledgeOf(factsOf(told))).toEqual({ step: 'kept' });
    expect(pledgeOf(factsOf(told), '2025-12-31')).toEqual({ step: 'postponed', due: '2026-02-01' });
  });

  it('such as a request that is recorded after the answer, leads nothing back', () => {
    const told = made().given(ask('2025-11-12'));
    expect(pledgeOf(factsOf(told))).toEqual({ step: 'pledged', due: '2026-01-14' });
  });
});

describe('a pledge of which only the month of a fact is known', () => {
  const inMonth = (value: string, command: PledgeCommand): PledgeCommand => ({
    ...command,
    occurredOn: { precision: 'month', value },
  });

  it('that was made on the tenth and kept in that month, is kept, and never late', () => {
    const told = story().given(make('2025-11-10'));
    expect(told.when(inMonth('2025-11', keep('2025-11-30')))).toEqual({ recorded: ['kept'], warned: [] });
    expect(pledgeOf(factsOf(told))).toEqual({ step: 'kept' });
    expect(pledgeOf(factsOf(told), '2025-11-09')).toBeUndefined();
  });

  it('that was taken over on the twelfth and promised in that month, is promised by who took it over', () => {
    const told = story().given(ask('2025-11-10'), takeOver('2025-11-12'));
    expect(told.when(inMonth('2025-11', promise('2025-11-30')))).toEqual({ recorded: ['made'], warned: [] });
    expect(told.history.at(-1)?.data).toMatchObject({ organisation: ids.groningen, role: 'hr-manager' });
  });

  it('that was postponed in the month in which it was made, moves from the day that stood', () => {
    const told = story().given(make('2025-11-10'));
    expect(told.when(inMonth('2025-11', postpone('2025-11-30', '2026-02-15')))).toEqual({
      recorded: ['postponed'],
      warned: [],
    });
    expect(told.history.at(-1)?.data).toMatchObject({ from: '2026-01-14' });
  });

  it('stands as it was told: the same once more changes nothing', () => {
    const told = story().given(make('2025-11-10'), inMonth('2025-11', withdraw('2025-11-30')));
    expect(told.when(inMonth('2025-11', withdraw('2025-11-30')))).toEqual({ refused: 'nothing-changed' });
  });
});

describe('a pledge of which the making was retracted', () => {
  const retractFirst = (told: ReturnType<typeof story>) => {
    const [first] = told.history;
    if (!first) throw new Error('It was made.');
    const corrects = { event: first.id, kind: 'retraction', reason: because } as const;
    told.record(
      [{ type: 'pledge.fact-retracted.v1', data: {}, subjects: first.subjects, corrects }],
      on('2026-01-06').at,
    );
  };
  const retracted = () => {
    const told = made().given(takeOver('2025-12-01'), keepPartly('2026-01-05'));
    retractFirst(told);
    return told;
  };

  it('keeps the facts that stand', () => {
    const told = retracted();
    expect(told.state).toMatchObject({ status: 'known', pledge: id, begun: undefined });
    const now = pledgeOf(factsOf(told));
    expect(now).toEqual({ step: 'partly-kept', due: undefined });
    expect(now && dueOf(now)).toBeUndefined();
    expect(told.when(postpone('2026-01-07', '2026-03-01'))).toEqual({ refused: 'from-unknown' });
    expect(told.when(postpone('2026-01-07', '2026-03-01', '2026-02-01'))).toMatchObject({ recorded: ['postponed'] });
    expect(firstDueOf(factsOf(told))).toBe('2026-02-01');
  });

  it('is made again under its id, by whoever it was of, when both roles are told', () => {
    const told = made().given(keepPartly('2026-01-05'));
    retractFirst(told);
    expect(told.when(promise('2026-01-07'))).toEqual({ refused: 'pledge-roles-missing' });
    const whole = { ...promise('2026-01-07'), role: 'adviser', toRole: 'lead' } as PledgeCommand;
    expect(told.when(whole)).toEqual({ recorded: ['made'], warned: ['pledge-made-before'] });
    expect(told.history.at(-1)?.data).toMatchObject({ organisation: ids.assen, role: 'adviser', toRole: 'lead' });
    expect(told.state).toMatchObject({ begun: { organisation: ids.assen, role: 'adviser', toRole: 'lead' } });
  });

  it('is of another under its id when it is made anew, and nothing answers what nobody can be found of', () => {
    const lost = retracted();
    const { state } = lost;
    const whole = { ...promise('2026-01-07'), role: 'adviser', toRole: 'lead' } as PledgeCommand;
    const nobody = { ...state, organisation: undefined, facts: [] } as typeof state;
    expect(pledge.decide(whole, nobody, context)).toMatchObject({ refusal: { code: 'pledge-unknown' } });
    expect(lost.given(whole).state).toMatchObject({ begun: { organisation: ids.groningen } });
    expect(retracted().when(make('2025-11-13', { organisation: ids.groningen }))).toMatchObject({ recorded: ['made'] });
  });
});
