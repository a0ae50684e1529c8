import { carrierOf } from '#domain/dossier/carrier';
import { itemFactTypes, kindsByName } from '#domain/dossier/kinds/index';
import { levelOn, type PublicationLevel } from '#domain/dossier/publication';
import { daysBetween } from '#domain/kernel/days';
import type { Sentence } from '#domain/kernel/decision';
import type { Lateness } from '#domain/progress/lateness';
import type { NamedOrganisation } from '../register/register.ts';
import { firstDueOf, type ItemMoment, momentOn, type TracedItemFact } from './course.ts';
import { itemsNamedBy } from './links.ts';
import type { Belonging, DossierItemRow } from './view.ts';

/** An item of the dossier as it was on one day. */
export interface DossierItem extends Omit<Belonging, 'organisation'> {
  readonly item: string;
  readonly kind: string;
  /** What its kind is called. */
  readonly label: Sentence;
  readonly programme: string;
  /** The one that it names, or else that of its trajectory. */
  readonly organisation: NamedOrganisation | null;
  /** The short name of the fact that it came to last, and what happened then in words. */
  readonly step: string;
  readonly words: Sentence;
  readonly since: string;
  /** Whether nothing more is expected of it. */
  readonly ended: boolean;
  /** The day by which more is expected; null when none was told, or when nothing is to be done any more. */
  readonly due: string | null;
  /** The first day by which more was expected, however often that was moved; null when none was ever told. */
  readonly firstDue: string | null;
  readonly late: Lateness | null;
  /** Who has it in hand, in which role; null when its facts name nobody. */
  readonly carrier: { readonly role: string; readonly organisation: NamedOrganisation | null } | null;
  /** Who may see it. */
  readonly publication: PublicationLevel;
  /** What it is about, where that is neither of the above: `commitment:0197…/council` of a reminder; null for most. */
  readonly about: string | null;
}

/** A fact in words. Its protected text, if it has any, is in the event. */
export interface WordedFact extends TracedItemFact {
  readonly words: Sentence;
}

/** Another item that names this one: an idea its proposal, a link. */
export interface NamedByItem extends Pick<DossierItem, 'item' | 'kind' | 'label' | 'title'> {
  readonly facts: readonly Pick<WordedFact, 'on' | 'fact' | 'words' | 'event'>[];
}

export interface DossierItemDetail extends DossierItem {
  /** The facts up to that day, in the order in which they happened. */
  readonly facts: readonly WordedFact[];
  readonly namedBy: readonly NamedByItem[];
}

/** What is known around an item on the day that is asked. */
export interface AroundItem {
  readonly validOn: string;
  readonly named: (organisation: string) => NamedOrganisation;
  /** The organisation that an item names, or else that of its trajectory. */
  readonly organisationOf: (row: DossierItemRow) => NamedOrganisation | null;
}

/** What a row says on that day; undefined when nothing had brought the item in by then. */
export function dossierItemOf(row: DossierItemRow, around: AroundItem): DossierItem | undefined {
  const now = momentOn(row.facts, around.validOn);
  if (!now) return undefined;
  const { facts, ...own } = row;
  // What it came to last is one of its facts.
  const last = facts.findLast(({ on, fact }) => on === now.since && fact === now.step);
  return {
    ...own,
    label: labelOfKind(row.kind),
    organisation: around.organisationOf(row),
    ...now,
    words: wordsOf(last?.type ?? ''),
    firstDue: firstDueOf(facts.filter(({ on }) => on <= around.validOn)),
    late: latenessOf(now, around.validOn),
    carrier: carrierOn(row, around),
    publication: levelOn(facts, around.validOn),
    about: aboutOf(row, around),
  };
}

/** Named without an organisation, it is the one that the item belongs to. */
export function carrierOn(row: DossierItemRow, { validOn, named, organisationOf }: AroundItem): DossierItem['carrier'] {
  const facts = row.facts.filter(({ on }) => on <= validOn);
  const carrier = carrierOf({ begun: begunBy(row, validOn), facts });
  if (!carrier) return null;
  const { role, organisation } = carrier;
  return { role, organisation: organisation === undefined ? organisationOf(row) : named(organisation) };
}

function aboutOf(row: DossierItemRow, { validOn }: AroundItem): string | null {
  const about = begunBy(row, validOn)?.['about'];
  return typeof about === 'string' ? about : null;
}

/** What its beginning said, by that day. */
function begunBy({ facts }: DossierItemRow, validOn: string): TracedItemFact['data'] | undefined {
  return facts.findLast(({ on, type }) => on <= validOn && itemFactTypes.get(type)?.effect === 'begins')?.data;
}

/** The item with its facts up to that day, and with what names it by then. */
export function dossierDetailOf(
  row: DossierItemRow,
  others: readonly DossierItemRow[],
  around: AroundItem,
): DossierItemDetail | undefined {
  const item = dossierItemOf(row, around);
  if (!item) return undefined;
  const facts = row.facts
    .filter(({ on }) => on <= around.validOn)
    .map((fact) => ({ ...fact, words: wordsOf(fact.type) }));
  return { ...item, facts, namedBy: others.flatMap((other) => namedBy(other, row.item, around.validOn)) };
}

function namedBy({ item, kind, title, facts }: DossierItemRow, named: string, validOn: string): NamedByItem[] {
  const naming = facts.filter((fact) => fact.on <= validOn && itemsNamedBy(fact).includes(named));
  if (naming.length === 0) return [];
  const worded = naming.map(({ on, fact, type, event }) => ({ on, fact, words: wordsOf(type), event }));
  return [{ item, kind, label: labelOfKind(kind), title, facts: worded }];
}

/** How late an item is on that day; on the day itself it is not late yet. */
export function latenessOf({ due }: Pick<ItemMoment, 'due'>, day: string): Lateness | null {
  return due !== null && due < day ? { due, days: daysBetween(due, day) } : null;
}

function labelOfKind(kind: string): Sentence {
  return kindsByName.get(kind)?.label ?? { nl: kind, en: kind };
}

function wordsOf(type: string): Sentence {
  return itemFactTypes.get(type)?.words ?? { nl: type, en: type };
}
