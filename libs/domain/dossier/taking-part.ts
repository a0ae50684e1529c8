import type { ItemFact, ItemState } from './state.ts';

/** What a participant's link stands for as long as it holds. */
export interface Access {
  readonly access: string;
  readonly programme: string;
  readonly trajectory: string;
  /** The role of whoever it was given to. */
  readonly role: string;
  /** The last day on which it holds. */
  readonly until: string;
}

/** A form that takes applications. */
export interface OpenForm {
  readonly form: string;
  readonly programme: string;
  /** The network that is applied for; undefined when the applicant chooses one of the programme. */
  readonly network: string | undefined;
  readonly until: string | undefined;
}

/** What is needed of an item to say whether it holds: of its state in the log, or of its row in a view. */
export interface ItemWithFacts {
  readonly item: string;
  readonly kind: string;
  readonly programme: string;
  readonly begun: ItemFact['data'] | undefined;
  readonly facts: readonly ItemFact[];
}

/**
 * The access that holds on that day; undefined when none was given, when it was revoked or when its last day has passed.
 * A revocation that stands ends it whatever day it tells: who gives access again, gives a new one with a new link.
 */
export function accessOn(item: ItemWithFacts, day: string): Access | undefined {
  if (item.kind !== 'participation-access' || has(item, 'revoked')) return undefined;
  const given = accessGiven(item);
  return given && given.until >= day ? given : undefined;
}

/** The access that was given, whether it still holds or not; undefined when the giving itself was retracted. */
export function accessGiven({ item, programme, begun }: ItemWithFacts): Access | undefined {
  const [trajectory, role, until] = ['trajectory', 'role', 'until'].map((field) => textAt(begun, field));
  if (trajectory === undefined || role === undefined || until === undefined) return undefined;
  return { access: item, programme, trajectory, role, until };
}

/** The form when it takes applications on that day; undefined when it was closed, or when its last day has passed. */
export function formOn(item: ItemWithFacts, day: string): OpenForm | undefined {
  const { begun, programme } = item;
  if (item.kind !== 'application-form' || begun === undefined || has(item, 'closed')) return undefined;
  const until = textAt(begun, 'until');
  if (until !== undefined && until < day) return undefined;
  return { form: item.item, programme, network: textAt(begun, 'network'), until };
}

/** The item as it is known; undefined when it is not. */
export function knownItem(state: ItemState): ItemWithFacts | undefined {
  return state.status === 'known' ? state : undefined;
}

function has({ facts }: ItemWithFacts, name: string): boolean {
  return facts.some(({ fact }) => fact === name);
}

function textAt(data: ItemFact['data'] | undefined, field: string): string | undefined {
  const value = data?.[field];
  return typeof value === 'string' ? value : undefined;
}
