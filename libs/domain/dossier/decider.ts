import { type Aggregate, accept, type Decision, refuse, type Warning } from '../kernel/decision.ts';
import { dateWarnings, refuseDate } from '../kernel/facts.ts';
import { nothingChanged, programmeUnknown } from '../kernel/refusals.ts';
import { type Subject, subject } from '../kernel/subject.ts';
import { subjectsNamed } from '../kernel/subjects-named.ts';
import { afterMeasurementWarnings } from '../trajectory/after-measurement.ts';
import type { ItemCommand } from './commands.ts';
import type { ItemContext } from './context.ts';
import type { ItemEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { common } from './kinds/common.ts';
import { itemFactTypes, type KnownFactType } from './kinds/index.ts';
import { itemsNamed } from './named-items.ts';
import * as refusals from './refusals.ts';
import { refuseItem, refuseNamed, type Said } from './refuse.ts';
import { type ItemFact, type ItemFactEvent, type ItemState, itemFactOf, itemOf } from './state.ts';
import { isKnown, wasTold } from './told-before.ts';
import * as warnings from './warnings.ts';

/** Everything about an item is a fact: it is recorded even against the plan, with a warning. */
function decide(command: ItemCommand, state: ItemState, context: ItemContext): Decision<ItemEvent> {
  const { programme } = context;
  const type = itemFactTypes.get(command.fact);
  if (!type) return refuse(refusals.factUnknown(command.fact));
  if (type.effect !== 'begins' && state.status === 'unknown') return refuse(refusals.itemUnknown(command.item));
  if (programme.status === 'unknown') return refuse(programmeUnknown());
  const parsed = type.data.safeParse(command.data);
  if (!parsed.success) return refuse(refusals.itemDataInvalid(parsed.error.issues.map(({ path }) => path.join('.'))));
  const said = { data: parsed.data as ItemFact['data'], occurredOn: command.occurredOn };
  const refused =
    refuseItem(command, type, state) ??
    refuseDate(command, programme.opensOn) ??
    refuseNamed(said, programme.programme, context);
  if (refused) return refuse(refused);
  // The shape was checked against the type, which the compiler cannot follow.
  const content = { type: command.fact, data: said.data } as ItemFactEvent;
  const happened = { ...content, id: '', recordedAt: command.at, subjects: [], occurredOn: command.occurredOn };
  const fact = itemFactOf(happened, state.status === 'known' ? state.facts : []);
  if (isKnown(type, fact, state, command.occurredOn)) return refuse(nothingChanged());
  const subjects = subjectsOf(command.item, content, state);
  const told = [
    ...orderWarnings(type, fact, state),
    ...twiceWarnings(type, fact, state),
    ...dueWarnings(fact),
    ...afterWarnings(said, context),
    ...namedWarnings(said, programme.programme, context),
    ...dateWarnings(command, programme.until),
  ];
  return accept<ItemEvent>([{ ...content, subjects, occurredOn: command.occurredOn }], told);
}

/** Every fact names what its beginning named, so that the story of that trajectory or group has it. */
function subjectsOf(item: string, { data }: ItemFactEvent, state: ItemState): Subject[] {
  const own =
    state.status === 'known' ? [subject('programme', state.programme), ...subjectsNamed(state.begun ?? {})] : [];
  return [...new Set([subject('item', item), ...own, ...subjectsNamed(data)])];
}

function orderWarnings(type: KnownFactType, fact: ItemFact, state: ItemState): Warning[] {
  const now = state.status === 'known' ? itemOf(state.kind, state.facts, fact.on) : undefined;
  if (type.effect === 'begins') {
    return state.status === 'known' && state.begun ? [warnings.begunBefore(type)] : [];
  }
  if (now && type.kind.kind === common.kind) return [];
  const expected = type.after ? now !== undefined && type.after.includes(now.step) : now !== undefined && !now.ended;
  return expected ? [] : [warnings.outOfOrder(type, now?.step)];
}

/** What adds up is kept each time, and whoever recorded it twice by mistake should hear of it. */
function twiceWarnings({ adds }: KnownFactType, fact: ItemFact, state: ItemState): Warning[] {
  return adds && !fact.hasText && wasTold(fact, state) ? [warnings.countsTwice()] : [];
}

function dueWarnings({ data, on }: ItemFact): Warning[] {
  const { due } = data;
  return typeof due === 'string' && due < on ? [warnings.dueInThePast()] : [];
}

/** What is measured after the end of a trajectory says something three to six months later. */
function afterWarnings({ data, occurredOn }: Said, { trajectory }: ItemContext): Warning[] {
  if (data['moment'] !== 'after' || trajectory?.status !== 'known') return [];
  return afterMeasurementWarnings(trajectory.course, occurredOn);
}

/** Who tells of an item that is not there yet may bring it in later: the fact stands, and one hears of it. */
function namedWarnings({ data }: Said, programme: string, { items }: ItemContext): Warning[] {
  const unknown = itemsNamed(data).filter(({ item, kind }) => {
    const named = items?.get(item);
    if (named?.status !== 'known' || named.programme !== programme) return true;
    return kind !== undefined && named.kind !== kind;
  });
  return unknown.map(({ field }) => warnings.namedUnknown(field));
}

/** Anything in the dossier of a programme that has a course of its own, and about which nothing is decided. */
export const item: Aggregate<ItemState, ItemCommand, ItemEvent, ItemContext> = {
  name: 'item',
  initial: { status: 'unknown' },
  decide,
  evolve,
};
