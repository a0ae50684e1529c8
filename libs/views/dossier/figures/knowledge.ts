import { compare, plain } from '../../query/plain.ts';
import type { NamedOrganisation } from '../../register/register.ts';
import type { AroundItem } from '../item.ts';
import { countOf, sum } from './counting.ts';
import { type FactOf, type ItemOn, told } from './items-on.ts';

type Made = Extract<FactOf<'knowledge-product'>, { readonly type: 'knowledge-product.made.v1' }>['data'];
type Level = Extract<FactOf<'knowledge-product'>, { readonly type: 'knowledge-product.published.v1' }>['data']['level'];

/** Where knowledge went, and how many people it came to; null when that was not told. */
export interface Spreading {
  readonly on: string;
  readonly where: string;
  readonly people: number | null;
}

export interface KnowledgeProduct {
  readonly item: string;
  readonly title: string;
  readonly form: Made['form'];
  readonly trajectory: string | null;
  readonly network: string | null;
  readonly organisation: NamedOrganisation | null;
  readonly madeOn: string;
  readonly state: 'made' | 'published' | 'withdrawn';
  readonly published: readonly { readonly on: string; readonly where: string; readonly level: Level }[];
  readonly spread: readonly Spreading[];
  readonly people: number;
  /** The items of the dossier that it came from. */
  readonly from: readonly string[];
}

export interface SiteVisit {
  readonly item: string;
  readonly title: string;
  /** Who receives the guests. */
  readonly host: NamedOrganisation | null;
  readonly date: string;
  readonly state: 'planned' | 'held' | 'cancelled';
  readonly guests: readonly { readonly organisation: NamedOrganisation; readonly people: number }[];
  readonly people: number;
}

export interface KnowledgeFigures {
  readonly made: number;
  readonly published: number;
  readonly withdrawn: number;
  /** How often it was spread, and how many people that came to. */
  readonly spreadings: number;
  readonly people: number;
  readonly products: readonly KnowledgeProduct[];
  readonly visitsPlanned: number;
  readonly visitsHeld: number;
  readonly visitsCancelled: number;
  readonly guests: number;
  readonly visits: readonly SiteVisit[];
}

/** What was made of what was learned and where it went, by day; and who went to see it. */
export function knowledgeOf(
  products: readonly ItemOn<'knowledge-product'>[],
  visits: readonly ItemOn<'site-visit'>[],
  around: AroundItem,
): KnowledgeFigures {
  const made = products
    .flatMap((item) => productOf(item, around) ?? [])
    .sort((a, b) => compare(a.madeOn, b.madeOn) || compare(plain(a.title), plain(b.title)) || compare(a.item, b.item));
  const planned = visits
    .flatMap((item) => visitOf(item, around) ?? [])
    .sort((a, b) => compare(a.date, b.date) || compare(a.item, b.item));
  return {
    made: made.length,
    published: countOf(made, ({ state }) => state === 'published'),
    withdrawn: countOf(made, ({ state }) => state === 'withdrawn'),
    spreadings: sum(made, ({ spread }) => spread.length),
    people: sum(made, ({ people }) => people),
    products: made,
    visitsPlanned: countOf(planned, ({ state }) => state === 'planned'),
    visitsHeld: countOf(planned, ({ state }) => state === 'held'),
    visitsCancelled: countOf(planned, ({ state }) => state === 'cancelled'),
    guests: sum(planned, ({ people }) => people),
    visits: planned,
  };
}

function productOf({ row, now, facts }: ItemOn<'knowledge-product'>, around: AroundItem): KnowledgeProduct | undefined {
  const made = told(facts, 'knowledge-product.made.v1').at(-1);
  if (!made) return undefined;
  const spread = told(facts, 'knowledge-product.spread.v1').map(({ on, data: { where, people = null } }) => ({
    on,
    where,
    people,
  }));
  return {
    item: row.item,
    title: made.data.title,
    form: made.data.form,
    trajectory: row.trajectory,
    network: row.network,
    organisation: around.organisationOf(row),
    madeOn: made.on,
    state: now.step === 'published' || now.step === 'withdrawn' ? now.step : 'made',
    published: told(facts, 'knowledge-product.published.v1').map(({ on, data: { where, level } }) => ({
      on,
      where,
      level,
    })),
    spread,
    people: sum(spread, ({ people }) => people ?? 0),
    from: made.data.items ?? [],
  };
}

function visitOf({ row, now, facts }: ItemOn<'site-visit'>, around: AroundItem): SiteVisit | undefined {
  const planned = told(facts, 'site-visit.planned.v1').at(-1);
  if (!planned) return undefined;
  const state = now.step === 'held' || now.step === 'cancelled' ? now.step : 'planned';
  const held = state === 'held' ? told(facts, 'site-visit.held.v1').at(-1) : undefined;
  const guests = (held?.data.guests ?? []).map(({ organisation, people }) => ({
    organisation: around.named(organisation),
    people,
  }));
  return {
    item: row.item,
    title: planned.data.title,
    host: around.organisationOf(row),
    date: planned.data.date,
    state,
    guests,
    people: sum(guests, ({ people }) => people),
  };
}
