import { describe, expect, it } from '@jest/globals';
import { decideCorrection } from '../kernel/corrections.ts';
import type { New } from '../kernel/event.ts';
import {
  afterTheIntake,
  because,
  day,
  ids,
  noonOf,
  on,
  programme,
  register,
  text,
  trajectoryOf,
} from '../testing/fixtures.ts';
import { idNumber, Story } from '../testing/story.ts';
import type { ItemCommand } from './commands.ts';
import type { ItemContext } from './context.ts';
import { item } from './decider.ts';
import type { ItemEvent } from './events.ts';
import { itemFactTypes } from './kinds/index.ts';
import { checkItemFact } from './refuse.ts';
import { itemOf } from './state.ts';

const context: ItemContext = { programme, register, trajectory: afterTheIntake(1).state };
const id = idNumber(70);

/** A fact about the item, told on the day that it happened. */
function tell(date: string, fact: string, data: object = {}): ItemCommand {
  const type = itemFactTypes.get(fact)?.command ?? 'unknown';
  return { type, ...on(date), item: id, fact, data: data as ItemCommand['data'] };
}

const beginning = { item: id, programme: ids.programme };
const gathered = (date = '2025-10-01', more: object = {}) =>
  tell(date, 'theme.gathered.v1', { ...beginning, title: 'Samen plannen maken', ...more });
const chosen = (date: string) => tell(date, 'theme.chosen.v1');
const parked = (date: string) => tell(date, 'theme.parked.v1', { reason: because });

const story = (read = context) => new Story(item, read);

function courseOn(told: ReturnType<typeof story>, upTo?: string) {
  const { state } = told;
  return state.status === 'known' ? itemOf(state.kind, state.facts, upTo) : undefined;
}

describe('an item of the dossier', () => {
  it('is brought in, and goes from step to step by day', () => {
    const told = story();
    expect(told.when(gathered())).toEqual({ recorded: ['gathered'], warned: [] });
    expect(told.when(parked('2025-10-10'))).toEqual({ recorded: ['parked'], warned: [] });
    expect(told.when(chosen('2025-11-01'))).toEqual({ recorded: ['chosen'], warned: [] });
    expect(told.when(tell('2026-02-01', 'theme.closed.v1'))).toEqual({ recorded: ['closed'], warned: [] });
    expect(courseOn(told, '2025-09-30')).toBeUndefined();
    expect(courseOn(told, '2025-10-31')).toEqual({ step: 'parked', since: '2025-10-10', ended: false });
    expect(courseOn(told)).toEqual({ step: 'closed', since: '2026-02-01', ended: true });
  });

  it('that was agreed on the tenth and done in that month, as far as is known, is done', () => {
    const agreed = { ...beginning, role: 'lead', due: '2025-10-20', what: text('Bellen') };
    const told = story().given(tell('2025-10-10', 'action.agreed.v1', agreed));
    const done = tell('2025-10-31', 'action.done.v1');
    const inOctober: ItemCommand = { ...done, occurredOn: { precision: 'month', value: '2025-10' } };
    expect(told.when(inOctober)).toEqual({ recorded: ['done'], warned: [] });
    expect(courseOn(told)).toEqual({ step: 'done', since: '2025-10-10', ended: true });
    expect(told.when(inOctober)).toEqual({ refused: 'nothing-changed' });
    told.given(tell('2025-10-25', 'item.transferred.v1', { role: 'expert' }));
    expect(told.when(inOctober)).toEqual({ refused: 'nothing-changed' });
    told.given(tell('2025-10-27', 'action.dropped.v1', { reason: text('Niet meer nodig') }));
    expect(told.when(inOctober)).toMatchObject({ recorded: ['done'] });
  });

  it('that names what is not in the dossier, or is of another kind, is recorded with a warning', () => {
    const idea = (more: object) =>
      tell('2025-10-01', 'idea.raised.v1', { ...beginning, title: 'Een buurtloket', ...more });
    const theme = idNumber(71);
    const known = (data: object) =>
      new Map([[theme, story().given(gathered('2025-09-01', { ...data, item: theme })).state]]);
    expect(story().when(idea({ theme }))).toEqual({ recorded: ['raised'], warned: ['item-named-unknown'] });
    expect(story({ ...context, items: known({}) }).when(idea({ theme }))).toEqual({ recorded: ['raised'], warned: [] });
    const link = tell('2025-10-02', 'item.linked.v1', { items: [theme, idNumber(72)] });
    expect(
      story({ ...context, items: known({}) })
        .given(idea({}))
        .when(link),
    ).toEqual({
      recorded: ['linked'],
      warned: ['item-named-unknown'],
    });
  });

  it('that has trajectories of another programme in a list is refused, and says in which', () => {
    const { state } = afterTheIntake(1);
    const elsewhere = { ...state, programme: idNumber(9) } as typeof state;
    const trajectories = new Map([
      [trajectoryOf(1), state],
      [trajectoryOf(2), elsewhere],
    ]);
    const meeting = { status: 'planned', programme: ids.programme };
    const read = { ...context, trajectories, meeting } as ItemContext;
    const invited = (...all: string[]) =>
      tell('2025-10-01', 'invitation.sent.v1', {
        ...beginning,
        meeting: ids.meeting,
        trajectories: all,
        date: '2025-12-01',
        by: 'mail',
      });
    expect(story(read).when(invited(trajectoryOf(1)))).toMatchObject({ recorded: ['sent'] });
    for (const other of [trajectoryOf(2), trajectoryOf(3)]) {
      expect(item.decide(invited(trajectoryOf(1), other), item.initial, read)).toMatchObject({
        refusal: { code: 'trajectory-elsewhere', data: { trajectory: other }, fields: ['trajectories'] },
      });
    }
  });

  it('names what its beginning named, in every fact', () => {
    const told = story().given(
      gathered('2025-10-01', { trajectory: trajectoryOf(1), organisation: ids.assen }),
      chosen('2025-10-02'),
    );
    const named = [
      `item:${id}`,
      `programme:${ids.programme}`,
      `trajectory:${trajectoryOf(1)}`,
      `organisation:${ids.assen}`,
    ];
    for (const { subjects } of told.history) expect([...subjects].sort()).toEqual([...named].sort());
  });

  it('is recorded against its order, with a warning that says what was expected', () => {
    const told = story().given(gathered());
    const decision = told.decide(tell('2025-10-02', 'theme.closed.v1'));
    expect(decision).toMatchObject({
      outcome: 'accepted',
      warnings: [
        {
          code: 'item-fact-out-of-order',
          nl: '‘Thema afgerond’ werd hier niet verwacht; het laatste was ‘Thema opgehaald’.',
        },
      ],
    });
    told.given(tell('2025-10-02', 'theme.closed.v1'));
    expect(told.when(chosen('2025-10-03'))).toEqual({ recorded: ['chosen'], warned: ['item-fact-out-of-order'] });
    const early = story().given(gathered()).when(chosen('2025-09-30'));
    expect(early).toMatchObject({ warned: ['item-fact-out-of-order'] });
  });

  it('that is brought in again keeps the last that was said, with a warning', () => {
    const told = story().given(gathered());
    expect(told.when(gathered('2025-10-05', { category: 'council' }))).toEqual({
      recorded: ['gathered'],
      warned: ['item-begun-before'],
    });
    expect(told.state).toMatchObject({ begun: { category: 'council' } });
  });

  it('of any kind can be transferred, linked and given another publication level, also when it has ended', () => {
    const told = story().given(gathered(), chosen('2025-10-02'), tell('2025-10-03', 'theme.closed.v1'));
    const told1 = told.when(tell('2025-10-04', 'item.publication-set.v1', { level: 'public' }));
    expect(told1).toEqual({ recorded: ['publication-set'], warned: [] });
    expect(told.when(tell('2025-10-04', 'item.transferred.v1', { role: 'lead' }))).toMatchObject({ warned: [] });
    expect(told.when(tell('2025-10-04', 'item.linked.v1', { items: [idNumber(71)] }))).toMatchObject({
      warned: ['item-named-unknown'],
    });
    expect(told.history.at(-1)?.subjects).not.toContain(`item:${idNumber(71)}`);
    expect(courseOn(told)?.step).toBe('closed');
  });

  it('tells that a term lies in the past', () => {
    const action = { ...beginning, role: 'lead', due: '2025-09-30', what: text('Bellen') };
    expect(story().when(tell('2025-10-01', 'action.agreed.v1', action))).toEqual({
      recorded: ['agreed'],
      warned: ['item-due-before-it-was-told'],
    });
  });

  it('tells that a measurement after the end comes too early or late for what its trajectory completed', () => {
    const completed = { on: '2025-10-01', fact: 'completed' } as const;
    const after = afterTheIntake(1).state;
    if (after.status !== 'known') throw new Error('The trajectory is not known.');
    const read = { ...context, trajectory: { ...after, course: [...after.course, completed] } };
    const measured = (date: string, moment: string) => {
      const scores = [{ key: 'connecting', tenths: 70 }];
      const data = { ...beginning, trajectory: trajectoryOf(1), moment, people: 8, scores };
      return story(read).when(tell(date, 'competency-measurement.taken.v1', data));
    };
    expect(measured('2025-12-31', 'after')).toMatchObject({ warned: ['after-measured-too-early'] });
    expect(measured('2025-12-31', 'end')).toMatchObject({ warned: [] });
    expect(measured('2026-01-01', 'after')).toMatchObject({ warned: [] });
    expect(measured('2026-04-02', 'after')).toMatchObject({ warned: ['after-measured-late'] });
  });

  it('has a term on the day itself, or tells of none, without a word', () => {
    const action = { ...beginning, role: 'lead', due: '2025-10-01', what: text('Bellen') };
    const told = story();
    expect(told.when(tell('2025-10-01', 'action.agreed.v1', action))).toEqual({ recorded: ['agreed'], warned: [] });
    expect(told.when(tell('2025-10-01', 'action.done.v1'))).toEqual({ recorded: ['done'], warned: [] });
  });

  it('of which nothing says what comes before a fact is told any of it until it has ended', () => {
    const action = { ...beginning, role: 'lead', due: '2025-12-01', what: text('Bellen') };
    const moved = (date: string) => tell(date, 'action.postponed.v1', { to: '2026-01-01', reason: because });
    const told = story().given(tell('2025-10-01', 'action.agreed.v1', action));
    expect(told.when(moved('2025-10-02'))).toEqual({ recorded: ['postponed'], warned: [] });
    expect(told.when(tell('2025-10-03', 'action.done.v1'))).toEqual({ recorded: ['done'], warned: [] });
    expect(told.when(moved('2025-10-04'))).toEqual({ recorded: ['postponed'], warned: ['item-fact-out-of-order'] });
    expect(told.when(moved('2025-09-30'))).toEqual({ recorded: ['postponed'], warned: ['item-fact-out-of-order'] });
  });

  it('says which fields do not fit', () => {
    const decision = story().decide(gathered('2025-10-01', { title: '', organisation: 'Assen' }));
    expect(decision).toMatchObject({ refusal: { code: 'item-data-invalid', fields: ['organisation', 'title'] } });
  });

  it('is of one programme', () => {
    const told = story().given(gathered());
    const other: ItemContext = {
      ...context,
      programme: { ...programme, programme: idNumber(9) } as ItemContext['programme'],
    };
    told.context = other;
    expect(told.when(gathered('2025-10-01', { programme: idNumber(9) }))).toEqual({ refused: 'item-known' });
    const none: ItemContext = { ...context, programme: { status: 'unknown' } };
    told.context = none;
    expect(told.when(chosen('2025-10-02'))).toEqual({ refused: 'programme-unknown' });
  });

  it('tells a fact of weeks ago as late', () => {
    const late = { ...gathered(), at: noonOf('2025-12-01') };
    expect(story().when(late)).toEqual({ recorded: ['gathered'], warned: ['recorded-late'] });
  });

  it.each<[string, ItemCommand]>([
    ['item-unknown', chosen('2025-10-01')],
    ['item-fact-unknown', tell('2025-10-01', 'theme.forgotten.v1')],
    ['item-data-invalid', gathered('2025-10-01', { title: '' })],
    ['programme-unknown', gathered('2025-10-01', { programme: idNumber(9) })],
    ['network-elsewhere', gathered('2025-10-01', { network: ids.network })],
    ['organisation-unknown', gathered('2025-10-01', { organisation: idNumber(99) })],
    ['organisation-did-not-exist', gathered('2025-10-01', { organisation: ids.haren })],
    ['before-the-programme', gathered('2025-05-01')],
  ])('is refused: %s', (code, command) => {
    expect(story().when(command)).toEqual({ refused: code });
  });

  it('is refused in the future, of another kind, and under the id of another', () => {
    const told = story().given(gathered());
    expect(told.when({ ...chosen('2025-10-02'), at: noonOf('2025-10-01') })).toEqual({ refused: 'in-the-future' });
    expect(told.when(tell('2025-10-02', 'idea.developed.v1', { what: because }))).toEqual({
      refused: 'item-of-another-kind',
    });
    const idea = tell('2025-10-02', 'idea.raised.v1', { ...beginning, title: 'Een film' });
    expect(told.when(idea)).toEqual({ refused: 'item-known' });
    const nobody: ItemContext = { ...context, programme: { status: 'unknown' } };
    expect(story(nobody).when(gathered())).toEqual({ refused: 'programme-unknown' });
  });

  it('changes nothing when it is told again, unless it says so in words', () => {
    const told = story().given(gathered(), chosen('2025-10-02'));
    expect(told.when(chosen('2025-10-02'))).toEqual({ refused: 'nothing-changed' });
    expect(told.when(gathered())).toEqual({ refused: 'nothing-changed' });
    told.given(parked('2025-10-03'));
    expect(told.when(parked('2025-10-03'))).toMatchObject({ recorded: ['parked'] });
  });
});

describe('a corrected item', () => {
  const correction = { programme, check: checkItemFact(context) };
  const recorded = '2026-01-01';

  it('of which the beginning was retracted keeps the facts that stand, and can be brought in again', () => {
    const told = story().given(gathered(), chosen('2025-10-02'));
    const [first] = told.history;
    const retract = { type: 'retract-fact' as const, at: noonOf(recorded), event: first?.id ?? '', reason: because };
    const decision = decideCorrection(retract, told.history, correction);
    if (decision.outcome === 'refused') throw new Error(decision.refusal.code);
    expect(decision.events.map(({ type }) => type)).toEqual(['item.fact-retracted.v1']);
    told.record(decision.events as readonly New<ItemEvent>[], noonOf(recorded));
    expect(told.state).toMatchObject({ status: 'known', kind: 'theme', programme: ids.programme, begun: undefined });
    expect(courseOn(told)?.step).toBe('chosen');
    expect(told.when(gathered('2025-10-01', { title: 'Anders' }))).toEqual({ recorded: ['gathered'], warned: [] });
  });

  it('of which only a transfer stands is of the kind that the next fact is of', () => {
    const told = story().given(gathered(), tell('2025-10-02', 'item.transferred.v1', { role: 'lead' }));
    const retract = {
      type: 'retract-fact' as const,
      at: noonOf(recorded),
      event: told.history[0]?.id ?? '',
      reason: because,
    };
    const decision = decideCorrection(retract, told.history, correction);
    if (decision.outcome === 'refused') throw new Error(decision.refusal.code);
    told.record(decision.events as readonly New<ItemEvent>[], noonOf(recorded));
    expect(told.state).toMatchObject({ kind: 'item', begun: undefined });
    expect(courseOn(told)).toBeUndefined();
    expect(told.when(chosen('2025-10-03'))).toEqual({ recorded: ['chosen'], warned: ['item-fact-out-of-order'] });
    expect(told.state).toMatchObject({ kind: 'theme' });
    const [, , retraction] = told.history;
    const { state } = told;
    const again = story().given(gathered(), tell('2025-10-02', 'item.transferred.v1', { role: 'lead' }));
    again.record(decision.events as readonly New<ItemEvent>[], noonOf(recorded));
    expect(again.when(gathered('2025-10-01', { title: 'Anders' }))).toEqual({ recorded: ['gathered'], warned: [] });
    expect(again.state).toMatchObject({ kind: 'theme', begun: { title: 'Anders' } });
    if (retraction) expect(item.evolve(state, retraction)).toBe(state);
  });

  it('that names a meeting, network or group of another programme is refused', () => {
    const elsewhere = { status: 'planned', programme: idNumber(9) };
    const read = { ...context, meeting: elsewhere, group: elsewhere } as ItemContext;
    for (const kind of ['meeting', 'group']) {
      expect(story(read).when(gathered('2025-10-01', { [kind]: ids.meeting }))).toEqual({
        refused: `${kind}-elsewhere`,
      });
    }
  });

  it('is held against the same rules as when it was first told', () => {
    const told = story().given(gathered('2025-10-01', { organisation: ids.assen }));
    const correct = (data: object) =>
      decideCorrection(
        {
          type: 'correct-fact',
          ...on(recorded),
          event: told.history[0]?.id ?? '',
          data,
          occurredOn: day('2025-10-01'),
          reason: because,
        },
        told.history,
        correction,
      );
    const data = { ...beginning, title: 'Samen plannen', organisation: ids.assen };
    expect(correct(data).outcome).toBe('accepted');
    expect(correct({ ...data, organisation: ids.groningen })).toMatchObject({ refusal: { code: 'identity-changed' } });
    const { organisation: _organisation, ...without } = data;
    expect(correct(without)).toMatchObject({ refusal: { code: 'identity-changed' } });
  });

  it('names only what is there, also when it is corrected; of other streams, and without a programme, nothing is asked', () => {
    const check = checkItemFact(context);
    const of = (type: string, data: object) => check({ type, data, occurredOn: day('2025-10-01') });
    expect(of('theme.gathered.v1', { ...beginning, organisation: ids.assen })).toBeUndefined();
    expect(of('theme.gathered.v1', { ...beginning, organisation: idNumber(99) })?.code).toBe('organisation-unknown');
    expect(of('theme.gathered.v1', { ...beginning, programme: idNumber(9) })?.code).toBe('programme-unknown');
    expect(of('pledge.made.v1', { organisation: idNumber(99) })).toBeUndefined();
    const nobody = checkItemFact({ ...context, programme: { status: 'unknown' } });
    const wrong = { type: 'theme.gathered.v1', data: { organisation: idNumber(99) }, occurredOn: day('2025-10-01') };
    expect(nobody(wrong)).toBeUndefined();
  });
});
