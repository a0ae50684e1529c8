import type { Refusal } from '../kernel/decision.ts';
import type { Content } from '../kernel/event.ts';
import { programmeUnknown } from '../kernel/refusals.ts';
import type { OccurredOn } from '../kernel/time.ts';
import { refuseOrganisation } from '../trajectory/decide-registration.ts';
import type { ItemCommand } from './commands.ts';
import type { ItemContext } from './context.ts';
import { common } from './kinds/common.ts';
import { itemFactTypes, type KnownFactType } from './kinds/index.ts';
import { organisationsNamed, trajectoriesListed } from './named-items.ts';
import * as refusals from './refusals.ts';
import type { ItemState } from './state.ts';

/** What a fact says, of which the shape was checked. */
export interface Said {
  readonly data: Readonly<Record<string, unknown>>;
  readonly occurredOn: OccurredOn;
}

/** Whether the item can be told this: it is there and of that kind, or this brings it in. */
export function refuseItem(command: ItemCommand, type: KnownFactType, state: ItemState): Refusal | undefined {
  const { item, data } = command;
  if (state.status === 'unknown') return type.effect === 'begins' ? undefined : refusals.itemUnknown(item);
  // When only facts stand that can be told of any kind, it may be of any.
  const fits = [type.kind.kind, common.kind].includes(state.kind);
  if (type.effect === 'begins') {
    return fits && state.programme === data['programme'] ? undefined : refusals.itemKnown(item);
  }
  return fits || type.kind.kind === common.kind ? undefined : refusals.itemOfAnotherKind(item, state.kind);
}

/** What the data names must be there, and be of this programme. */
export function refuseNamed({ data, occurredOn }: Said, programme: string, context: ItemContext): Refusal | undefined {
  if (data['programme'] !== undefined && data['programme'] !== programme) {
    return programmeUnknown(String(data['programme']));
  }
  for (const kind of ['trajectory', 'network', 'meeting', 'group'] as const) {
    const id = data[kind];
    if (typeof id === 'string' && programmeOf(context[kind]) !== programme) return refusals.elsewhere(kind, id);
  }
  for (const { trajectory, field } of trajectoriesListed(data)) {
    const state = context.trajectories?.get(trajectory);
    if (programmeOf(state) !== programme) return refusals.elsewhere('trajectory', trajectory, field);
  }
  for (const { organisation, field } of organisationsNamed(data)) {
    const refusal = refuseOrganisation(organisation, occurredOn, context.register.organisations);
    if (refusal) return about(field, refusal);
  }
  return undefined;
}

/** An organisation in a list is told by the field of that list. */
function about(field: string, refusal: Refusal): Refusal {
  return { ...refusal, fields: refusal.fields.map((each) => (each === 'organisation' ? field : each)) };
}

function programmeOf(state: ItemContext['trajectory' | 'network' | 'meeting' | 'group']): string | undefined {
  return state && state.status !== 'unknown' ? state.programme : undefined;
}

/** What is asked of a corrected fact of an item beside its shape: `check` of `decideCorrection`. */
export function checkItemFact(context: ItemContext) {
  return ({ type, data, occurredOn }: Content & { readonly occurredOn: OccurredOn }): Refusal | undefined => {
    const { programme } = context;
    if (!itemFactTypes.has(type) || programme.status === 'unknown') return undefined;
    return refuseNamed({ data: data as Said['data'], occurredOn }, programme.programme, context);
  };
}
